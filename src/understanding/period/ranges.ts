import { add, daysIn, type Interval, latestYearOf, month } from './calendar.ts';
import type { Base, PeriodParser } from './parser.ts';
import { monthOf, monthPattern, yearPattern } from './words.ts';

const to = '(?: ?(?:-|–|to|through|thru|until|till|up to|and) ?)';

/** Ranges that share a year or a month: "June to December 2014", "2014-2018", "2003/04". */
export const rangeParsers: readonly PeriodParser[] = [
  {
    pattern: new RegExp(
      `\\b(?:(?:from|between) )?${monthPattern}${to}${monthPattern}(?:,? (?:of )?${yearPattern})(?=$|\\W)`,
      'gi',
    ),
    make: ([, a, b, y]) => spanOf(monthOf(a as string), monthOf(b as string), Number(y)),
  },
  {
    pattern: new RegExp(
      `(?:\\b(?:from|between) |(?<=\\())${monthPattern}${to}${monthPattern}(?=$|\\W)(?!,? (?:of )?\\d)`,
      'gi',
    ),
    make: ([, a, b], clock, text) =>
      spanOf(monthOf(a as string), monthOf(b as string), yearNamed(text) ?? latestYearOf(monthOf(b as string), clock)),
  },
  {
    pattern: new RegExp(`\\b(?:(?:from|between) )?${yearPattern}${to}${yearPattern}\\b`, 'gi'),
    make: ([words, a, b]) =>
      /\band\b/i.test(words as string) && !/^between/i.test(words as string)
        ? undefined
        : Number(a) < Number(b)
          ? { start: `${a}-01-01`, end: `${Number(b) + 1}-01-01` }
          : undefined,
  },
  {
    pattern: new RegExp(`\\b${yearPattern}[-–/](\\d{2})\\b(?![-/]\\d)`, 'g'),
    make: ([, a, b]) =>
      Number(b) > 12 && Number(b) > Number(a?.slice(2))
        ? { start: `${a}-01-01`, end: `${Number(a?.slice(0, 2)) * 100 + Number(b) + 1}-01-01` }
        : undefined,
  },
];

const yearNamed = (text: string) => {
  const named = text.match(new RegExp(`\\b${yearPattern}\\b`))?.[1];
  return named ? Number(named) : undefined;
};

function spanOf(a: number, b: number, y: number): Interval | undefined {
  const first = month(a > b ? y - 1 : y, a);
  return { start: first.start, end: month(y, b).end };
}

/** "from 3 June to 5 July", "between March 2015 and May 2016": two readings joined, both ends inside. */
export function joinRanges(bases: Base[], text: string): Base[] {
  const joined: Base[] = [];
  for (let i = 0; i < bases.length; i++) {
    const [a, b] = [bases[i] as Base, bases[i + 1]];
    const lead = text.slice(0, a.from).match(/\b(?:from|between|since)(?: the)? $/i);
    const middle = b && text.slice(a.to, b.from);
    const meant =
      middle !== undefined &&
      (/^ ?(?:-|–|to|through|thru|until|till|up to)(?: the)? ?$/i.test(middle) ||
        (lead && /^between/i.test(lead[0]) && /^ and(?: the)? $/i.test(middle)));
    if (b && meant && a.start < b.end) {
      joined.push({
        start: a.start,
        end: b.end,
        from: lead ? a.from - lead[0].length : a.from,
        to: b.to,
        words: text.slice(lead ? a.from - lead[0].length : a.from, b.to),
      });
      i++;
    } else joined.push(a);
  }
  return joined;
}

const thirds = (whole: Interval, n: 0 | 1 | 2): Interval => {
  const days = daysIn(whole);
  if (days >= 360 && days <= 367)
    return { start: add(whole.start, 4 * n, 'month'), end: add(whole.start, 4 * (n + 1), 'month') };
  if (days > 3000)
    return {
      start: add(whole.start, [0, 3, 7][n] as number, 'year'),
      end: add(whole.start, [3, 7, 10][n] as number, 'year'),
    };
  if (days === 7)
    return {
      start: add(whole.start, [0, 2, 4][n] as number, 'day'),
      end: add(whole.start, [3, 5, 7][n] as number, 'day'),
    };
  const third = days >= 28 && days <= 31 ? 10 : Math.floor(days / 3);
  return {
    start: add(whole.start, third * n, 'day'),
    end: n === 2 ? whole.end : add(whole.start, third * (n + 1), 'day'),
  };
};

const partWords: [RegExp, 0 | 1 | 2][] = [
  [
    /\b(?:early(?: in)?|(?:the )?(?:beginning|start|first days|opening) of|at the (?:beginning|start) of)(?: the)?[ -]$/i,
    0,
  ],
  [/\b(?:mid|middle of|the middle of|halfway through|in the middle of)(?: the)?[ -]$/i, 1],
  [/\b(?:late(?: in)?|(?:the )?(?:end|close|final days|last days) of|at the end of|later)(?: the)?[ -]$/i, 2],
];

/** "early 2016", "mid-July", "the end of last year": thirds. "Since the start of 2021" keeps the start alone. */
export function takeParts(bases: Base[], text: string): Base[] {
  return bases.map((base) => {
    const before = text.slice(0, base.from);
    for (const [pattern, n] of partWords) {
      const lead = before.match(pattern);
      if (lead) return { ...base, ...thirds(base, n), from: base.from - lead[0].length, words: lead[0] + base.words };
    }
    return base;
  });
}
