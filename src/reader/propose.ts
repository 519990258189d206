import type { EntityLinker } from '../entities/entity-linker.ts';
import type { Period } from '../incidents/query.ts';
import { readPeriods, readRelativePeriods } from '../reading/period/index.ts';
import { readAsOf, readReviews } from '../reading/readers/as-of.ts';
import { readAspects } from '../reading/readers/aspect.ts';
import { readAttributions } from '../reading/readers/attribution.ts';
import { readChanges } from '../reading/readers/changes.ts';
import { governmentOf } from '../reading/readers/demonyms.ts';
import { readPoints } from '../reading/readers/distance.ts';
import { readTexts } from '../reading/readers/free-text.ts';
import { readPrecisions } from '../reading/readers/precision.ts';
import { readSources } from '../reading/readers/source.ts';
import type { Reading, Span } from '../reading/span.ts';
import type { Notes } from './draft.ts';
import { add, applyRules, type Chart } from './grammar.ts';
import type { ActorMention, Category, Item, PlaceMention } from './item.ts';
import { type Lattice, latticeOf, matches } from './lattice.ts';
import { lexiconOf } from './lexicon.ts';
import { addMentions } from './mentions.ts';
import { exclusions } from './rules/exclusions.ts';
import { kinds, manyKinds } from './rules/kinds.ts';
import { addLists } from './rules/lists.ts';
import { moves } from './rules/moves.ts';
import { bounds, distances, harms, thresholds } from './rules/numbers.ts';
import { appositions, bareForces, governments, governmentsOpposed, parties } from './rules/parties.ts';
import { containment, kindsOfPlace, wheres } from './rules/places.ts';
import { shapes } from './rules/shapes.ts';
import { ranges } from './rules/times.ts';
import { type Token, tokensOf } from './tokens.ts';
import { weightOf } from './weights.ts';

export interface ReadContext {
  now: Date;
  /** IANA zone and BCP 47 locale of the asker. */
  zone: string;
  locale: string;
  names: EntityLinker;
  sources: readonly { name: string }[];
  /** The period that a thread is about, which other times may be counted from. */
  anchor?: Period | undefined;
}

export interface Proposed {
  chart: Chart;
  lattice: Lattice;
  notes: Notes;
  annotated: boolean[];
}

const signs: Record<string, Category> = {
  ',': 'comma',
  '/': 'slash',
  '-': 'dash',
  '–': 'dash',
  '~': 'about',
  '&': 'and',
  '(': 'open',
  ')': 'close',
  '>': 'over',
  '<': 'under',
  '>=': 'atleast',
  '<=': 'atmost',
  '≥': 'atleast',
  '≤': 'atmost',
  '+': 'ormore',
  '#': 'count',
};

/** Everything that the words may be, and what the rules make of it. */
export function addReaderItems(text: string, context: ReadContext): Proposed {
  const { names } = context;
  const lexicon = lexiconOf('en');
  const tokens = tokensOf(text);
  const isName = (word: string) =>
    names.places(word, { exact: true, limit: 1 }).some((p) => p.incidents > 0 || p.level === 'country') ||
    names.actors(word, { exact: true, limit: 1 }).length > 0;
  const lattice = latticeOf(tokens, lexicon, { isOrdinaryWord: names.isOrdinaryWord, isName });
  const chart: Chart = { tokens, at: tokens.map(() => []), cats: new Set(), light: tokens.map(() => false) };
  addWords(chart, lattice, lexicon);
  const spans = { of: (span: Span) => tokenSpan(tokens, span) };
  const mended = mendedText(tokens, lattice);
  const periods = periodsIn(mended.text ?? text, context);
  const timed = addTimes(chart, mended.tokens ?? tokens, periods);
  addRelativeTimes(chart, text, context);
  addOpenTimes(chart);
  addReadings(chart, text, mended.text ? periodsIn(text, context) : periods, context, spans.of);
  addMentions({ text, chart, lattice, names }, timed);
  grow(chart, names);
  const [notes, annotated] = notesOf(text, tokens, timed);
  return { chart, lattice, notes, annotated };
}

const leaf = (
  cat: Category,
  value: unknown,
  start: number,
  end: number,
  score: number,
  features: string[] = [],
): Item => ({ cat, value, start, end, score, features }) as Item;

const peopleAs = { people: 'people', civilian: 'civilian', other: undefined } as Record<
  string,
  'people' | 'civilian' | undefined
>;

/** The value of a word of the lexicon. */
function senseOf(cat: string, sense: string, said: string): unknown {
  switch (cat) {
    case 'number':
      return Number(sense);
    case 'people':
      return { said, as: peopleAs[sense] };
    case 'object':
      return said;
    case 'forces':
      return sense === 'weak' ? sense : said;
    case 'harm':
      return { of: sense === 'civilians' ? 'civilians killed' : sense };
    default:
      return sense;
  }
}

const wordWeights: Record<string, number> = {
  move: 0.12,
  pronoun: 0.12,
  clash: 0.8,
  measure: 0.8,
  which: 0.6,
  who: 0.7,
  where: 0.6,
  unit: 0.8,
  people: 0.9,
};
/** Words that belong to times alone or with others. */
const timeWords = new Set(lexiconOf('en').timeWords);

const named: Record<string, Category> = { where: 'where-word' };

function addWords(chart: Chart, lattice: Lattice, lexicon: ReturnType<typeof lexiconOf>): void {
  const { tokens } = chart;
  tokens.forEach((token, i) => {
    if (token.kind === 'number') add(chart, leaf('number', Number(token.text.replaceAll(',', '')), i, i + 1, 1));
    const sign = token.kind === 'sign' ? signs[token.text] : undefined;
    if (sign) add(chart, leaf(sign, token.text, i, i + 1, 0.1));
    if (token.text === '+') add(chart, leaf('plus', '+', i, i + 1, 0.1));
    chart.light[i] = isLightSign(chart, lattice, lexicon, i);
  });
  for (const { start, end, sense, price } of matches(tokens, lattice, lexicon)) {
    if (sense.cat === 'light' && end === start + 1) chart.light[start] = true;
    if (sense.cat === 'the') chart.light[start] = true;
    const words = tokens.slice(start, end).filter((t) => t.kind !== 'sign').length;
    const said = tokens
      .slice(start, end)
      .map((t) => t.text)
      .join(' ');
    const features = price > 0 ? ['typo'] : [];
    const score =
      words * weightOf(`word:${sense.cat}`, wordWeights[sense.cat] ?? 1) +
      (words - 1) * 0.5 +
      (price > 0 ? weightOf('typo', -0.2) : 0) -
      price;
    add(chart, leaf(named[sense.cat] ?? sense.cat, senseOf(sense.cat, sense.value, said), start, end, score, features));
  }
}

/** The dot of "excl.", the hyphen of "ex-Borno". */
function isLightSign({ tokens }: Chart, { forms }: Lattice, lexicon: ReturnType<typeof lexiconOf>, i: number): boolean {
  const [token, before] = [tokens[i], tokens[i - 1]];
  if (!token?.tight || !before || (token.text !== '.' && token.text !== '-')) return false;
  const senses = lexicon.root.next.get(forms[i - 1]?.[0]?.word ?? '')?.senses ?? [];
  return senses.some(({ cat }) => ['neg', 'vs', 'about', 'atleast', 'atmost', 'count'].includes(cat));
}

function tokenSpan(tokens: readonly Token[], span: Span): [number, number] | undefined {
  const start = tokens.findIndex((t) => t.end > span.start);
  const end = tokens.findLastIndex((t) => t.start < span.end) + 1;
  return start >= 0 && end > start ? [start, end] : undefined;
}

const periodsIn = (text: string, { anchor, ...context }: ReadContext) =>
  anchor ? readRelativePeriods(text, { ...context, anchor }) : readPeriods(text, context);

type PeriodReading = ReturnType<typeof readPeriods>[number];

/** The times of the question, in the tokens that they were read from; returns which tokens lie in one. */
function addTimes(chart: Chart, placed: readonly Token[], periods: readonly PeriodReading[]): boolean[] {
  const timed = chart.tokens.map(() => false);
  for (const reading of periods) {
    const span = tokenSpan(placed, reading);
    if (!span) continue;
    timed.fill(true, ...span);
    const item = leaf('time', reading.value, ...span, (span[1] - span[0]) * 1.1 + weightOf('time', 0.8), ['time']);
    add(chart, { ...item, ...(reading.assumed ? { assumed: reading.assumed } : {}) });
  }
  chart.tokens.forEach((token, i) => {
    if (timed[i] || !/^(?:19[5-9]\d|20[0-4]\d)$/.test(token.text)) return;
    const year = Number(token.text);
    add(
      chart,
      leaf('time', { start: `${year}-01-01`, end: `${year + 1}-01-01` }, i, i + 1, 1.1 + weightOf('bare-year', 0.3), [
        'bare-year',
      ]),
    );
  });
  return timed;
}

/** "2016 compared with the year before": a time told from another one in the same question. */
function addRelativeTimes(chart: Chart, text: string, context: ReadContext): void {
  const anchor = chart.at
    .flat()
    .find((i): i is Item<'time'> => i.cat === 'time' && (i as Item<'time'>).value.end !== null);
  if (!anchor || !chart.at.some((items) => items.some((i) => i.cat === 'earlier'))) return;
  for (const reading of readRelativePeriods(text, { ...context, anchor: anchor.value })) {
    const span = tokenSpan(chart.tokens, reading);
    if (!span || span[0] < anchor.end) continue;
    const same = (chart.at[span[0]] ?? []).some(
      (i) => i.cat === 'time' && i.end === span[1] && (i as Item<'time'>).value.start === reading.value.start,
    );
    if (!same)
      add(
        chart,
        leaf('time', reading.value, ...span, (span[1] - span[0]) * 1.1 + weightOf('relative-time', 1.4), [
          'relative-time',
        ]),
      );
  }
}

/** "since the war started on 15 April": from the day that is told after what happened on it. */
function addOpenTimes(chart: Chart): void {
  for (const item of chart.at.flat()) {
    const value = item.value as Period;
    if (item.cat !== 'time' || value.end === null || value.start === null) continue;
    for (let start = item.start - 2; start >= Math.max(0, item.start - mostBetween); start--) {
      const between = chart.at.slice(start + 1, item.start).flat();
      if (between.some(({ cat }) => cat === 'place' || cat === 'time' || cat === 'number' || cat === 'since')) break;
      if (!(chart.at[start] ?? []).some(({ cat }) => cat === 'since')) continue;
      add(
        chart,
        leaf(
          'time',
          { start: value.start, end: null },
          start,
          item.end,
          (item.end - start) * 1.1 + weightOf('open-time', 0.3),
          ['open-time'],
        ),
      );
    }
  }
}
const mostBetween = 7;

/** The text with words of time put right, and its tokens; undefined where nothing is to be put right. */
function mendedText(tokens: readonly Token[], { mended }: Lattice): { text?: string; tokens?: Token[] } {
  if (!mended.some((word) => word !== undefined && timeWords.has(word))) return {};
  let text = '';
  const moved = tokens.map((token, i) => {
    const word = mended[i];
    const said = word !== undefined && timeWords.has(word) ? word : token.text;
    text += (i > 0 && !token.tight ? ' ' : '') + said;
    return { ...token, start: text.length - said.length, end: text.length };
  });
  return { text, tokens: moved };
}

function addReadings(
  chart: Chart,
  text: string,
  periods: readonly PeriodReading[],
  context: ReadContext,
  spanOf: (span: Span) => [number, number] | undefined,
): void {
  const all: [Category, Reading[]][] = [
    ['asOf', readAsOf(text, periods, context.zone)],
    ['review', readReviews(text)],
    ['changes', readChanges(text)],
    ['precision', readPrecisions(text)],
    ['point', readPoints(text)],
    ['source', readSources(text, context.sources)],
  ];
  for (const [cat, readings] of all)
    for (const reading of readings) {
      const span = spanOf(reading);
      if (span) add(chart, leaf(cat, reading.value, ...span, (span[1] - span[0]) * 1.2 + 0.8, [cat]));
    }
}

/** Applies the grammar: words to phrases, phrases to lists, lists to parts of the question. */
function grow(chart: Chart, names: EntityLinker): void {
  const government = ({ candidates: [country] }: PlaceMention): ActorMention | undefined =>
    country && { said: country.name, candidates: [governmentOf(names, country.name)] };
  applyRules(chart, [
    ...distances,
    ...bounds,
    ...harms,
    ...thresholds,
    ...shapes,
    ...kinds.filter((k) => k.name !== 'kind'),
  ]);
  applyRules(chart, [...kindsOfPlace, ...containment, ...kindsOfPlace]);
  applyRules(chart, [...governments(government).slice(0, 1), ...appositions, bareForces]);
  applyRules(chart, ranges);
  addLists(chart, 'place', 'places');
  addLists(chart, 'actor', 'actors');
  addLists(chart, 'time', 'times');
  addLists(chart, 'kind', 'kind-list');
  applyRules(chart, manyKinds);
  applyRules(chart, [
    ...kinds.filter((k) => k.name === 'kind'),
    ...wheres,
    ...governments(government).slice(1),
    ...governmentsOpposed(government),
    ...parties,
    ...exclusions,
    ...moves,
  ]);
}

/** Of those that share words, the longest. */
const longestOf = <R extends Span>(all: readonly R[]): R[] =>
  all.filter(
    (r) => !all.some((o) => o !== r && o.start < r.end && r.start < o.end && o.end - o.start > r.end - r.start),
  );

function notesOf(text: string, tokens: readonly Token[], timed: readonly boolean[]): [Notes, boolean[]] {
  const clear = (span: Span) => {
    const at = tokenSpan(tokens, span);
    return at !== undefined && !timed.slice(...at).some(Boolean);
  };
  const notes: Notes = {
    aspects: readAspects(text).filter(clear),
    attributions: longestOf(readAttributions(text).filter(clear)),
    texts: readTexts(text).filter(
      (r) =>
        clear(r) &&
        (/^"/.test(r.words) || (r.words !== r.value && !/^(?:about|regarding|concerning)\b/i.test(r.words))),
    ),
  };
  const annotated = tokens.map(() => false);
  for (const span of [...notes.aspects, ...notes.attributions, ...notes.texts]) {
    const at = tokenSpan(tokens, span);
    if (at) annotated.fill(true, ...at);
  }
  return [notes, annotated];
}
