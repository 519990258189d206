import type { Reading } from '../reading.ts';
import { readAll } from '../text.ts';

interface AttributionCue {
  statuses: string[];
  /** The words ask who it was ("who claimed"), not for incidents so attributed ("claimed by X"). */
  asks: boolean;
  /** What must not be said of it. */
  unless?: string[];
}
export type AttributionReading = Reading<'attribution', AttributionCue>;

const unconfirmed = '(?:confirmed|verified|corroborated|established|proven)';
const nobody = '(?:nobody|no ?one|none|no (?:other )?(?:source|party))(?: else)?';

const cues: [RegExp, string[], boolean, string[]?][] = [
  [
    /\bwho (?:has |have )?(?:claimed|took|taken|said they did|claims)(?: responsibility(?: for)?| credit(?: for)?)?\b|\bclaim(?:ed|s)? (?:of )?responsibility\b/gi,
    ['claimed'],
    true,
  ],
  [
    /\bwho (?:is|was|are|were|has been|gets?|got) (?:blamed|accused|held responsible)(?: (?:for|of))?\b|\bwho blames?\b/gi,
    ['blamed', 'suspected'],
    true,
  ],
  [/\bwho (?:is|was|are|were) (?:the )?suspect(?:ed|s)?(?: (?:of|in|for))?\b/gi, ['suspected'], true],
  [
    /\bwho (?:has |have )?(?:denie[sd]|den(?:y|ying)|rejected)(?: (?:responsibility|involvement|it))?\b|\b(?:did|has|have|does) (?:any(?:one|body| group| side)|some(?:one|body))(?: (?:ever|yet))? den(?:y|ied)\b/gi,
    ['denied'],
    true,
  ],
  [
    new RegExp(
      `\\bclaimed,?(?: (?:but|and|yet|though))?(?: (?:that )?(?:were|was|are|have been|has been))? (?:(?:not|never)(?: yet)?(?: been)? ${unconfirmed}(?: yet)?(?: by (?:anyone|anybody|others)(?: else)?)?|${unconfirmed} by ${nobody}|un${unconfirmed})|\\bunconfirmed claims?(?: of responsibility)?\\b|\\bclaims? (?:that )?${nobody} (?:has )?(?:confirmed|confirms)\\b|\\b(?:only|merely) claimed\\b`,
      'gi',
    ),
    ['claimed'],
    false,
    ['confirmed'],
  ],
  [/\bclaimed(?: responsibility)? by\b|\bclaims? by\b/gi, ['claimed'], false],
  [
    /\b(?:blamed on|attributed to|pinned on|(?:is|was|are|were|has been|have been) (?:blamed|accused|held responsible)(?: (?:for|of))?|accused)\b/gi,
    ['blamed', 'suspected'],
    false,
  ],
  [/\bsuspected (?:of|to be|by)?\b/gi, ['suspected'], false],
  [/\bdenied(?: by)?\b/gi, ['denied'], false],
  [/\bconfirmed(?: by)?\b/gi, ['confirmed'], false],
  [/\bclaimed\b/gi, ['claimed'], false],
];

/** Who claimed, blamed, suspected, denied: kept apart from what was observed. */
export const readAttributions = (text: string): AttributionReading[] =>
  cues.flatMap(([pattern, statuses, asks, unless]) =>
    readAll(text, 'attribution', pattern, () => ({
      value: { statuses, asks, ...(unless ? { unless } : {}) },
      score: asks || unless ? 0.95 : 0.8,
    })),
  );
