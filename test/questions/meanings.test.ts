import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/app/ports.ts';
import { understand } from '../../src/reader/understand.ts';
import { vocabulary } from '../support/vocabulary.ts';
import { botOver, now, shippedStore } from '../support/world.ts';
import { type ReadNext, readAfter } from './in-thread.ts';
import { laterMeanings, meanings } from './meanings.ts';
import { misread } from './read-as.ts';

let read: ReadNext;
beforeAll(async () => {
  const bot: Bot = await botOver(await shippedStore());
  bot.names.setVocabulary(vocabulary);
  const asker = { zone: 'Asia/Baghdad', locale: 'en-GB' };
  read = (text, previous) => understand(text, { now, ...asker, names: bot.names, vocabulary, previous });
});

test('at least 450 meanings, each asked in at least five ways, those that are understood later among them', () => {
  expect(meanings.length).toBeGreaterThanOrEqual(450);
  const asked = Map.groupBy([...meanings, ...laterMeanings], (m) => [m.told, ...m.before].join(' > '));
  const few = [...asked].filter(([, all]) => new Set(all.flatMap((m) => m.phrasings)).size < 5);
  expect(few.map(([told]) => told)).toEqual([]);
});

describe.each(meanings)('$family: $told', (meaning) => {
  test.each(meaning.phrasings)('%s', (text) => {
    expect(misread(readAfter(read, meaning.before, text), meaning)).toEqual([]);
  });
});
