import { type Anchor, add, type Clock, type Interval, lastDay, startOf, type Unit, unitAt } from '../calendar.ts';
import type { Grain } from '../grain.ts';
import { fixed } from '../time.ts';
import { ends, times } from '../time-span.ts';
import { countOf, countWords, unitOf } from '../words.ts';

const unit = '(day|week|wk|fortnight|month|mth|quarter|qtr|year|yr|decade)';
const way = '(before|prior|earlier|preceding|after|later|following|afterwards?)';
const adjective = '(previous|preceding|prior|following|next|subsequent)';
const isBack = (word: string) => /^(?:before|prior|earlier|preceding|previous|last)/i.test(word);
// "the day before 5 May" and "the week after the attack" are counted from what follows them.
const alone = "(?=[?.!,;:)]|'s\\b|$| (?:in|at|by|for|near|around|and|or|with|per|only|too|instead|please)\\b)";

const stepOf = (n: string | undefined, word: string): [number, Unit] => {
  const [name, times] = unitOf(word);
  return [(n ? countOf(n) : 1) * times, name as Unit];
};

/** What touches the thread's period: "the two weeks before", "the week after that". */
function beside({ start, end }: Anchor, back: boolean, n: number, of: Unit): Interval | undefined {
  if (back) return start === null ? undefined : { start: add(start, -n, of), end: start };
  return end === null ? undefined : { start: end, end: add(end, n, of) };
}

/** The calendar's own unit beside the thread's period: "the month before", "the next day". */
function unitBeside({ start, end }: Anchor, back: boolean, of: Unit): Interval | undefined {
  const from = back ? start : end && lastDay(end);
  return from === null ? undefined : unitAt(add(startOf(from, of), back ? -1 : 1, of), of);
}

/** The thread's period so many units on: "a year earlier". */
function shifted({ start, end }: Anchor, back: boolean, n: number, of: Unit): Interval | undefined {
  return start === null || end === null
    ? undefined
    : { start: add(start, back ? -n : n, of), end: add(end, back ? -n : n, of) };
}

const move = (pattern: string, make: (match: (string | undefined)[], anchor: Anchor) => Interval | undefined) =>
  times(new RegExp(`\\b${pattern}`, 'i'), (match, { anchor }: Clock) => {
    const made = anchor && make(match, anchor);
    return made && fixed(made, grainOf(made));
  });

const grainOf = ({ start, end }: Interval): Grain =>
  (['day', 'week', 'month', 'quarter', 'year'] as const).find((u) => unitAt(start, u).end === end) ?? 'month';

const same = '(?:the )?same (?:period|time|dates?|days?|weeks?|months?|quarters?|season)(?: (?:of|in|from))?';

/** Moves from the period a thread is about; they say nothing elsewhere. */
export const moveParsers = [
  move(
    `(?:the (?:${countWords} )?)?${unit}s? ${way}( (?:that|it|this|then))?${alone}`,
    ([, n, u, to, that], anchor) => {
      const [count, of] = stepOf(n, u as string);
      return n || that ? beside(anchor, isBack(to as string), count, of) : moved(anchor, to as string, count, of);
    },
  ),
  move(`(?:the )?${adjective} (?:${countWords} )?${unit}s?\\b`, ([, to, n, u], anchor) => {
    const [count, of] = stepOf(n, u as string);
    return n ? beside(anchor, isBack(to as string), count, of) : moved(anchor, to as string, count, of);
  }),
  move(`${countWords} ${unit}s? ${way}(?: (?:that|it|this|then))?${alone}`, ([, n, u, to], anchor) =>
    shifted(anchor, isBack(to as string), ...stepOf(n, u as string)),
  ),
  move(`${same} (?:the |${countWords} )${unit}s? ${way}${alone}`, ([, n, u, to], anchor) =>
    shifted(anchor, isBack(to as string), ...stepOf(n, u as string)),
  ),
  move(`${same} (?:the )?(?:${adjective}|(last)) ${unit}\\b`, ([, to, last, u], anchor) =>
    shifted(anchor, isBack((to ?? last) as string), ...stepOf(undefined, u as string)),
  ),
  ends(
    /\b(?:(?:ever )?since (?:then|that)|(?:after|following) (?:that|this)|afterwards|from then on(?:wards)?|thereafter)\b/i,
    ({ anchor }) => (anchor?.end ? { start: anchor.end, end: null } : undefined),
  ),
  ends(/\b(?:before (?:that|then|this)|(?:until|till|up to) then|beforehand|previously)\b/i, ({ anchor }) =>
    anchor?.start ? { start: null, end: anchor.start } : undefined,
  ),
  move(`(?<=\\bof )the (week|month|quarter|year|decade)\\b(?! ${way})`, ([, u], { start, end }) => {
    const at = start ?? (end && lastDay(end));
    return at === null ? undefined : unitAt(at, u?.toLowerCase() as Unit);
  }),
  move(`${same} (\\d{4})\\b`, ([, year], { start, end }) => {
    if (start === null || end === null) return undefined;
    const years = Number(year) - Number(start.slice(0, 4));
    return { start: add(start, years, 'year'), end: add(end, years, 'year') };
  }),
  move('(?:the |that )?(?:whole|full|entire) (week|month|quarter|year|decade)\\b', ([, u], { start, end }) => {
    const at = start ?? (end && lastDay(end));
    return at === null ? undefined : unitAt(at, u?.toLowerCase() as Unit);
  }),
  move('(?:the )?rest of (?:that|the) (week|month|quarter|year|decade)\\b', ([, u], { end }) => {
    const until = end && unitAt(lastDay(end), u?.toLowerCase() as Unit).end;
    return end && until && end < until ? { start: end, end: until } : undefined;
  }),
  move(`(?:that|the same) (day|week|month|quarter|year|decade)\\b(?! ${way})`, ([, u], { start, end }) => {
    const at = start ?? (end && lastDay(end));
    return at === null ? undefined : unitAt(at, u?.toLowerCase() as Unit);
  }),
];

/** A fortnight is no unit of the calendar. */
const moved = (anchor: Anchor, to: string, n: number, of: Unit) =>
  n > 1 ? beside(anchor, isBack(to), n, of) : unitBeside(anchor, isBack(to), of);
