import type { Period } from '../../incidents/query.ts';
import type { Reading } from '../span.ts';
import { type Clock, clockAt } from './calendar.ts';
import { engineFor } from './engine.ts';
import { inFigures } from './number-words.ts';
import { plain } from './plain.ts';
import { resolve } from './resolve.ts';
import { allSteps } from './steps.ts';
import type { Opened, Options, TimeSpanResult } from './time-span.ts';
import { mayTellTime } from './time-words.ts';

export interface PeriodContext {
  now: Date;
  zone: string;
  locale: string;
}

const meant = (found: TimeSpanResult, clock: Clock): Opened | undefined =>
  found.opened ?? (found.time && resolve(found.time, clock));

const preposition =
  /\b(?:in|during|on|for|over|throughout|within|of|at|dated|around)(?: the)?(?: (?:year|month|course) of)? $/i;

/** Every time expression as a half-open period in the asker's zone, ambiguity towards the past. */
export const readPeriods = (said: string, { now, zone, locale }: PeriodContext): Reading<'period', Period>[] =>
  periodsBy(said, now, clockAt(now, zone, locale));

/**
 * The same in a thread about the period `anchor`: "the year before", "the next day" and "a year earlier" are counted
 * from it, and "July" is the one of its year.
 */
export const readRelativePeriods = (
  said: string,
  { now, zone, locale, anchor }: PeriodContext & { anchor: Period },
): Reading<'period', Period>[] => periodsBy(said, now, { ...clockAt(now, zone, locale), anchor });

function periodsBy(said: string, now: Date, clock: Clock): Reading<'period', Period>[] {
  const { text, original } = inFigures(plain(said));
  if (!clock.anchor && !mayTellTime(text)) return [];
  const options: Options = { clock };
  const results = engineFor(clock.locale).parse(text, { instant: now, timezone: 'UTC' }, options) as TimeSpanResult[];
  // Where joining them took all its steps, what was joined by then is still read.
  const afresh = { ...clock, steps: allSteps() };
  return results.flatMap((found) => {
    const period = found.time?.latent && !found.opened ? undefined : meant(found, afresh);
    if (!period) return [];
    const lead = text.slice(0, found.index).match(preposition)?.[0].length ?? 0;
    const [start, end] = [original(found.index - lead), original(found.to)];
    return [
      {
        facet: 'period' as const,
        value: { start: period.start, end: period.end },
        start,
        end,
        words: said.slice(start, end),
        score: 0.95,
        ...(found.time?.assumed ? { assumed: found.time.assumed } : {}),
      },
    ];
  });
}
