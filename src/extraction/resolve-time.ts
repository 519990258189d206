import { daysBetween, daysLater } from '../incidents/day-spans.ts';
import type { When } from '../incidents/incident.ts';
import type { Period } from '../incidents/query.ts';
import { readPeriods } from '../reading/period/index.ts';
import type { Reading } from '../reading/span.ts';

/**
 * A time in a sentence, at `[start, end)`. `when` has no date if it is relative and the publication date is unknown.
 */
export interface TimeMention extends Pick<Reading, 'start' | 'end'> {
  when: When;
  /** It is when something was said, not when it happened: "police said on Sunday". */
  telling: boolean;
  /** It is longer than a month, or open: the span of a total, not an incident's date. */
  long: boolean;
}

/** When and in which locale (BCP 47) a text was published. */
export interface Publication {
  /** ISO date, if known. */
  date?: string | undefined;
  locale: string;
}

const evening = (date: string) => new Date(`${date}T23:59:00Z`);
// Two days without a common weekday, month or year: a time that is the same relative to both is absolute.
const anchors = ['2003-02-12', '2019-09-29'].map(evening) as [Date, Date];

const dayBefore = (iso: string) => daysLater(iso.slice(0, 10), -1);
const daysOf = (a: string, b: string) => daysBetween(a.slice(0, 10), b.slice(0, 10));

const parts: [RegExp, NonNullable<When['partOfDay']>][] = [
  [/\b(?:night|overnight|midnight|small hours|early hours|predawn|pre-dawn)\b/i, 'night'],
  [/\b(?:morning|dawn|daybreak|a\.?m\.?)\b/i, 'morning'],
  [/\b(?:afternoon|noon|midday)\b/i, 'afternoon'],
  [/\b(?:evening|dusk|sunset)\b/i, 'evening'],
];
const partOf = (words: string) => parts.find(([pattern]) => pattern.test(words))?.[1];

/** Whether a span of clock times is an hour or less: "at 9.30 pm", unlike "in the evening". */
const isHour = (start: string, end: string): boolean =>
  Temporal.PlainDateTime.from(start).until(end).total('hours') <= 1;

function whenOf({ start, end }: Period, words: string): When | undefined {
  if (start === null || end === null) return undefined;
  const clock = start.length > 10;
  const first = start.slice(0, 10);
  const last = clock ? first : dayBefore(end);
  const length = clock ? 1 : daysOf(start, end);
  const time = clock && isHour(start, end) ? start.slice(11, 16) : undefined;
  const precision = time ? 'hour' : length <= 2 ? 'day' : length <= 7 ? 'week' : length <= 31 ? 'month' : 'year';
  const partOfDay = partOf(words);
  return {
    start: first,
    end: last,
    precision,
    ...(time ? { time } : {}),
    asWritten: words,
    basis: 'source',
    ...(partOfDay ? { partOfDay } : {}),
  };
}

const unknown = (asWritten: string): When => {
  const partOfDay = partOf(asWritten);
  return {
    start: null,
    end: null,
    precision: 'unknown',
    asWritten,
    basis: 'source',
    ...(partOfDay ? { partOfDay } : {}),
  };
};

const lead = /^(?:in|on|at|during|of|over|by|around|the|early|late) /i;
const vague =
  /\b(?:recently|this week|last week|earlier this week|earlier this month|the other day|in recent days|in recent weeks)\b/gi;
const isLong = ({ start, end }: Period) => start === null || end === null || daysOf(start, end) > 31;
const key = ({ start, end }: Period) => `${start}/${end}`;

/** Whether a "time" is a bare number, as of people, or part of a name. */
const spurious = (words: string, text: string, start: number) =>
  /^(?:in |on |at )?(?:\d{1,3}|\d{1,2}(?:st|nd|rd|th))$/i.test(words) || /[A-Z]-$/.test(text.slice(0, start));

const telling =
  /\b(?:said|says|told [\w .'-]{1,40}|reported|announced|confirmed|statement|added|tweeted|wrote|spokes\w+|interview|conference|broadcast|published|released)(?: (?:late|early))?(?: (?:in a statement|on (?:Twitter|Telegram|Facebook)|a statement))? ?$/i;

/**
 * The times in a sentence, in order, relative to the day of publication; without one, only absolute times have dates.
 */
export function readTimes(text: string, { date, locale }: Publication): TimeMention[] {
  const read = (now: Date) =>
    readPeriods(text, { now, zone: 'UTC', locale }).filter((r) => !spurious(r.words, text, r.start));
  const first = read(date ? evening(date) : anchors[0]);
  const other = date ? undefined : read(anchors[1]);
  const dated = first.map((r): TimeMention => {
    const same = !other || other.some((o) => o.start === r.start && key(o.value) === key(r.value));
    const words = r.words.replace(lead, '').trim();
    const when = same ? (whenOf(r.value, words) ?? unknown(words)) : unknown(words);
    return { start: r.start, end: r.end, when, long: isLong(r.value), telling: telling.test(text.slice(0, r.start)) };
  });
  const vaguely = [...text.matchAll(vague)]
    .filter((m) => !dated.some((t) => t.start < m.index + m[0].length && m.index < t.end))
    .map(
      (m): TimeMention => ({
        start: m.index,
        end: m.index + m[0].length,
        when: unknown(m[0]),
        long: false,
        telling: false,
      }),
    );
  return [...dated, ...vaguely].sort((a, b) => a.start - b.start);
}

/** The ISO date of what a person wrote: "2021-03-05", "5 March 2021", "yesterday"; undefined if it is not a date. */
export function readDay(words: string, now: Date, locale: string): string | undefined {
  const [found] = readPeriods(words, { now, zone: 'UTC', locale });
  return found?.value.start?.slice(0, 10);
}
