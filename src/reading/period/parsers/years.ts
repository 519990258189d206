import { isoDay, unitAt, year } from '../calendar.ts';
import { isAmount, isCount } from '../counted.ts';
import { fixed } from '../time.ts';
import { times } from '../time-span.ts';
import { fullYear, shortYear, yearFigures } from '../words.ts';

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
      return isCount(figures, before, after) ? undefined : fixed(year(Number(figures)), 'year');
    },
  ),
  times(new RegExp(`\\b${yearFigures} ?- ?${yearFigures}(?![-/.]?\\d)`), (match, _, text) => {
    const [a, b] = [Number(match[1]), Number(match[2])];
    return a < b && !isAmount(text.slice(0, match.index))
      ? { ...fixed({ start: isoDay(a, 1, 1), end: isoDay(b + 1, 1, 1) }, 'year'), closed: true }
      : undefined;
  }),
  times(new RegExp(`\\b${yearFigures}[-/](\\d{2})(?![-/.]?\\d)`), (match, _, text) => {
    const [a, b] = [Number(match[1]), Number(match[2])];
    const span = b > a % 100 && (b > 12 || match[0].includes('/')) && b - (a % 100) <= 60;
    const bare = text.trim() === match[0];
    return span && !bare && !isAmount(text.slice(0, match.index))
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
