import type { Reading } from '../reading.ts';
import { readAll } from '../text.ts';

interface AttributionCue {
  statuses: string[];
  /** The words ask who it was ("who claimed"), not for incidents so attributed ("claimed by X"). */
  asks: boolean;
}
export type AttributionReading = Reading<'attribution', AttributionCue>;

const cues: [RegExp, string[], boolean][] = [
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
  [/\bwho (?:has )?denie[sd]\b/gi, ['denied'], true],
  [/\b(?:claimed but not confirmed|unconfirmed claims?)\b/gi, ['claimed'], false],
  [/\bclaimed(?: responsibility)? by\b|\bclaims? by\b/gi, ['claimed'], false],
  [/\b(?:blamed on|attributed to|accused)\b/gi, ['blamed', 'suspected'], false],
  [/\bsuspected (?:of|to be|by)?\b/gi, ['suspected'], false],
  [/\bdenied(?: by)?\b/gi, ['denied'], false],
  [/\bconfirmed(?: by)?\b/gi, ['confirmed'], false],
  [/\bclaimed\b/gi, ['claimed'], false],
];

/** Who claimed, blamed, suspected, denied: kept apart from what was observed. */
export const readAttributions = (text: string): AttributionReading[] =>
  cues.flatMap(([pattern, statuses, asks]) =>
    readAll(text, 'attribution', pattern, () => ({ value: { statuses, asks }, score: asks ? 0.95 : 0.8 })),
  );
