import type { Chart } from './grammar.ts';
import type { Item } from './item.ts';
import type { Lattice } from './lattice.ts';
import { weightOf } from './weights.ts';

/** Categories that say something by themselves: the parts of a whole question. */
const parts = new Set([
  ...[
    'time',
    'times',
    'where',
    'party',
    'pair',
    'kinds',
    'excluded',
    'people',
    'harm',
    'threshold',
    'having',
    'rate',
    'grouping',
    'ends',
    'limit',
  ],
  ...[
    'measure',
    'count',
    'compare',
    'than',
    'vs',
    'more',
    'less',
    'or',
    'who',
    'which',
    'when',
    'where-word',
    'both',
    'distance',
    'unknown',
    'loose-unit',
    'loose-number',
  ],
  ...[
    'source',
    'dataset',
    'asOf',
    'changes',
    'review',
    'precision',
    'ascending',
    'clash',
    'rank',
    'decline-cue',
    'by-unit',
    'forces',
    'own',
    'leftout',
    'object',
    'future',
    'move',
    'pronoun',
    'note',
    'repair',
    'dwell',
    'active',
  ],
]);

/** A way to read the whole question: its parts in order, and the words that nothing took. */
export interface Path {
  items: Item[];
  /** Indices of tokens. */
  skipped: number[];
  score: number;
  /** Names of the weights in the score, one for each time that it counts. */
  features: () => string[];
}

const prices: Record<string, number> = {
  sign: -0.02,
  filler: -0.05,
  neg: -3,
  function: -0.4,
  content: -1,
  ordinary: -1,
  name: -2.5,
  strange: -2.2,
  number: -1.6,
  annotated: -0.1,
};

/** What kind of word a token is where nothing takes it. */
export function skipClass(chart: Chart, lattice: Lattice, i: number, annotated: boolean): string {
  const token = chart.tokens[i];
  if (!token || token.kind === 'sign') return 'sign';
  if (annotated) return 'annotated';
  const cats = (chart.at[i] ?? []).filter((item) => item.end === i + 1).map((item) => item.cat);
  if (cats.includes('neg') || cats.includes('out') || cats.includes('leftout')) return 'neg';
  if (token.kind === 'number') return 'number';
  if (lattice.filler[i]) return 'filler';
  if (cats.some((cat) => functional.has(cat))) return 'function';
  if (cats.some((cat) => cat === 'place' || cat === 'actor')) return 'name';
  if (lattice.senses[i] || lattice.mended[i]) return 'content';
  if (/^\p{Ll}{1,2}$/u.test(token.text)) return 'filler';
  return lattice.ordinary[i] ? 'ordinary' : 'strange';
}
const functional = new Set([
  'in',
  'of',
  'near',
  'within',
  'between',
  'and',
  'or',
  'to',
  'by',
  'against',
  'involve',
  'the',
  'light',
  'radius',
  'road',
  'about',
  'over',
  'under',
  'atmost',
  'atleast',
  'exactly',
  'said',
  'each',
  'side',
  'own',
]);

const featuresOf = ({ features, parts = [] }: Item): string[] => [...features, ...parts.flatMap(featuresOf)];

interface Cell {
  score: number;
  item: Item | undefined;
  before: Cell | undefined;
}

const beam = 12;

/** The `most` best ways to read the whole, best first. */
export function bestPaths(chart: Chart, lattice: Lattice, annotated: readonly boolean[], most: number): Path[] {
  const n = chart.tokens.length;
  const cells: Cell[][] = Array.from({ length: n + 1 }, () => []);
  (cells[0] as Cell[]).push({ score: 0, item: undefined, before: undefined });
  const part = weightOf('part', -0.02);
  for (let i = 0; i < n; i++) {
    const here = cells[i] as Cell[];
    if (here.length > beam) {
      here.sort((a, b) => b.score - a.score);
      here.length = beam;
    }
    const kind = skipClass(chart, lattice, i, annotated[i] ?? false);
    const price = weightOf(`skip:${kind}`, prices[kind] ?? -1);
    for (const cell of here)
      (cells[i + 1] as Cell[]).push({ score: cell.score + price, item: undefined, before: cell });
    for (const item of chart.at[i] as Item[]) {
      if (!parts.has(item.cat)) continue;
      for (const cell of here)
        (cells[item.end] as Cell[]).push({ score: cell.score + item.score + part, item, before: cell });
    }
  }
  return (cells[n] as Cell[])
    .sort((a, b) => b.score - a.score)
    .slice(0, Math.min(most, beam))
    .map((cell) => pathOf(cell, n, chart, lattice, annotated));
}

function pathOf(end: Cell, n: number, chart: Chart, lattice: Lattice, annotated: readonly boolean[]): Path {
  const items: Item[] = [];
  const skipped: number[] = [];
  let at = n;
  for (let cell = end; cell.before; cell = cell.before) {
    if (cell.item) {
      items.push(cell.item);
      at = cell.item.start;
    } else skipped.push(--at);
  }
  items.reverse();
  skipped.reverse();
  const features = () => [
    ...items.flatMap((item) => ['part', ...featuresOf(item)]),
    ...skipped.map((i) => `skip:${skipClass(chart, lattice, i, annotated[i] ?? false)}`),
  ];
  return { items, skipped, score: end.score, features };
}
