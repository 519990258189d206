import type { Category, Item, ValueOf } from './item.ts';
import type { Token } from './tokens.ts';
import { repeated, weightOf } from './weights.ts';

type Made = { [C in Category]: { cat: C; value: ValueOf<C> } }[Category] & {
  assumed?: Item['assumed'];
  weighed?: Weighed;
};

/** A weight beside that of the rule: its name, and its value before learning. */
type Weighed = readonly [feature: string, byHand: number];

/** What a rule makes of its parts. */
export const made = <C extends Category>(
  cat: C,
  value: ValueOf<C>,
  more: { weighed?: Weighed; assumed?: Item['assumed'] } = {},
): Made => ({ cat, value, ...more }) as Made;

/** Parts of these categories beside one another, light words aside, make something; undefined: they do not go together. */
export interface Rule {
  name: string;
  pattern: readonly Category[];
  weight: number;
  build(values: readonly unknown[], parts: readonly Item[]): Made | undefined;
}

export function rule<const P extends readonly Category[]>(
  name: string,
  pattern: P,
  build: (...values: { [K in keyof P]: ValueOf<P[K]> }) => Made | undefined,
  weight = 0.3,
): Rule {
  return { name, pattern, weight, build: (values) => build(...(values as { [K in keyof P]: ValueOf<P[K]> })) };
}

/** Every reading of every span, by where it starts. */
export interface Chart {
  tokens: readonly Token[];
  at: Item[][];
  /** Every category that was added. */
  cats: Set<Category>;
  /** Whether a token may stand unread inside a phrase. */
  light: boolean[];
}

/** Whether something of one of these categories begins at a token. */
export const beginsAt = (chart: Pick<Chart, 'at'>, i: number, ...cats: Category[]): boolean =>
  (chart.at[i] ?? []).some(({ cat }) => cats.includes(cat));

const beam = 4;
type Scored = Pick<Item, 'cat' | 'start' | 'end' | 'score'>;

/** Whether `room` items of this category cover the same words, and none is worse. */
export function isBeaten(chart: Chart, { cat, start, end, score }: Scored, room = beam): boolean {
  let better = 0;
  for (const other of chart.at[start] as Item[])
    if (other.cat === cat && other.end === end && other.score >= score) better++;
  return better >= room;
}

/** Adds an item unless it is beaten; the worst of those beside it makes room. */
export function add(chart: Chart, item: Item, room = beam): void {
  if (isBeaten(chart, item, room)) return;
  const items = chart.at[item.start] as Item[];
  const rivals = items.filter(({ cat, end }) => cat === item.cat && end === item.end);
  if (rivals.length >= room) {
    const worst = rivals.reduce((w, r) => (r.score < w.score ? r : w));
    items.splice(items.indexOf(worst), 1);
  }
  items.push(item);
  chart.cats.add(item.cat);
}

const mostLight = 2;

/** Applies the rules one after the other, each to all that was made before it. */
export function applyRules(chart: Chart, rules: readonly Rule[]): void {
  for (const one of rules) {
    if (!one.pattern.every((cat) => chart.cats.has(cat))) continue;
    const [first] = one.pattern as [Category];
    for (let start = 0; start < chart.at.length; start++)
      for (const item of [...(chart.at[start] as Item[])]) if (item.cat === first) extend(chart, one, [item], 0);
  }
}

function extend(chart: Chart, one: Rule, parts: Item[], skipped: number): void {
  const last = parts.at(-1) as Item;
  const next = one.pattern[parts.length];
  if (next === undefined) {
    finish(chart, one, parts, skipped);
    return;
  }
  for (let gap = 0, at = last.end; gap <= mostLight && at < chart.at.length; gap++, at++) {
    for (const item of [...(chart.at[at] as Item[])])
      if (item.cat === next) extend(chart, one, [...parts, item], skipped + gap);
    if (!chart.light[at]) break;
  }
}

function finish(chart: Chart, one: Rule, parts: Item[], skipped: number): void {
  const result = one.build(
    parts.map((p) => p.value),
    parts,
  );
  if (!result) return;
  const { weighed, ...made } = result;
  const feature = `rule:${one.name}`;
  const [first, last] = [parts[0] as Item, parts.at(-1) as Item];
  const assumed = result.assumed ?? parts.find((p) => p.assumed)?.assumed;
  const score =
    parts.reduce((sum, p) => sum + p.score, 0) +
    weightOf(feature, one.weight) +
    (weighed ? weightOf(...weighed) : 0) +
    skipped * weightOf('light', -0.1);
  add(chart, {
    ...made,
    score,
    start: first.start,
    end: last.end,
    features: [feature, ...(weighed ? [weighed[0]] : []), ...repeated('light', skipped)],
    parts,
    ...(assumed ? { assumed } : {}),
  } as Item);
}
