import type { Period } from '../../incidents/query.ts';
import type { Reading } from '../reading.ts';
import { clockAt } from './calendar.ts';
import { monthParsers, quarterParsers, seasonParsers, yearParsers } from './calendar-units.ts';
import { readDates } from './dates.ts';
import { dayParsers } from './days.ts';
import { openEnds } from './open-ends.ts';
import { type Base, run } from './parser.ts';
import { joinRanges, rangeParsers, takeParts } from './ranges.ts';
import { rollingParsers, unitParsers } from './relative.ts';
import { takeWrapped } from './wrapped.ts';

export interface PeriodContext {
  now: Date;
  zone: string;
  locale: string;
}

const parsers = [
  ...dayParsers,
  ...rangeParsers,
  ...quarterParsers,
  ...seasonParsers,
  ...rollingParsers,
  ...unitParsers,
  ...monthParsers,
  ...yearParsers,
];

/** The longest first; of two that share words the shorter one is dropped. */
function longest(bases: Base[]): Base[] {
  const kept: Base[] = [];
  for (const base of [...bases].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    if (!kept.some((k) => base.from < k.to && k.from < base.to)) kept.push(base);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** Every time expression as a half-open period in the asker's zone, ambiguity towards the past. */
export function readPeriods(text: string, { now, zone, locale }: PeriodContext): Reading<'period', Period>[] {
  const clock = clockAt(now, zone, locale);
  const bases = longest([...run(parsers, text, clock), ...readDates(text, clock)]);
  const shaped = openEnds(takeParts(joinRanges(takeWrapped(bases, text), text), text), text);
  return shaped.map(({ start, end, from, to, words, assumed }) => ({
    facet: 'period',
    value: { start, end },
    start: from,
    end: to,
    words,
    score: 0.95,
    ...(assumed ? { assumed } : {}),
  }));
}
