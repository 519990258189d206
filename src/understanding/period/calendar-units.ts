import { add, latestYearOf, month, unitAt, year } from './calendar.ts';
import type { PeriodParser } from './parser.ts';
import { monthOf, monthPattern, ordinalOf, ordinalPattern, yearPattern } from './words.ts';

const notCount =
  '(?! ?(?:km|kms|kilomet(?:er|re)s?|miles?|people|persons|civilians|killed|dead|deaths|fatalities|casualties|wounded)\\b)';

/** "March 2016", "Dec/2018", "2015-12", "in March", "last October", "March of last year". */
export const monthParsers: readonly PeriodParser[] = [
  {
    pattern: new RegExp(`\\b${monthPattern}(?:,? (?:of |in )?|/|-|'|’)${yearPattern}\\b`, 'gi'),
    make: ([, m, y]) => month(Number(y), monthOf(m as string)),
  },
  {
    pattern: new RegExp(`\\b${yearPattern}[-/.](0?[1-9]|1[0-2])\\b(?![-/.]?\\d)`, 'g'),
    make: ([, y, m]) => month(Number(y), Number(m)),
  },
  {
    pattern: new RegExp(`\\b(0?[1-9]|1[0-2])/${yearPattern}\\b`, 'g'),
    make: ([, m, y], _, __) => month(Number(y), Number(m)),
  },
  {
    pattern: new RegExp(`\\b${yearPattern},? ${monthPattern}(?=$|[\\s,.;:?!)])`, 'gi'),
    make: ([, y, m]) => month(Number(y), monthOf(m as string)),
  },
  {
    pattern: new RegExp(`\\b${monthPattern},? (?:of )?(last|this|next) year\\b`, 'gi'),
    make: ([, m, which], { today }) => month(Number(today.slice(0, 4)) + shift(which as string), monthOf(m as string)),
  },
  {
    pattern: new RegExp(
      `(?:\\b(last|this|next|past) |(?<=\\b(?:in|during|for|since|until|till|before|after|by|of|early|mid|late|to|through|from|between|and|each)[ -](?:the )?)|(?<=[,;:(] ?)|^)${monthPattern}(?=$|[\\s,.;:?!)-])(?! \\d{1,2}\\b(?! ?(?:km|people|killed)))(?! (?:${yearPattern}|of|on))`,
      'gi',
    ),
    make: bareMonth,
  },
  {
    pattern:
      /(?<=\s)(?:January|February|March|April|June|July|August|September|October|November|December)(?=$|[\s,.;:?!)])(?! \d)/g,
    make: ([m], clock) => latest(monthOf(m as string), clock),
  },
];

const shift = (which: string) => (/last|past/i.test(which) ? -1 : /next/i.test(which) ? 1 : 0);

function latest(m: number, clock: Parameters<PeriodParser['make']>[1], back = 0) {
  const y = latestYearOf(m, clock) - back;
  return { ...month(y, m), assumed: `the latest such month, ${y}-${String(m).padStart(2, '0')}` };
}

/** "This may take longer", "May I ask", "march on": no month. */
function isVerb({ input = '', index = 0, 0: whole }: RegExpMatchArray, lead: string, words: string): boolean {
  if (!/^(?:may|mar|march)$/i.test(words)) return false;
  if (/^this$/i.test(lead)) return words === words.toLowerCase();
  return index === 0 && lead === '' && /^ [a-z]/i.test(input.slice(whole.length));
}

function bareMonth(
  match: RegExpMatchArray,
  clock: Parameters<PeriodParser['make']>[1],
): ReturnType<PeriodParser['make']> {
  const [, lead = '', words = ''] = match;
  const m = monthOf(words);
  if (!lead && /^(?:may|mar|march|sun|dec|jan)$/.test(words)) return undefined;
  if (isVerb(match, lead, words)) return undefined;
  const now = Number(clock.today.slice(5, 7));
  if (/next/i.test(lead)) return month(Number(clock.today.slice(0, 4)) + (m <= now ? 1 : 0), m);
  // "last July" asked in July is the July of the year before.
  return latest(m, clock, /last|past/i.test(lead) && m === now ? 1 : 0);
}

const quarterWords = `(?:q([1-4])|${ordinalPattern} quarter)`;
const halfWords = `(?:h([12])|${ordinalPattern} half)`;

const nth = (figure: string | undefined, words: string | undefined, of: number) => {
  const n = figure ? Number(figure) : ordinalOf(words ?? '');
  return n === -1 ? of : n;
};

/** "Q3 2019", "2019 Q3", "the third quarter of 2019", "first half of 2014", "H2". A missing year is borrowed or the latest. */
export const quarterParsers: readonly PeriodParser[] = [
  {
    pattern: new RegExp(`\\b(?:the )?${quarterWords}(?:,? (?:of )?(?:the year )?|[-/])${yearPattern}\\b`, 'gi'),
    make: ([, q, words, y]) => part(Number(y), nth(q, words, 4), 3),
  },
  {
    pattern: new RegExp(`\\b${yearPattern}[ -/]?${quarterWords}\\b`, 'gi'),
    make: ([, y, q, words]) => part(Number(y), nth(q, words, 4), 3),
  },
  {
    pattern: new RegExp(`\\b(?:the )?${halfWords}(?:,? (?:of )?(?:the year )?|[-/])${yearPattern}\\b`, 'gi'),
    make: ([, h, words, y]) => part(Number(y), nth(h, words, 2), 6),
  },
  {
    pattern: new RegExp(`\\b${yearPattern}[ -/]?${halfWords}\\b`, 'gi'),
    make: ([, y, h, words]) => part(Number(y), nth(h, words, 2), 6),
  },
  {
    pattern:
      /\b(?:the )?(?:q([1-4])|(first|second|third|fourth|1st|2nd|3rd|4th) quarter)(?: of (?:the|this) year)?\b(?! of (?:last|\d))(?!,? ?\d)/gi,
    make: ([, q, words], clock, text) => borrowed(nth(q, words, 4), 3, clock, text),
  },
  {
    pattern: /\b(?:the )?(?:h([12])|(first|second|1st|2nd) half)(?: of (?:the|this) year)?\b(?! of)(?!,? ?\d)/gi,
    make: ([, h, words], clock, text) => borrowed(nth(h, words, 2), 6, clock, text),
  },
  {
    pattern: new RegExp(
      `\\b(?:the )?(first|second|1st|2nd) half of ${monthPattern}(?:,? (?:of )?${yearPattern})?(?=$|\\W)`,
      'gi',
    ),
    make: ([, which, m, y], clock) =>
      monthHalf(
        ordinalOf(which as string),
        monthOf(m as string),
        y ? Number(y) : latestYearOf(monthOf(m as string), clock),
      ),
  },
  {
    pattern:
      /\b(?:the )?(?:q([1-4])|(first|second|third|fourth|1st|2nd|3rd|4th|last) quarter|h([12])|(first|second|1st|2nd) half) of (last|this) year\b/gi,
    make: ([, q, qw, h, hw, which], { today }) =>
      q || qw
        ? part(Number(today.slice(0, 4)) + shift(which as string), nth(q, qw, 4), 3)
        : part(Number(today.slice(0, 4)) + shift(which as string), nth(h, hw, 2), 6),
  },
];

function part(y: number, n: number, size: number) {
  if (n < 1 || n > 12 / size) return undefined;
  const start = add(`${y}-01-01`, (n - 1) * size, 'month');
  return { start, end: add(start, size, 'month') };
}

/** "… with the second half": the year named elsewhere in the text, else the latest that has begun. */
function borrowed(n: number, size: number, clock: Parameters<PeriodParser['make']>[1], text: string) {
  const named = text.match(new RegExp(`\\b${yearPattern}\\b`))?.[1];
  if (named) return part(Number(named), n, size);
  const y = Number(clock.today.slice(0, 4));
  const made = part(y, n, size);
  return made && made.start > clock.today ? part(y - 1, n, size) : made;
}

function monthHalf(n: number, m: number, y: number) {
  const whole = month(y, m);
  const middle = add(whole.start, 15, 'day');
  return n === 1 ? { start: whole.start, end: middle } : { start: middle, end: whole.end };
}

/** "2016", "the year 2016", "the nineties", "1990s", "the 90s". */
export const yearParsers: readonly PeriodParser[] = [
  {
    pattern: new RegExp(
      `(?<![\\d.,/$€£-]|more than |over |least |than )\\b(?:the year )?${yearPattern}\\b${notCount}(?![-/.]\\d|\\.\\d|[,]\\d{3}|s\\b)`,
      'gi',
    ),
    make: ([, y]) => year(Number(y)),
  },
  { pattern: /\b(?:the )?((?:1[89]|20)\d)0'?s\b/gi, make: ([, d]) => unitAt(`${d}0-01-01`, 'decade') },
  { pattern: /\b(?:the )?'?(\d)0s\b/gi, make: ([, d]) => unitAt(`${Number(d) <= 2 ? 20 : 19}${d}0-01-01`, 'decade') },
  {
    pattern: /\b(?:the )?(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|noughties)\b/gi,
    make: ([, word]) => unitAt(`${decades[(word as string).toLowerCase()]}-01-01`, 'decade'),
  },
];
const decades: Record<string, number> = {
  noughties: 2000,
  twenties: 2020,
  thirties: 1930,
  forties: 1940,
  fifties: 1950,
  sixties: 1960,
  seventies: 1970,
  eighties: 1980,
  nineties: 1990,
};

const seasonStart: Record<string, number> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };

/** "summer 2018", "in the winter of 2015", "last summer": northern seasons of three months. */
export const seasonParsers: readonly PeriodParser[] = [
  {
    pattern: new RegExp(`\\b(?:the )?(spring|summer|autumn|fall|winter)(?:,? (?:of |in )?)${yearPattern}\\b`, 'gi'),
    make: ([, s, y]) => season(s as string, Number(y)),
  },
  {
    pattern: /\b(?:(last|this|the past|in the|in|next|the) )(spring|summer|autumn|winter)\b(?!,? (?:of |in )?\d)/gi,
    make: ([, which, s], clock) => nearSeason(which as string, s as string, clock),
  },
];

function season(name: string, y: number) {
  const start = `${y}-${String(seasonStart[name.toLowerCase()]).padStart(2, '0')}-01`;
  return { start, end: add(start, 3, 'month'), assumed: `${name} read as in the north, three months from ${start}` };
}

function nearSeason(which: string, name: string, { today }: { today: string }) {
  const y = Number(today.slice(0, 4));
  const made = [season(name, y), season(name, y - 1), season(name, y - 2)].filter((s) =>
    /last|past/i.test(which) ? s.end <= today : s.start <= today,
  );
  return /next/i.test(which) ? [season(name, y), season(name, y + 1)].find((s) => s.start > today) : made[0];
}
