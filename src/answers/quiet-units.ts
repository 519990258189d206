import { endOfCountry } from '../incidents/end-of-country.ts';
import { isCycleUnit, isTimeUnit, keysOfCycle, unitKey, unitsBetween } from '../incidents/time-units.ts';
import { askedRanges, isPartial, mostUnits } from './asked-units.ts';
import type { AnswerContext } from './document/answer-context.ts';

const mostNamed = 5;

/** The units of time without any incident, of a ranking by the fewest: the first five, and how many more there are. */
export function quietUnits(context: AnswerContext): { keys: string[]; more: number } | undefined {
  const all = unitsAsked(context);
  const keys = all.filter((key) => !context.result.keys?.includes(key));
  return keys.length ? { keys: keys.slice(0, mostNamed), more: Math.max(0, keys.length - mostNamed) } : undefined;
}

/** The whole units in the question's periods as far as there is data; of an open period, from the first group to the last. */
function unitsAsked(context: AnswerContext): readonly string[] {
  const { query, result, coverage } = context;
  const { by } = query;
  const [first, last] = [result.keys?.[0], result.keys?.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (isCycleUnit(by)) return keysOfCycle(by);
  if (!isTimeUnit(by)) return [];
  const asked = askedRanges(context);
  const end = endOfCountry(context)?.last ?? coverage.last ?? undefined;
  const bound = (at: number, otherwise: string) => (Number.isFinite(at) ? unitKey(at, by) : otherwise);
  const from = bound(Math.min(...asked.map((period) => period.start)), first);
  const to = bound(Math.max(...asked.map((period) => period.end)) - 1, last);
  return unitsBetween(from, to, by, mostUnits).filter(
    (key) => !isPartial(asked, key, end) && !isBeforeData(key, context),
  );
}

const isBeforeData = (key: string, { coverage: { first }, query: { by } }: AnswerContext): boolean =>
  first !== null && isTimeUnit(by) && key < unitKey(Date.parse(first), by);
