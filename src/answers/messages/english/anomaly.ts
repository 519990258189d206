import type { AnomalyRule, RiseRule } from '../../../kernel/anomaly-rule.ts';
import { number, plural } from './text.ts';

const units: Record<number, [string, string]> = {
  1: ['day', 'days'],
  7: ['week', 'weeks'],
  30: ['thirty days', 'times thirty days'],
};
const unit = (days: number) => units[days]?.[0] ?? `${days} days`;
/** "4 weeks": `n` windows of so many days. */
export const spans = (n: number, days: number): string =>
  `${n} ${n === 1 ? unit(days) : (units[days]?.[1] ?? `times ${days} days`)}`;

export const figureOf = (n: number, of: RiseRule['of']): string =>
  of === 'killed' ? `${number(n)} killed` : plural(n, 'incident');
/** To a tenth. */
export const rounded = (n: number): number => Math.round(n * 10) / 10;

/** What is watched for, to follow "hear of". */
export const watchWords = (watched: AnomalyRule, about: string): string =>
  watched.kind === 'new-actor'
    ? `an actor that the data has in none of the ${about} before`
    : `a ${unit(watched.days)} with at least ${number(watched.times)} times the usual number of ${watched.of === 'killed' ? `people killed in ${about}` : about} (the average of the ${spans(watched.against, watched.days)} before; never fewer than 3)`;
