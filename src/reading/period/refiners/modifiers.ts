import type { ParsingContext, Refiner } from 'chrono-node';
import { addClock } from '../calendar.ts';
import { resolve } from '../resolve.ts';
import { changed, type Time } from '../time.ts';
import { clockOf, TimeSpanResult } from '../time-span.ts';
import { monthWords, weekdayWords } from '../words.ts';

const joins = (context: ParsingContext, a: TimeSpanResult, b: TimeSpanResult) =>
  /^[ -]?\(?(?:the )?$/i.test(context.text.slice(a.to, b.index));

const merged = (
  context: ParsingContext,
  a: TimeSpanResult,
  b: TimeSpanResult,
  meaning: Partial<TimeSpanResult>,
): TimeSpanResult =>
  Object.assign(new TimeSpanResult(context.reference, a.index, context.text.slice(a.index, b.to)), meaning);

/** "early", "the third week of", "the night of", from the innermost out. A lead with nothing to lead falls away. */
export const applyLeads: Refiner = {
  refine(context, results) {
    const made: TimeSpanResult[] = [];
    for (const result of (results as TimeSpanResult[]).toReversed()) {
      const next = made[0];
      if (!result.lead) made.unshift(result);
      else if (next?.time && joins(context, result, next)) {
        const time = result.lead(next.time, clockOf(context));
        if (time) made[0] = merged(context, result, next, { time: { ...time, latent: false } });
      }
    }
    return made;
  },
};

const later = new RegExp(
  `^(?: and| or)? ?(?:on(?:wards?)?|later|after(?:wards)?|and greater|and newer)\\b(?! civilians| the| a | \\d| ${weekdayWords}| ${monthWords})|^ ?\\+(?=\\s|$)(?! ?(?:\\d|${monthWords}))`,
  'i',
);
const earlier = /^ (?:and|or) (?:earlier|before|older)\b/i;
const duration = /^ for (\d+) hours?\b/i;

function trailed(context: ParsingContext, result: TimeSpanResult): TimeSpanResult {
  const time = result.time as Time;
  const after = context.text.slice(result.to);
  const grown = (match: RegExpMatchArray, meaning: Partial<TimeSpanResult>) =>
    Object.assign(
      new TimeSpanResult(
        context.reference,
        result.index,
        context.text.slice(result.index, result.to + match[0].length),
      ),
      meaning,
    );
  const on = after.match(later);
  const back = after.match(earlier);
  const at = on || back ? resolve(time, clockOf(context)) : undefined;
  // "the year after" names no year.
  if (on && time.latent && /^ after/i.test(on[0])) return result;
  if (on && at) return grown(on, { time, opened: { start: at.start, end: null } });
  if (back && at) return grown(back, { time, opened: { start: null, end: at.end } });
  const lasting = time.grain === 'clock' && after.match(duration);
  if (lasting) {
    const longer = changed(time, 'clock', (i) => ({
      start: i.start,
      end: addClock(i.start, Number(lasting[1]), 'hour'),
    }));
    return grown(lasting, { time: longer });
  }
  return result;
}

/** "and later", "onwards", "or earlier", "for 7 hours". */
export const applyTrails: Refiner = {
  refine: (context, results) => (results as TimeSpanResult[]).map((r) => (r.time ? trailed(context, r) : r)),
};

/** "since", "before": the last word on a time. */
export const applyOpenEnds: Refiner = {
  refine(context, results) {
    const made: TimeSpanResult[] = [];
    for (const result of (results as TimeSpanResult[]).toReversed()) {
      const next = made[0];
      if (!result.open) made.unshift(result);
      else if (next?.time && joins(context, result, next)) {
        const at = resolve(next.time, clockOf(context));
        const closed = next.time.closed && /^from$/i.test(result.text.trim());
        if (at && !closed)
          made[0] = merged(context, result, next, { time: next.time, opened: next.opened ?? result.open(at) });
      }
    }
    return made;
  },
};
