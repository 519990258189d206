import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import { add, day, type Interval, isoDay } from '../calendar.ts';
import { type Time, yearly } from '../time.ts';

// Half a second and 20 MB with what it needs: loaded by the first question that names a holiday.
const load = createRequire(import.meta.url);
function holidaysOf(region?: string): Holidays {
  const Calendar = load('date-holidays') as new (region?: string) => Holidays;
  return new Calendar(region);
}

const kept = new Map<string, Interval[]>();
const hebrew = /\b(?:Tishrei|Kislev|AdarII|Nisan|Sivan|Av)\b/;

function once(key: string, make: () => Interval[]): Interval[] {
  const made = kept.get(key) ?? make();
  kept.set(key, made);
  return made;
}

/** The days of a rule in a year, from date-holidays. A Hebrew day begins on the evening before. */
function byRule(rule: string, y: number): Interval[] {
  const calendar = holidaysOf();
  calendar.setHoliday(rule, { name: { en: rule }, type: 'observance' });
  const length = Number(rule.match(/P(\d+)D/)?.[1] ?? 1);
  return calendar
    .getHolidays(y, 'en')
    .filter((h) => h.rule === rule)
    .map(({ date }) => add(date.slice(0, 10), hebrew.test(rule) ? -1 : 0, 'day'))
    .map((start) => ({ start, end: add(start, length, 'day') }));
}

/** A day or a whole month of the Islamic calendar (Umm al-Qura) that begins in a year. */
function byMoon(rule: string, y: number): Interval[] {
  const [, friday, d, m] = rule.match(/^(friday )?(?:(\d+)\/)?(\d+) hijri$/) ?? [];
  const first = Temporal.PlainDate.from({ year: y, month: 1, day: 1 }).withCalendar('islamic-umalqura').year;
  return [first, first + 1].flatMap((year) => {
    const from = Temporal.PlainDate.from({ calendar: 'islamic-umalqura', year, month: Number(m), day: Number(d ?? 1) });
    const start = from.withCalendar('iso8601').toString();
    const month = { start, end: add(start, from.daysInMonth, 'day') };
    if (Number(start.slice(0, 4)) !== y) return [];
    return friday ? [lastFriday(month)] : d ? [day(start)] : [month];
  });
}

const lastFriday = ({ end }: Interval): Interval => {
  const last = Temporal.PlainDate.from(end).subtract({ days: 1 });
  return day(last.subtract({ days: (last.dayOfWeek + 2) % 7 }).toString());
};

export const ruleTime = (rule: string): Time => ({
  ...yearly(/^\d+ hijri|P\d+D/.test(rule) ? 'month' : 'day', (y) =>
    once(`${rule} ${y}`, () => (rule.endsWith('hijri') ? byMoon(rule, y) : byRule(rule, y))),
  ),
  ...(rule.endsWith('hijri') ? { assumed: { kind: 'moon' } } : {}),
});

const told = (name: string) =>
  name.toLowerCase().replace(/labor/g, 'labour').replace(/['’]/g, '').replace(/^the /, '').replace(/\s+/g, ' ').trim();

const nationals = new Map<string, Holidays>();
function nationalOf(region: string): Holidays {
  const calendar = nationals.get(region) ?? holidaysOf(region);
  nationals.set(region, calendar);
  return calendar;
}

const daysOf = (region: string, y: number) =>
  once(`${region} ${y}`, () =>
    nationalOf(region)
      .getHolidays(y, 'en')
      .map(({ name, date, substitute }) => ({ ...day(date.slice(0, 10)), name: told(name), substitute })),
  ) as (Interval & { name: string; substitute?: boolean })[];

const places = (region: string) => ({ GB: ['ENG'], AU: ['NSW'], CA: [] as string[] })[region] ?? [];

/** A country's own days by their name there: "Labour Day", "Independence Day", "August bank holiday". */
export function nationalTime(words: string, region: string): Time | undefined {
  const name = told(words);
  const regions = [region, ...places(region).map((state) => `${region}.${state}`)];
  const named = (y: number) =>
    regions.flatMap((r) =>
      daysOf(r, y).filter((h) => !h.substitute && (h.name === name || h.name.replace(/ \(.*\)$/, '') === name)),
    );
  const month = name.match(/^(\w+) bank holiday$/)?.[1];
  const banks = (y: number) =>
    regions.flatMap((r) => daysOf(r, y).filter((h) => h.name.endsWith('bank holiday') && isIn(h.start, month ?? '')));
  const of = (y: number) => unique(month ? banks(y) : named(y));
  return of(2019).length + of(2021).length > 0 ? yearly('day', of) : undefined;
}

const unique = (days: Interval[]) => [...new Map(days.map(({ start, end }) => [start, { start, end }])).values()];
const monthNames = 'january february march april may june july august september october november december'.split(' ');
const isIn = (iso: string, name: string) =>
  iso.startsWith(isoDay(Number(iso.slice(0, 4)), monthNames.indexOf(name) + 1, 1).slice(0, 7));
