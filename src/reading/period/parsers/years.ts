import { isoDay, unitAt, year } from '../calendar.ts';
import { fixed } from '../time.ts';
import { times } from '../time-span.ts';
import { countedWords, fullYear, numberedThings, shortYear, yearFigures } from '../words.ts';

// Before a year in a list ("2014/2015/2016", "2014,2015") stands a year.
const joined = '(?<!(?<!\\d)(?:1[5-9]|2[01])\\d\\d)';
const amount = new RegExp(
  `(?:[\\d.$€£:+]|${joined}[,/]|\\d - |(?<!\\b(?:early|mid|late|pre|post))-|more than |over |at least |fewer than |less than |#|\\b(?:${numberedThings}) (?:no\\.? |number )?)$`,
  'i',
);
const led = /\b(?<!\bresult(?:s|ed|ing)? )(?:in|during|since) $/i;
const caused =
  /\b(?:some|nearly|almost|exactly|up to|at most|caus\w+|left|leav\w+|claim\w*|kill\w*|with|responsible for|results? in|resulted in|resulting in) $/i;

/** "2016 people killed" counts; "mexico 2017 deaths" and "in 2016 civilians fled" tell a year, as long as it is no round number. */
function counts(figures: string, before: string, after: string): boolean {
  const [, noun] = after.match(counted) ?? [];
  if (!noun || (led.test(before) && !distances.test(noun))) return false;
  return !losses.test(noun) || figures.endsWith('00') || caused.test(before);
}
const counted = new RegExp(`^ ?(${countedWords})\\b`, 'i');
const losses = /^(?:deaths|fatalities|casualties)/i;
const distances = /^(?:km|kilo|mile)/i;

const century = (n: number) => ({ start: isoDay((n - 1) * 100, 1, 1), end: isoDay(n * 100, 1, 1) });
const decades: Record<string, number> = {
  noughties: 2000,
  tens: 2010,
  twenties: 2020,
  thirties: 1930,
  forties: 1940,
  fifties: 1950,
  sixties: 1960,
  seventies: 1970,
  eighties: 1980,
  nineties: 1990,
};

/** "2016", "the year 2016", "2014 AD", "2014-18", "the nineties", "1990s", "the 21st century". */
export const yearParsers = [
  times(
    new RegExp(
      `\\b${yearFigures}(?: ?(?:A\\.?D\\.?|CE)\\b\\.?)?(?!\\w)(?![-.]\\d|/\\d{1,3}(?!\\d)|,\\d{3}(?!\\d))`,
      'i',
    ),
    (match, _, text) => {
      const [before, after] = [text.slice(0, match.index), text.slice((match.index ?? 0) + match[0].length)];
      const figures = match[1] as string;
      return amount.test(before) || counts(figures, before, after) ? undefined : fixed(year(Number(figures)), 'year');
    },
  ),
  times(new RegExp(`\\b${yearFigures} ?- ?${yearFigures}(?![-/.]?\\d)`), (match, _, text) => {
    const [a, b] = [Number(match[1]), Number(match[2])];
    return a < b && !amount.test(text.slice(0, match.index))
      ? { ...fixed({ start: isoDay(a, 1, 1), end: isoDay(b + 1, 1, 1) }, 'year'), closed: true }
      : undefined;
  }),
  times(new RegExp(`\\b${yearFigures}[-/](\\d{2})(?![-/.]?\\d)`), (match, _, text) => {
    const [a, b] = [Number(match[1]), Number(match[2])];
    const span = b > a % 100 && (b > 12 || match[0].includes('/')) && b - (a % 100) <= 60;
    const bare = text.trim() === match[0];
    return span && !bare && !amount.test(text.slice(0, match.index))
      ? fixed({ start: isoDay(a, 1, 1), end: isoDay(a - (a % 100) + b + 1, 1, 1) }, 'year')
      : undefined;
  }),
  times(/\b(?:the )?((?:1[5-9]|2[01])\d)0 ?'?s\b/i, ([, d]) => fixed(unitAt(`${d}0-01-01`, 'decade'), 'decade')),
  times(new RegExp(`'${shortYear}(?!')`), (match, _, text) =>
    /[\w']$/.test(text.slice(0, match.index)) ? undefined : fixed(year(fullYear(match[1] as string)), 'year'),
  ),
  times(/\b([6-9])0'?s\b(?! (?:later|ago|delay))/i, (match, _, text) =>
    /\b(?:his|her|their|my|aged|last|past)(?: (?:early|mid|late))?[ -]$/i.test(text.slice(0, match.index))
      ? undefined
      : fixed(unitAt(`19${match[1]}0-01-01`, 'decade'), 'decade'),
  ),
  times(/(?:\bthe |')'?(\d)0'?s\b/i, ([, d]) =>
    fixed(unitAt(`${Number(d) <= 2 ? 20 : 19}${d}0-01-01`, 'decade'), 'decade'),
  ),
  times(
    /\b(?:the )?(?:2000 and )?(tens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|noughties)\b/i,
    (match) =>
      /tens/i.test(match[1] as string) && !/2000/.test(match[0])
        ? undefined
        : fixed(unitAt(`${decades[(match[1] as string).toLowerCase()]}-01-01`, 'decade'), 'decade'),
  ),
  times(/\b(?:the )?(1[5-9]|2[01])(?:th|st|nd) century\b/i, ([, n]) => fixed(century(Number(n)), 'century')),
];
