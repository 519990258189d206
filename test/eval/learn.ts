import { readFileSync, writeFileSync } from 'node:fs';
import { openEntityLinker } from '../../src/entities/open-index.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import type { Language } from '../../src/kernel/language.ts';
import { understand, waysToRead } from '../../src/reader/understand.ts';
import { readWith, type Weights } from '../../src/reader/weights.ts';
import { laterMeanings, type Meaning, meanings, parse } from '../questions/meanings.ts';
import { misspelt } from '../questions/misspelt.ts';
import { misread } from '../questions/read-as.ts';
import { indexFolder } from '../support/names-index.ts';
import { vocabulary } from '../support/vocabulary.ts';
import { learn, type Outcome, type Question } from './perceptron.ts';

// Learns the weights of the reader from the golden questions, and keeps them if questions that they were not learnt from
// are read at least as well as with the weights set by hand. The same questions give the same file.
const file = new URL('../../data/lexicon/weights.json', import.meta.url);
const folds = 5;
const byHand: Weights = {};

/** Of names, what the data and the gazetteer hold decides: the few that golden questions have would be learnt by heart. */
const ofNames = /^(?:place:|actor:|(?:ordinary|strange)-place|known$|unknown$|longer-name$|alias$)/;
const learns = (feature: string) => !ofNames.test(feature);

/** How a question is written: as in the file, or with one word mistyped. */
type Manner = 'well' | 'mistyped';
const manners: readonly Manner[] = ['well', 'mistyped'];

interface Asked {
  text: string;
  written: Manner;
  language: Language;
  meaning: Meaning;
  fold: number;
}

const inLanguage = (name: string) =>
  parse(name, readFileSync(new URL(`../languages/questions/${name}.txt`, import.meta.url), 'utf8'));

function writtenAs(text: string, language: Language): [Manner, string][] {
  const errors = misspelt(text, language);
  const error = errors[text.length % errors.length];
  return [['well', text], ...(error ? [['mistyped', error.as] as [Manner, string]] : [])];
}

/** All golden questions; those that mean the same, in any language, are in one fold. */
function golden(): Asked[] {
  const all: [Language, Meaning[]][] = [
    ['en', [...meanings, ...laterMeanings]],
    ['fr', ['french', 'french-unseen'].flatMap(inLanguage)],
    ['ar', ['arabic', 'arabic-unseen'].flatMap(inLanguage)],
  ];
  const foldOf = new Map<string, number>();
  return all.flatMap(([language, told]) =>
    told.flatMap((meaning) => {
      const fold = foldOf.get(meaning.told) ?? foldOf.size % folds;
      foldOf.set(meaning.told, fold);
      return meaning.phrasings.flatMap((told) =>
        writtenAs(told, language).map(([written, text]) => ({ text, written, language, meaning, fold })),
      );
    }),
  );
}

const names = openEntityLinker({ folder: indexFolder, actors: knownActors });
names.setVocabulary(vocabulary);
const asker = { now: new Date('2020-07-14T09:00:00Z'), zone: 'Asia/Baghdad', locale: 'en-GB', names, vocabulary };

/** The asker, in the thread of what was asked before. */
function contextOf({ meaning, language }: Asked): Parameters<typeof understand>[1] {
  const context = { ...asker, language };
  return meaning.before.reduce((thread: Parameters<typeof understand>[1], text) => {
    const read = understand(text, thread);
    return read.kind === 'query' ? { ...context, previous: { query: read.query, ids: [], why: '' } } : thread;
  }, context);
}

const outcomeOf = (read: ReturnType<typeof understand>, { meaning }: Asked): Outcome =>
  misread(read, meaning).length === 0 ? 'right' : read.kind === 'query' ? 'silent' : 'asked';

interface Read {
  asked: Asked;
  outcome: Outcome;
}

function readAll(questions: readonly Asked[], weights: Weights): Read[] {
  readWith(weights);
  return questions.map((asked) => ({ asked, outcome: outcomeOf(understand(asked.text, contextOf(asked)), asked) }));
}

/** The ways to read a question. */
function questionOf(asked: Asked): Question {
  const ways = waysToRead(asked.text, contextOf(asked)).map(({ draft, means }) => {
    const features = new Map<string, number>();
    for (const feature of draft.path.features()) features.set(feature, (features.get(feature) ?? 0) + 1);
    return { byHand: draft.path.score, features, outcome: outcomeOf(means(), asked) };
  });
  return { meaning: asked.meaning.told, ways, kept: asked.written === 'well' };
}

const countIn = (reads: readonly Read[], manner: Manner, outcome?: Outcome) =>
  reads.filter((r) => r.asked.written === manner && (!outcome || r.outcome === outcome)).length;

/** Prints how many questions written in each manner were read rightly, and how many wrongly without a word. */
function print(title: string, reads: readonly Read[]): void {
  const figures = manners.map((manner) => {
    const [all, right, silent] = [
      countIn(reads, manner),
      ...(['right', 'silent'] as const).map((o) => countIn(reads, manner, o)),
    ];
    return `${manner} ${right}/${all} ${percent(right, all)} (silent ${percent(silent, all)})`;
  });
  console.log(`${title.padEnd(16)} ${figures.join('   ')}`);
}
const percent = (some = 0, all = 0) => `${((100 * some) / all).toFixed(2)} %`;

/** Every question, read with weights that were learnt from the other folds. */
function crossValidated(asked: readonly Asked[], questions: readonly Question[]): Read[] {
  return Array.from({ length: folds }, (_, fold) => {
    const weights = learn(
      questions.filter((_question, i) => asked[i]?.fold !== fold),
      learns,
    );
    const held = asked.filter((one) => one.fold === fold);
    const reads = readAll(held, weights);
    print(`  fold ${fold + 1}`, reads);
    return reads;
  }).flat();
}

/** In each manner as many right, and no more silent errors. */
const isNoWorse = (now: readonly Read[], before: readonly Read[]): boolean =>
  manners.every(
    (manner) =>
      countIn(now, manner, 'right') >= countIn(before, manner, 'right') &&
      countIn(now, manner, 'silent') <= countIn(before, manner, 'silent'),
  );

function main(): number {
  const asked = golden();
  readWith(byHand);
  const questions = asked.map(questionOf);
  const before = asked.map((one, i): Read => ({ asked: one, outcome: questions[i]?.ways[0]?.outcome ?? 'asked' }));
  print('set by hand', before);
  const unseen = crossValidated(asked, questions);
  print('cross-validated', unseen);
  const weights = learn(questions, learns);
  print('learnt from all', readAll(asked, weights));
  if (!isNoWorse(unseen, before)) {
    console.error('Questions that were not learnt from are read worse: the weights are not kept.');
    return 1;
  }
  writeFileSync(file, `${JSON.stringify(weights, null, 2)}\n`);
  console.log(`${Object.keys(weights).length} weights are kept.`);
  return 0;
}

process.exitCode = main();
