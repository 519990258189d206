import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/app/ports.ts';
import { understand } from '../../src/reader/understand.ts';
import { vocabulary } from '../support/vocabulary.ts';
import { botOver, now, shippedStore } from '../support/world.ts';
import { laterMeanings, meanings } from './meanings.ts';
import { misread } from './read-as.ts';

let read: (text: string) => ReturnType<typeof understand>;
beforeAll(async () => {
  const bot: Bot = await botOver(await shippedStore());
  bot.names.setVocabulary(vocabulary);
  const asker = { zone: 'Asia/Baghdad', locale: 'en-GB' };
  read = (text) => understand(text, { now, ...asker, names: bot.names, vocabulary });
});

test('at least 150 meanings, each asked in at least five ways, those that are understood later among them', () => {
  expect(meanings.length).toBeGreaterThanOrEqual(150);
  const asked = Map.groupBy([...meanings, ...laterMeanings], (m) => [m.told, ...m.before].join(' > '));
  const few = [...asked].filter(([, all]) => new Set(all.flatMap((m) => m.phrasings)).size < 5);
  expect(few.map(([told]) => told)).toEqual([]);
});

describe.each(meanings)('$family: $told', (meaning) => {
  test.each(meaning.phrasings)('%s', (text) => {
    expect(misread(read(text), meaning)).toEqual([]);
  });
});
