import type { EntityLinker } from '../entities/entity-linker.ts';
import type { Period } from '../incidents/query.ts';
import type { Language } from '../kernel/language.ts';
import { readAsOf, readReviews } from '../reading/readers/as-of.ts';
import { readChanges } from '../reading/readers/changes.ts';
import { readPoints } from '../reading/readers/points.ts';
import { readPrecisions } from '../reading/readers/precision.ts';
import { readSources } from '../reading/readers/source.ts';
import type { Reading } from '../reading/span.ts';
import { addAliases } from './aliases.ts';
import type { Notes } from './draft.ts';
import { add, type Chart } from './grammar.ts';
import { grow } from './grow.ts';
import type { Category } from './item.ts';
import { type Lattice, latticeOf } from './lattice.ts';
import { lexiconOf } from './lexicon.ts';
import { addMentions } from './mentions/index.ts';
import { notesOf } from './notes.ts';
import { ordinaryIn, wordsOf } from './question-words.ts';
import type { TimesText } from './time-words.ts';
import { addOpenTimes, addRelativeTimes, addTimes, periodsIn, timesTextOf } from './times.ts';
import { tokenSpan } from './tokens.ts';
import { weightOf } from './weights.ts';
import { addWords, leaf } from './words.ts';

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
