import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/app/ports.ts';
import { understand } from '../../src/reading/understand.ts';
import { vocabulary } from '../support/vocabulary.ts';
import { botOver, now, shippedStore } from '../support/world.ts';
import { meanings } from './meanings.ts';
import { misread } from './read-as.ts';

let read: (text: string) => ReturnType<typeof understand>;
beforeAll(async () => {
  const bot: Bot = await botOver(await shippedStore());
  bot.names.setVocabulary(vocabulary);
  const asker = { zone: 'Asia/Baghdad', locale: 'en-GB' };
  read = (text) => understand(text, { now, ...asker, names: bot.names, vocabulary });
});

test('at least 150 meanings, each asked in at least five ways', () => {
  expect(meanings.length).toBeGreaterThanOrEqual(150);
  expect(meanings.filter((m) => new Set(m.phrasings).size < 5)).toEqual([]);
});

describe.each(meanings)('$family: $told', (meaning) => {
  test.each(meaning.phrasings)('%s', (text) => {
    expect(misread(read(text), meaning)).toEqual([]);
  });
});
