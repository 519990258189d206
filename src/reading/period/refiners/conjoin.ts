import type { ParsingContext, Refiner } from 'chrono-node';
import { finer, type Grain } from '../grain.ts';
import { resolve } from '../resolve.ts';
import { both, changed, type Time, weekendAt, within } from '../time.ts';
import { clockOf, TimeSpanResult } from '../time-span.ts';
import { isNumbered, isWeekday } from '../words.ts';

const link = /^[\s,]*(?:\(?\b(?:on|in|of|at|for|from|during|around)\b\)?|@|\)?-|∙|\()?(?: the)?(?: year)?[\s,)]*$/i;
const rank: Record<string, readonly Grain[]> = {
  clock: ['day', 'part', 'year'],
  part: ['day'],
  day: ['week', 'month', 'season', 'quarter', 'half', 'year'],
  week: ['month', 'quarter', 'half', 'year'],
  month: ['quarter', 'half', 'year', 'decade'],
  season: ['year', 'decade'],
  quarter: ['year'],
  half: ['year'],
};

const ofDay = new Set<Grain>(['clock', 'part']);

/** One time placed in the other: "Friday" in "last week", "Easter" in "2018", "9am" on "12 July". */
function placed(a: TimeSpanResult, b: TimeSpanResult): Time | undefined {
  const [x, y] = [a.time as Time, b.time as Time];
  if (x.grain === 'day' && /^week-?end$/i.test(b.text)) return changed(x, 'day', weekendAt);
  if (x.grain === 'day' && y.grain === 'day') return sameDay(a, b);
  if (x.grain === y.grain || isSettled(x, y) || isSettled(y, x)) return undefined;
  const [fine, told] = finer(x.grain, y.grain) ? [x, y] : [y, x];
  const coarse = told.holder && !(rank[fine.grain] ?? []).includes(told.grain) ? told.holder : told;
  if (!(rank[fine.grain] ?? []).includes(coarse.grain)) return undefined;
  if (fine.bounds && (coarse.bounds || fine.grain !== 'clock')) return undefined;
  return fine.grain === 'day' && isTooWide(coarse.grain, [a.text, b.text]) ? undefined : within(fine, coarse);
}

/** "Monday 2016", "the 3rd 2016": many days, not one. */
const isTooWide = (coarse: Grain, words: string[]) =>
  (coarse !== 'week' && coarse !== 'month' && words.some(isWeekday)) || (coarse === 'year' && words.some(isNumbered));

/** A clock time that has its day takes no part of a day besides. */
const isSettled = (clock: Time, part: Time) =>
  clock.grain === 'clock' && !clock.latent && part.grain === 'part' && part.latent === true;

/** "Friday the 13th" is both; beside a full date the name of the day adds nothing. */
function sameDay(a: TimeSpanResult, b: TimeSpanResult): Time | undefined {
  const [weekday, other] = isWeekday(a.text) ? [a, b] : isWeekday(b.text) ? [b, a] : [];
  if (!weekday || !other) return holidayAgo(a, b);
  if (isWeekday(other.text)) return undefined;
  return isNumbered(other.text) ? both(weekday.time as Time, other.time as Time) : other.time;
}

const holidayAgo = (a: TimeSpanResult, b: TimeSpanResult): Time | undefined => {
  const [ago, day] = b.time?.holder ? [b.time.holder, a.time] : a.time?.holder ? [a.time.holder, b.time] : [];
  return ago && day && !day.bounds ? within(day, ago) : undefined;
};

function conjoined(context: ParsingContext, a: TimeSpanResult, b: TimeSpanResult): TimeSpanResult | undefined {
  // No one says a time in so many words; chains without end are refused before they cost.
  if (b.to - a.index > 100) return undefined;
  if (!a.time || !b.time || !link.test(context.text.slice(a.to, b.index))) return undefined;
  const time = placed(a, b);
  if (!time) return undefined;
  const latent = a.time.latent && b.time.latent && ofDay.has(a.time.grain) && ofDay.has(b.time.grain);
  const meant = resolve(time, clockOf(context));
  return meant
    ? Object.assign(new TimeSpanResult(context.reference, a.index, context.text.slice(a.index, b.to)), {
        time: latent ? { ...time, latent } : time,
      })
    : undefined;
}

const refiner = (suits: (a: TimeSpanResult, b: TimeSpanResult) => boolean): Refiner => ({
  refine(context, results) {
    const made: TimeSpanResult[] = [];
    for (const result of results as TimeSpanResult[]) {
      let last = result;
      for (let before = made.at(-1); before && suits(before, last); before = made.at(-1)) {
        const one = conjoined(context, before, last);
        if (!one) break;
        made.pop();
        last = one;
      }
      made.push(last);
    }
    return made;
  },
});

/** "8:00" and "in the morning", before either joins a day. */
export const conjoinClocks = refiner((a, b) => [a, b].every(({ time }) => time?.latent && ofDay.has(time.grain)));

/** Times side by side that say one time together. */
export const conjoin = refiner(() => true);
