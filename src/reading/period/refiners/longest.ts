import type { ParsingResult, Refiner } from 'chrono-node';
import { TimeSpanResult } from '../time-span.ts';
import { widened } from '../to-interval.ts';
import { isNoTime } from './no-time.ts';
import { rangeOf } from './ranges.ts';

/** chrono's own results as times of ours; what it only guessed falls away, and a date that does not exist hides its parts. */
export const widen: Refiner = {
  refine: (context, results) =>
    results.flatMap((result: ParsingResult) => {
      if (isNoTime(result.text, context.text.slice(result.index + result.text.length)))
        return [new TimeSpanResult(context.reference, result.index, result.text)];
      if (result instanceof TimeSpanResult) return [result];
      const times = widened(result);
      if (!times)
        return result.start.isCertain('day') && result.start.isCertain('year')
          ? [new TimeSpanResult(context.reference, result.index, result.text)]
          : [];
      const time = times[1] ? rangeOf(times[0], times[1]) : times[0];
      return [Object.assign(new TimeSpanResult(context.reference, result.index, result.text), { time })];
    }),
};

/** Leads that have nothing to lead are no results: else "last week" would fall to "last week of". */
const withoutIdleLeads = (text: string, results: TimeSpanResult[]): TimeSpanResult[] => {
  const begins = new Set<number>();
  return [...results]
    .sort((a, b) => b.index - a.index)
    .filter((r) => {
      const next = r.to + (text.slice(r.to).match(/^[ -]?\(?(?:the )?/i)?.[0].length ?? 0);
      const useful = r.time !== undefined || (!r.lead && !r.open) || begins.has(next) || begins.has(r.to + 1);
      if (useful) begins.add(r.index);
      return useful;
    });
};

/** Of results that share words the longest stays. */
export const longest: Refiner = {
  refine(context, results) {
    const kept: TimeSpanResult[] = [];
    for (const one of withoutIdleLeads(context.text, results as TimeSpanResult[]).sort(
      (a, b) =>
        b.text.length - a.text.length ||
        a.index - b.index ||
        Number(b.time !== undefined && !b.time.latent) - Number(a.time !== undefined && !a.time.latent) ||
        Number(b.time?.bounds !== undefined) - Number(a.time?.bounds !== undefined),
    )) {
      if (!kept.some((k) => one.index < k.to && k.index < one.to)) kept.push(one);
    }
    return kept.sort((a, b) => a.index - b.index);
  },
};
