import type { Period } from '../incidents/query.ts';
import { readPeriods, readRelativePeriods } from '../reading/period/index.ts';
import type { Assumed } from '../reading/span.ts';
import { add, beginsAt, type Chart } from './grammar.ts';
import type { Item } from './item.ts';
import type { Lattice } from './lattice.ts';
import type { Lexicon } from './lexicon.ts';
import { inEnglishTimes, type TimesText } from './time-words.ts';
import { type Token, tokenSpan } from './tokens.ts';
import { repeated, weightOf } from './weights.ts';

interface Context {
  now: Date;
  zone: string;
  locale: string;
  /** The period that a thread is about, which other times may be counted from. */
  anchor?: Period | undefined;
}

export const periodsIn = (text: string, { anchor, ...context }: Context) =>
  anchor ? readRelativePeriods(text, { ...context, anchor }) : readPeriods(text, context);

/** What the reader of times reads: the question with words of time put right, those of other languages in English. */
export function timesTextOf(text: string, { tokens, at }: Chart, lattice: Lattice, lexicon: Lexicon): TimesText {
  if (lexicon.language === 'en') return mendedText(text, tokens, lattice, lexicon);
  const formsAt = lattice.forms.map((forms) => forms.map(({ word }) => word));
  const numberAt = (i: number) => {
    const number = at[i]?.find((item) => item.cat === 'number' && item.end === i + 1);
    return number ? String(number.value) : undefined;
  };
  return inEnglishTimes({ tokens, formsAt: (i) => formsAt[i] ?? [], numberAt, table: lexicon.times });
}

function mendedText(text: string, tokens: readonly Token[], { mended }: Lattice, { timeWords }: Lexicon): TimesText {
  if (!mended.some((word) => word !== undefined && timeWords.has(word))) return { text, tokens };
  let right = '';
  const moved = tokens.map((token, i) => {
    const word = mended[i];
    const said = word !== undefined && timeWords.has(word) ? word : token.text;
    right += (i > 0 && !token.tight ? ' ' : '') + said;
    return { ...token, start: right.length - said.length, end: right.length };
  });
  return { text: right, tokens: moved };
}

const timeItem = (
  value: Item<'time'>['value'],
  [start, end]: [number, number],
  feature: string,
  byHand: number,
): Item =>
  ({
    cat: 'time',
    value,
    start,
    end,
    score: (end - start) * weightOf('time-word', 1.1) + weightOf(feature, byHand),
    features: [feature, ...repeated('time-word', end - start)],
  }) as Item;

/** What was taken for granted, in the words of the question. */
function asWritten(assumed: Assumed, { tokens }: Chart, span: [number, number]): Assumed {
  const said = tokens
    .slice(...span)
    .map((t, i) => (i > 0 && !t.tight ? ' ' : '') + t.text)
    .join('');
  return 'said' in assumed ? { ...assumed, said } : assumed;
}

/** The times of the question, in the tokens that they were read from; returns which tokens lie in one. */
export function addTimes(chart: Chart, tokens: readonly Token[], periods: ReturnType<typeof readPeriods>): boolean[] {
  const timed = chart.tokens.map(() => false);
  for (const reading of periods) {
    const span = tokenSpan(tokens, reading);
    if (!span) continue;
    timed.fill(true, ...span);
    const item = timeItem(reading.value, span, 'time', 0.8);
    add(chart, { ...item, ...(reading.assumed ? { assumed: asWritten(reading.assumed, chart, span) } : {}) });
  }
  chart.tokens.forEach((token, i) => {
    if (timed[i] || !isYear(token.lower) || isInSum(chart.tokens, i)) return;
    const year = Number(token.lower);
    add(chart, timeItem({ start: `${year}-01-01`, end: `${year + 1}-01-01` }, [i, i + 1], 'bare-year', 0.3));
  });
  return timed;
}

const isYear = (word: string): boolean => /^(?:19[5-9]\d|20[0-4]\d)$/.test(word);

/** "32 - 2015", "2012-14": beside a dash and a number that is no year. */
const isInSum = (tokens: readonly Token[], i: number): boolean =>
  [-1, 1].some((to) => {
    const [dash, other] = [tokens[i + to], tokens[i + 2 * to]];
    return dash?.text === '-' && other?.kind === 'number' && !isYear(other.lower);
  });

/** "what share of the deaths in 2023 were in April": in that year. */
const asksShare = ({ cat, value }: Item): boolean => cat === 'measure' && (value as string) === 'share';

/** "2016 compared with the year before": a time told from another one in the same question. */
export function addRelativeTimes(chart: Chart, { text, tokens }: TimesText, context: Context): void {
  const anchor = chart.at
    .flat()
    .find((i): i is Item<'time'> => i.cat === 'time' && (i as Item<'time'>).value.end !== null);
  const earlier = chart.at.some((items) => items.some((i) => i.cat === 'earlier' || asksShare(i)));
  if (!anchor || !earlier) return;
  for (const reading of readRelativePeriods(text, { ...context, anchor: anchor.value })) {
    const span = tokenSpan(tokens, reading);
    if (!span || span[0] < anchor.end) continue;
    const same = (chart.at[span[0]] ?? []).some(
      (i) => i.cat === 'time' && i.end === span[1] && (i as Item<'time'>).value.start === reading.value.start,
    );
    if (!same) add(chart, timeItem(reading.value, span, 'relative-time', 1.4));
  }
}

/** "since the war started on 15 April", "before the coup of 1 May", "between the coup on 1 May and 3 June": from what is told to have been on a day. */
export function addOpenTimes(chart: Chart): void {
  for (const item of chart.at.flat()) {
    const value = item.value as Period;
    if (item.cat !== 'time' || value.end === null || value.start === null || beginsAt(chart, item.start, 'since'))
      continue;
    for (let start = item.start - 2; start >= Math.max(0, item.start - mostBetween); start--) {
      const between = chart.at.slice(start + 1, item.start).flat();
      if (between.some(({ cat }) => cat === 'place' || cat === 'time' || cat === 'number' || cat === 'since')) break;
      const open = openTime(chart, start, item as Item<'time'>);
      if (open) add(chart, timeItem(open.value, [start, open.end], 'open-time', 0.3));
    }
  }
}

/** The period that a word before a time opens, and where it ends in the question. */
function openTime(
  chart: Chart,
  start: number,
  { value, end }: Item<'time'>,
): { value: Period; end: number } | undefined {
  if (beginsAt(chart, start, 'since')) return { value: { start: value.start, end: null }, end };
  if (beginsAt(chart, start, 'ahead')) return { value: { start: null, end: value.start }, end };
  const last =
    beginsAt(chart, start, 'between') &&
    beginsAt(chart, end, 'and') &&
    chart.at[end + 1]?.find((i) => i.cat === 'time');
  return last ? { value: { start: value.start, end: (last.value as Period).end }, end: last.end } : undefined;
}
const mostBetween = 7;
