import type { EntityLinker } from '../entities/entity-linker.ts';
import { capitals } from '../entities/gazetteer/capitals.ts';
import { governmentOf } from '../entities/government.ts';
import type { Period } from '../incidents/query.ts';
import type { Language } from '../kernel/language.ts';
import { readAsOf, readReviews } from '../reading/readers/as-of.ts';
import { readAspects } from '../reading/readers/aspect.ts';
import { readAttributions } from '../reading/readers/attribution.ts';
import { readChanges } from '../reading/readers/changes.ts';
import { readTexts } from '../reading/readers/free-text.ts';
import { readPoints } from '../reading/readers/points.ts';
import { readPrecisions } from '../reading/readers/precision.ts';
import { readSources } from '../reading/readers/source.ts';
import type { Reading, Span } from '../reading/span.ts';
import { addAliases } from './aliases.ts';
import { cuesIn } from './cues.ts';
import type { Notes } from './draft.ts';
import { add, applyRules, type Chart } from './grammar.ts';
import type { ActorMention, Category, Item, PlaceMention } from './item.ts';
import { type Lattice, latticeOf, matches } from './lattice.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { addMentions } from './mentions.ts';
import { ordinaryIn, wordsOf } from './question-words.ts';
import { exclusions } from './rules/exclusions.ts';
import { kinds, manyKinds } from './rules/kinds.ts';
import { addLists } from './rules/lists.ts';
import { moves } from './rules/moves.ts';
import { bounds, distances, harms, thresholds } from './rules/numbers.ts';
import { nounFirst, orderAround } from './rules/order.ts';
import { appositions, bareForces, governments, governmentsOpposed, parties } from './rules/parties.ts';
import { capitalsOf, containment, kindsOfPlace, kindsOfPlaces, wheres } from './rules/places.ts';
import { shapes } from './rules/shapes.ts';
import { ranges } from './rules/times.ts';
import type { TimesText } from './time-words.ts';
import { addOpenTimes, addRelativeTimes, addTimes, periodsIn, timesTextOf } from './times.ts';
import { tokenSpan } from './tokens.ts';
import { repeated, weightOf } from './weights.ts';

export interface ReadContext {
  now: Date;
  /** IANA zone and BCP 47 locale of the asker. */
  zone: string;
  locale: string;
  names: EntityLinker;
  sources: readonly { name: string }[];
  /** The period that a thread is about, which other times may be counted from. */
  anchor?: Period | undefined;
  /** What the question is in; English if not told. */
  language?: Language | undefined;
}

export interface Proposed {
  chart: Chart;
  lattice: Lattice;
  notes: Notes;
  annotated: boolean[];
  times: TimesText;
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
  const lexicon = lexiconOf(context.language ?? 'en');
  const isName = (word: string) =>
    names.places(word, { exact: true, limit: 1 }).some((p) => p.incidents > 0 || p.level === 'country') ||
    names.actors(word, { exact: true, limit: 1 }).length > 0;
  const tokens = wordsOf(text, lexicon, isName);
  const lattice = latticeOf(tokens, lexicon, { isOrdinaryWord: ordinaryIn(tokens, lexicon, names, isName), isName });
  const chart: Chart = { tokens, at: tokens.map(() => []), cats: new Set(), light: tokens.map(() => false) };
  addWords(chart, lattice, lexicon);
  const times = timesTextOf(text, chart, lattice, lexicon);
  const periods = periodsIn(times.text, context);
  const timed = addTimes(chart, times.tokens, periods);
  addRelativeTimes(chart, times, context);
  addOpenTimes(chart);
  addReadings(chart, text, context);
  for (const reading of readAsOf(times.text, periods, context.zone)) addReading(chart, 'asOf', reading, times.tokens);
  addAliases(chart, names);
  addMentions({ text, chart, lattice, names }, timed);
  grow(chart, names);
  const [notes, annotated] = notesOf(text, chart, timed);
  return { chart, lattice, notes, annotated, times };
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

/** "other journalist": people that the data cannot tell apart, and the English word to look for. */
function peopleOf(sense: string, said: string) {
  const [as = '', ...text] = sense.split(' ');
  return { said, as: peopleAs[as], ...(text.length ? { text: text.join(' ') } : {}) };
}

/** The value of a word of the lexicon. */
function senseOf(cat: string, sense: string, said: string): unknown {
  switch (cat) {
    case 'number':
      return Number(sense);
    case 'people':
      return peopleOf(sense, said);
    case 'object':
      return sense;
    case 'changes':
      return sense ? { actions: [sense] } : {};
    case 'review':
      return true;
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

/** What endings and articles of some words cost at most; more is a word mistyped. */
const mostOfVariants = 0.3;

const named: Record<string, Category> = { where: 'where-word', aspect: 'aspect-cue', attribution: 'attribution-cue' };

function addWords(chart: Chart, lattice: Lattice, lexicon: Lexicon): void {
  const { tokens } = chart;
  tokens.forEach((token, i) => {
    if (token.kind === 'number')
      add(chart, leaf('number', Number(token.lower.replaceAll(',', '')), i, i + 1, weightOf('number', 1), ['number']));
    const sign = token.kind === 'sign' ? signs[token.text] : undefined;
    if (sign) add(chart, leaf(sign, token.text, i, i + 1, weightOf('sign', 0.1), ['sign']));
    if (token.text === '+') add(chart, leaf('plus', '+', i, i + 1, weightOf('sign', 0.1), ['sign']));
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
    const mistyped = price > mostOfVariants;
    const feature = `word:${sense.cat}`;
    const features = [...repeated(feature, words), ...repeated('phrase', words - 1), ...(mistyped ? ['typo'] : [])];
    const score =
      words * weightOf(feature, wordWeights[sense.cat] ?? 1) +
      (words - 1) * weightOf('phrase', 0.5) +
      (mistyped ? weightOf('typo', -0.2) : 0) -
      price;
    add(chart, leaf(named[sense.cat] ?? sense.cat, senseOf(sense.cat, sense.value, said), start, end, score, features));
    if (sense.cat === 'unit' && !/s$/i.test(said))
      add(chart, leaf('one-unit', sense.value, start, end, score, features));
  }
}

/** The dot of "excl.", the hyphen of "ex-Borno". */
function isLightSign({ tokens }: Chart, { forms }: Lattice, lexicon: Lexicon, i: number): boolean {
  const [token, before] = [tokens[i], tokens[i - 1]];
  if (!token?.tight || !before || (token.text !== '.' && token.text !== '-')) return false;
  const senses = lexicon.root.next.get(forms[i - 1]?.[0]?.word ?? '')?.senses ?? [];
  return senses.some(({ cat }) => ['neg', 'vs', 'about', 'atleast', 'atmost', 'count'].includes(cat));
}

function addReadings(chart: Chart, text: string, context: ReadContext): void {
  const all: [Category, Reading[]][] = [
    ['review', readReviews(text)],
    ['changes', readChanges(text)],
    ['precision', readPrecisions(text)],
    ['point', readPoints(text)],
    ['source', readSources(text, context.sources)],
  ];
  for (const [cat, readings] of all) for (const reading of readings) addReading(chart, cat, reading, chart.tokens);
}

function addReading(chart: Chart, cat: Category, reading: Reading, tokens: TimesText['tokens']): void {
  const span = tokenSpan(tokens, reading);
  if (span) add(chart, leaf(cat, reading.value, ...span, (span[1] - span[0]) * 1.2 + weightOf(cat, 0.8), [cat]));
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
    ...orderAround,
    ...kinds.filter((k) => k.name !== 'kind'),
  ]);
  const capital = ({ candidates: [country] }: PlaceMention): PlaceMention | undefined => {
    const said = country?.level === 'country' ? capitals[country.countryCode ?? ''] : undefined;
    const found =
      said === undefined
        ? []
        : names.places(said, { exact: true, limit: 12 }).filter((c) => c.countryCode === country?.countryCode);
    return said === undefined || found.length === 0 ? undefined : { said, candidates: found };
  };
  applyRules(chart, [...kindsOfPlace, ...capitalsOf(capital), ...containment, ...kindsOfPlace]);
  applyRules(chart, [...governments(government).slice(0, 1), ...nounFirst(government), ...appositions, bareForces]);
  applyRules(chart, ranges);
  addLists(chart, 'place', 'places');
  applyRules(chart, kindsOfPlaces);
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

function notesOf(text: string, chart: Chart, timed: readonly boolean[]): [Notes, boolean[]] {
  const { tokens } = chart;
  const cues = cuesIn(text, chart);
  const clear = (span: Span) => {
    const at = tokenSpan(tokens, span);
    return at !== undefined && !timed.slice(...at).some(Boolean);
  };
  const notes: Notes = {
    aspects: [...readAspects(text).filter(clear), ...cues.aspects],
    attributions: longestOf([...readAttributions(text).filter(clear), ...cues.attributions]),
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
