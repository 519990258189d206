import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { openEntityLinker } from '../../src/entities/open-index.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import { waysToRead } from '../../src/reader/understand.ts';
import { readWith, type Weights } from '../../src/reader/weights.ts';
import { learn, type Question } from '../eval/perceptron.ts';
import { indexFolder } from '../support/names-index.ts';
import { vocabulary } from '../support/vocabulary.ts';
import { now } from '../support/world.ts';

const learnt = JSON.parse(readFileSync('data/lexicon/weights.json', 'utf8')) as Weights;
afterAll(() => readWith(learnt));

test('what was learnt is small, and in order', () => {
  const names = Object.keys(learnt);
  expect(names).toEqual([...names].sort());
  expect(Object.values(learnt).filter((w) => w === 0 || Math.abs(w) > 1.5)).toEqual([]);
});

test.each([
  'how many people were killed in Iraq and Syria in 2016?',
  'attacks by the Taliban or ISIS in Afghanistan, Mali and Niger since 2014',
  'the weekly number of airsrtikes by Iraqi forces near Mosul, excl. 2017, with 10 or more dead',
  'attaks in Kabuk on 3 May 2016 or 4 May 2016, by some strangeword',
])('every weight in the score is named: %s', (text) => {
  const names = openEntityLinker({ folder: indexFolder, actors: knownActors });
  names.setVocabulary(vocabulary);
  const best = (each: number) => {
    readWith(new Proxy({}, { get: () => each }));
    return waysToRead(text, { now, zone: 'UTC', locale: 'en-GB', names, vocabulary })[0]?.draft.path;
  };
  const [plain, raised] = [best(0), best(1e-6)];
  expect(raised?.features()).toEqual(plain?.features());
  expect((raised?.score ?? 0) - (plain?.score ?? 0)).toBeCloseTo(1e-6 * (plain?.features().length ?? 0), 9);
});

test('the right way becomes the best, by what questions of three meanings share', () => {
  const way = (byHand: number, feature: string, outcome: 'right' | 'silent') => ({
    byHand,
    features: new Map([[feature, 1]]),
    outcome,
  });
  const questions = ['one', 'two', 'three'].map(
    (meaning): Question => ({
      meaning,
      kept: false,
      ways: [way(1, 'told', 'right'), way(1.2, `only ${meaning}`, 'silent')],
    }),
  );
  const weights = learn(questions, () => true);
  expect(Object.keys(weights)).toEqual(['told']);
  expect(weights.told).toBeGreaterThan(0.2);
  expect(learn(questions, () => true)).toEqual(weights);
  expect(learn(questions, () => false)).toEqual({});
});
