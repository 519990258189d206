import type { Reading } from '../span.ts';
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

const noOne = '(?:nobody|no ?one|no (?:group|side|party|organi[sz]ation|militia))(?: at all| else)?';
const claims = '(?:claims?|claimed|claiming|takes?|took|taken)(?: (?:responsibility|credit)(?: for)?)?';

/** "never claimed", "nobody denied it": what is not said of it by anyone. */
const negated = (verb: string, noun: string, forms: string) =>
  new RegExp(
    `\\b(?:not|never|n't)(?: (?:yet|ever|been|even)){0,2} ${verb}(?: (?:yet|so far))?(?: by (?:any ?(?:one|body)|any (?:group|side|party)))?\\b|\\b${verb} by ${noOne}\\b|\\b${noOne} (?:has |have |had )?(?:ever |yet |so far )?${forms}\\b|\\b(?:without|no) (?:a |any )?${noun}s?(?: of responsibility)?\\b`,
    'gi',
  );

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
  [negated('claimed', 'claim', claims), [], false, ['claimed']],
  [/\bunclaimed\b/gi, [], false, ['claimed']],
  [negated('denied', 'denial', 'den(?:y|ies|ied)'), [], false, ['denied']],
  [/\bclaimed(?: responsibility)? by\b|\bclaims? by\b/gi, ['claimed'], false],
  [
    /\b(?:blamed on|attributed to|pinned on|(?:is|was|are|were|has been|have been) (?:blamed|accused|held responsible)(?: (?:for|of))?|accused)\b/gi,
    ['blamed', 'suspected'],
    false,
  ],
  [/\bsuspected (?:of|to be|by)?\b/gi, ['suspected'], false],
  [/\bdenied(?: by)?\b/gi, ['denied'], false],
  [/\bconfirmed(?: by)?\b/gi, ['confirmed'], false],
  [
    /(?<=\b(?:did|does|do|has|have)\b[^?!.]{2,60} )claim(?:ed)?(?: (?:responsibility|credit))?(?: for)?\b/gi,
    ['claimed'],
    false,
  ],
  [/(?<=\b(?:did|does|do)\b[^?!.]{2,60} )deny\b/gi, ['denied'], false],
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
