import { days } from './wording/dates.ts';
import { clean, number, plural } from './wording/words.ts';

interface Rise {
  of: 'incidents' | 'killed';
  days: number;
  times: number;
  against: number;
}

/** What a subscription watches for. */
export type Watched = ({ kind: 'rise' } & Rise) | { kind: 'new-actor' };

const units: Record<number, [string, string]> = {
  1: ['day', 'days'],
  7: ['week', 'weeks'],
  30: ['thirty days', 'times thirty days'],
};
const unit = (days: number) => units[days]?.[0] ?? `${days} days`;
const spans = (n: number, days: number) => `${n} ${n === 1 ? unit(days) : (units[days]?.[1] ?? `times ${days} days`)}`;

const figure = (n: number, of: Rise['of']) => (of === 'killed' ? `${number(n)} killed` : plural(n, 'incident'));
const rounded = (n: number) => Math.round(n * 10) / 10;

/** "More than usual: 9 incidents, 18 to 24 November 2026, against 3.5 on average in the 4 weeks before." */
export function risenWords(
  { first, last, now, usual }: { first: string; last: string; now: number; usual: number },
  rise: Rise,
): string {
  const before = usual === 0 ? 'none' : `${number(rounded(usual))} on average`;
  return `More than usual: ${figure(now, rise.of)}, ${days(first, last)}, against ${before} in the ${spans(rise.against, rise.days)} before.`;
}

export const actorSeen = (name: string): string => `Not seen there before: ${clean(name, 120)}.`;

/** What is watched for, to follow "hear of". */
export const watchWords = (watched: Watched, about: string): string =>
  watched.kind === 'new-actor'
    ? `an actor that the data has in none of the ${about} before`
    : `a ${unit(watched.days)} with at least ${number(watched.times)} times the usual number of ${watched.of === 'killed' ? `people killed in ${about}` : about} (the average of the ${spans(watched.against, watched.days)} before; never fewer than 3)`;
