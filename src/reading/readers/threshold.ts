import { numberOf, numberPattern } from '../numbers.ts';
import type { Reading } from '../span.ts';
import { readAll } from '../text.ts';

interface Threshold {
  of: 'killed' | 'civilians' | 'wounded';
  min?: number;
  max?: number;
}
export type ThresholdReading = Reading<'threshold', Threshold>;

const n = `(${numberPattern})`;
const victims =
  '((?:people |persons |civilians? |fighters |soldiers |casualties )?(?:(?:were |was |being |got )?(?:killed|dead|died|deaths?|fatalit(?:y|ies)|wounded|injured|hurt|casualties|victims)|civilians?|people))';
const kills =
  '(?:that |which |who )?(?:(?:has |have |had )?(?:killed|left|claimed|kills|killing)|with (?:a )?(?:death toll|toll|body count) (?:of )?|death toll|toll|deaths|killed|fatalities)';

const bounds: [string, (a: number, b: number) => Omit<Threshold, 'of'>][] = [
  [`(?:between|from) ${n} (?:and|to) ${n}`, (min, max) => ({ min, max })],
  [`${n} ?(?:-|to) ?${n}`, (min, max) => ({ min, max })],
  [`(?:more|greater|higher) than ${n}`, (a) => ({ min: a + 1 })],
  [`(?:over|above|exceeding|upwards of|>) ?${n}`, (a) => ({ min: a + 1 })],
  [`(?:at least|no fewer than|no less than|not less than|a minimum of|minimum|min|>=|≥) ?${n}`, (a) => ({ min: a })],
  [`${n} ?(?:or more|and more|or over|plus|\\+|or higher|and above|or above)`, (a) => ({ min: a })],
  [`(?:fewer|less|lower) than ${n}`, (a) => ({ max: a - 1 })],
  [`(?:under|below|<) ?${n}`, (a) => ({ max: a - 1 })],
  [`(?:at most|no more than|not more than|up to|a maximum of|maximum|max|<=|≤) ?${n}`, (a) => ({ max: a })],
  [`${n} ?(?:or fewer|or less|and fewer|or under)`, (a) => ({ max: a })],
  [`(?:exactly|precisely) ${n}`, (a) => ({ min: a, max: a })],
];

/** Those taken are bound by no filter; "abductions of more than 10 people" are not of so many killed. */
const taken = /\b(?:abduct|kidnap|hostage|arrest|detain)\p{L}*(?: [\p{L}'-]+){0,3} ?$/iu;
const people = /(?:people|persons|civilians?|fighters|soldiers)$/i;

function kind(words: string, before: string): Threshold['of'] | undefined {
  if (people.test(words) && taken.test(before)) return undefined;
  if (/civilian/i.test(words)) return 'civilians';
  return /wounded|injured|hurt/i.test(words) ? 'wounded' : 'killed';
}

const after = (bound: string) =>
  `\\b(?:with |where |in which |leaving |having )?(?<![\\w.])${bound}(?: of)? ${victims}\\b`;
const before = (bound: string) =>
  `\\b${kills} (?:of |was |is )?${bound}(?! (?:km|kilomet|mile|days?|weeks?|months?|years?))(?: (?:people|persons|civilians?))?(?:\\b|$|(?<=[+]))`;
const patterns = bounds.flatMap(([bound, make]) =>
  [after(bound), before(bound)].map((source) => [new RegExp(source, 'gi'), make] as const),
);
const wholeNumber = new RegExp(`^(?:${numberPattern})$`, 'i');

const readBound = (
  text: string,
  pattern: RegExp,
  make: (a: number, b: number) => Omit<Threshold, 'of'>,
): ThresholdReading[] =>
  readAll(text, 'threshold', pattern, (m) => {
    const [a, b] = m
      .slice(1)
      .filter((g) => g !== undefined && wholeNumber.test(g))
      .map(numberOf);
    const years = [a, b].some((y) => y !== undefined && y >= 1900 && y <= 2100);
    const of = kind(m[0], text.slice(0, m.index));
    if (a === undefined || years || !of) return undefined;
    return { value: { of, ...make(a, b ?? a) }, score: 0.95 };
  });

/** "more than 20 killed", "at least 5 civilians dead", "killed 30 or more", "with anyone killed", "no deaths". */
export const readThresholds = (text: string): ThresholdReading[] => [
  ...patterns.flatMap(([pattern, make]) => readBound(text, pattern, make)),
  ...readAll(
    text,
    'threshold',
    /\bwith (?:anyone|anybody|someone|somebody|any(?: people)?|some|people|deaths|fatalities)(?: (?:killed|dead|died|deaths|fatalities))?\b|(?<!\bmost )\b(?:fatal|deadly|lethal)(?= (?:attacks?|incidents?|events?|clashes))|\b(?:someone|somebody|anyone|anybody) (?:last |was |got |get |were )*killed\b/gi,
    () => ({ value: { of: 'killed' as const, min: 1 }, score: 0.9 }),
  ),
  ...readAll(
    text,
    'threshold',
    /\b(?:with |where )?(?:no(?: one|body)?|without(?: any)?|zero)(?: people)?(?: was| were)? (?:killed|dead|deaths|died|fatalities|casualties)\b|\bnon-?(?:fatal|lethal)\b/gi,
    () => ({ value: { of: 'killed' as const, max: 0 }, score: 0.9 }),
  ),
];
