import { readFileSync, writeFileSync } from 'node:fs';
import { openEntityLinker } from '../../src/entities/open-index.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import type { Language } from '../../src/kernel/language.ts';
import { understand, waysToRead } from '../../src/reader/understand.ts';
import { readWith, type Weights } from '../../src/reader/weights.ts';
import { laterMeanings, type Meaning, meanings, parse } from '../questions/meanings.ts';
import { misread } from '../questions/read-as.ts';
import { indexFolder } from '../support/names-index.ts';
import { vocabulary } from '../support/vocabulary.ts';
import { learn, type Way } from './perceptron.ts';

// Learns the weights of the reader from the golden questions, and keeps them if questions that they were not learnt from
// are read at least as well as with the weights set by hand. The same questions give the same file.
const file = new URL('../../data/lexicon/weights.json', import.meta.url);
const folds = 5;
const byHand: Weights = {};

interface Asked {
  text: string;
  language: Language;
  meaning: Meaning;
  fold: number;
}

const inLanguage = (name: string) =>
  parse(name, readFileSync(new URL(`../languages/questions/${name}.txt`, import.meta.url), 'utf8'));

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
      return meaning.phrasings.map((text) => ({ text, language, meaning, fold }));
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

const isRight = ({ text, meaning }: Asked, context: ReturnType<typeof contextOf>): boolean =>
  misread(understand(text, context), meaning).length === 0;

/** How many are read rightly. */
function rightWith(weights: Weights, questions: readonly Asked[]): number {
  readWith(weights);
  return questions.filter((asked) => isRight(asked, contextOf(asked))).length;
}

/** The ways to read a question with the weights set by hand. */
function waysOf(asked: Asked): Way[] {
  return waysToRead(asked.text, contextOf(asked)).map(({ draft, means }) => {
    const features = new Map<string, number>();
    for (const feature of draft.path.features()) features.set(feature, (features.get(feature) ?? 0) + 1);
    return { byHand: draft.path.score, features, right: misread(means(), asked.meaning).length === 0 };
  });
}

const share = (right: number, of: number) => `${right} of ${of} (${((100 * right) / of).toFixed(2)} %)`;

function main(): number {
  const asked = golden();
  readWith(byHand);
  const ways = asked.map(waysOf);
  const taught = (fits: (one: Asked) => boolean) => ways.filter((_, i) => fits(asked[i] as Asked));
  const first = rightWith(byHand, asked);
  console.log(`set by hand       ${share(first, asked.length)}`);
  console.log(`some way is right ${share(ways.filter((all) => all.some((w) => w.right)).length, asked.length)}`);
  let unseen = 0;
  for (let fold = 0; fold < folds; fold++) {
    const held = asked.filter((one) => one.fold === fold);
    const [before, after] = [rightWith(byHand, held), rightWith(learn(taught((one) => one.fold !== fold)), held)];
    unseen += after;
    console.log(
      `  fold ${fold + 1}: ${share(before, held.length)} by hand, ${share(after, held.length)} learnt from others`,
    );
  }
  console.log(`cross-validated   ${share(unseen, asked.length)}`);
  const weights = learn(ways);
  console.log(
    `learnt            ${share(rightWith(weights, asked), asked.length)}, ${Object.keys(weights).length} weights`,
  );
  if (unseen < first) {
    console.error('Questions that were not learnt from are read worse: the weights are not kept.');
    return 1;
  }
  writeFileSync(file, `${JSON.stringify(weights, null, 2)}\n`);
  return 0;
}

process.exitCode = main();
