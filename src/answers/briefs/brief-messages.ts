import { daysLater } from '../../incidents/day-spans.ts';
import { withoutPeriods } from '../../incidents/periods.ts';
import type { BriefUnit } from '../../reading/brief-intent.ts';
import { day, days } from '../messages/english/dates.ts';
import { filterText } from '../messages/english/filter.ts';
import { capital, clean, number, plural } from '../messages/english/text.ts';
import type { BriefData, BriefFigures } from './brief-data.ts';

export const adverbs: Record<BriefUnit, string> = { day: 'Daily', week: 'Weekly', month: 'Monthly' };

/** Below this a percentage says more than the figures do. */
const least = 3;
/** Per cent. */
const [aboutTheSame, many] = [5, 200];

/** Rounds a mean: to one, below ten to a tenth. */
const rounded = (n: number): number => (n >= 10 ? Math.round(n) : Math.round(n * 10) / 10);

/** A mean in words: "13", "2.5". */
export const mean = (n: number): string => number(rounded(n));

/** The change from a mean: "+33", "−4.5". */
export function changeFrom(usual: number, now: number): string {
  const change = now - rounded(usual);
  return `${change < 0 ? '−' : '+'}${mean(Math.abs(change))}`;
}

/** "40 % more than the usual 13" */
export function comparedWithUsual(now: number, usual: number): string {
  if (now === 0 && usual === 0) return 'as usual';
  if (now < least || usual < least) return `where the usual is ${mean(usual)}`;
  const change = Math.round((now / usual - 1) * 100);
  if (Math.abs(change) < aboutTheSame) return `about the usual ${mean(usual)}`;
  if (change >= many) return `${mean(now / usual)} times the usual ${mean(usual)}`;
  return `${number(Math.abs(change))} % ${change > 0 ? 'more' : 'fewer'} than the usual ${mean(usual)}`;
}

const range = (best: number, low: number, high: number) =>
  low === best && high === best ? '' : ` (${number(Math.min(low, best))} to ${number(Math.max(high, best))})`;

/** Incidents and killed beside their usual, and what the usual is. */
export function figureWords(
  { incidents, killed, low, high, withoutFigure, usual, windows }: BriefFigures,
  unit: BriefUnit,
): string {
  const against = (now: number, mean: number | undefined) =>
    mean === undefined ? '' : `, ${comparedWithUsual(now, mean)}`;
  const unknown = withoutFigure
    ? ` No source gives a figure of the killed for ${withoutFigure === incidents ? 'any of them' : `${number(withoutFigure)} of them`}.`
    : '';
  const counted = `${capital(incidents === 0 ? 'no incidents' : plural(incidents, 'incident'))}${against(incidents, usual?.incidents)}; ${number(killed)} killed${range(killed, low, high)}${against(killed, usual?.killed)}.${unknown}`;
  const basis = usual
    ? ` The usual is the mean of the ${windows === 1 ? `${unit} before` : `${number(windows)} ${unit}s before`}.`
    : ` The data has no ${unit} before it to compare with.`;
  return counted + basis;
}

/** "attacks in Mexico" */
export const subject = ({ sum }: Pick<BriefData, 'sum'>): string => {
  return clean(filterText(withoutPeriods(sum.query.filter)), 200);
};

const spanWords = ({ start, end }: BriefData['span']): string => days(start, daysLater(end, -1));

/** Why the brief covers this window. */
export function limitWords({ limit, unit, end, now }: BriefData): string {
  if (limit === 'data') return `It is the last whole ${unit} before the data ends, on ${day(end)}.`;
  if (limit === 'question') return `It is the last whole ${unit} of the time you named.`;
  return `It is the last whole ${unit} before today, ${day(now)}.`;
}

/** "Weekly brief: attacks in Mexico, 6 to 12 July 2020" */
export const heading = (brief: BriefData): string =>
  `${adverbs[brief.unit]} brief: ${subject(brief)}, ${spanWords(brief.span)}`;
