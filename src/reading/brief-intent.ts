import { withoutCourtesy } from './strip-politeness.ts';
import { tidy } from './text.ts';

export const briefUnits = ['day', 'week', 'month'] as const;
export type BriefUnit = (typeof briefUnits)[number];

/** A brief is wanted. `question` says of what; without one it is about the last answer, or about everything. */
export interface BriefWish {
  period: BriefUnit;
  question?: string;
}

/** No wish is longer, and the patterns take the square of it. */
const longest = 500;
const units: Record<string, BriefUnit> = { daily: 'day', weekly: 'week', monthly: 'month' };
const lead = '^(?:(?:give|show|send|make|write|get|prepare) (?:me |us )?)?(?:an? |the |my |our )?';
const every = '(?<every>daily|weekly|monthly)';
const noun = '(?:brief(?:ing)?|report|summary|situation report|sit ?rep|overview|round[- ]?up)';
const about = '(?:\\s*[:,–—-]\\s*|\\s+(?:for|on|of|about|in|from|covering)\\s+)';

const ways = [
  // "weekly report for Iraq", "daily brief: Ukraine", "a monthly summary of attacks in Mexico"
  new RegExp(`${lead}${every} ${noun}(?:${about}(?<said>.+?))?\\W*$`, 'i'),
  // "brief me on Borno"
  /^(?:(?:can|could|would|will) you (?:please )?)?brief (?:me|us)(?: (?:on|about)\s+(?<said>.+?))?\W*$/i,
  // "a briefing on Borno", "brief: Iraq"
  new RegExp(`${lead}brief(?:ing)?(?:\\s*:\\s*|\\s+(?:on|for|about)\\s+)(?<said>.+?)\\W*$`, 'i'),
];

/** "weekly report for Iraq", "brief me on Borno"; undefined for anything else. */
export function briefWish(text: string): BriefWish | undefined {
  if (text.length > longest) return undefined;
  const said = withoutCourtesy(tidy(text).replace(/\?+$/, ''));
  for (const way of ways) {
    const groups = said.match(way)?.groups;
    if (!groups && !way.test(said)) continue;
    const period = units[groups?.every?.toLowerCase() ?? ''] ?? 'week';
    return { period, ...(groups?.said ? { question: groups.said } : {}) };
  }
  return undefined;
}

/** What follows the command's name: "me on Borno" as well as "Borno". */
export const briefSubject = (words: string): string =>
  words.replace(/^(?:(?:me|us)\s+)?(?:(?:on|for|about|of)\s+)?/i, '') || words;
