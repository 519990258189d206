import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { understand } from '../../src/reader/understand.ts';
import { vocabulary } from '../support/vocabulary.ts';
import { botOver, now, shippedStore } from '../support/world.ts';

const file = '../shared/data/fail/12-countries.csv';
const spellings: string[] = existsSync(file)
  ? parse<{ country: string }>(readFileSync(file), { columns: true }).map(({ country }) => country)
  : [];
/** Broken letters, which a reader of questions need not mend; and a name that two countries have. */
const others = /Ã|^Congo$/;

let read: (text: string) => ReturnType<typeof understand>;
beforeAll(async () => {
  const bot = await botOver(await shippedStore());
  bot.names.setVocabulary(vocabulary);
  const asker = { zone: 'UTC', locale: 'en-GB', language: 'en' as const };
  read = (text) => understand(text, { now, ...asker, names: bot.names, vocabulary });
});

describe.skipIf(spellings.length === 0)(
  'spellings of countries in real files (skipped where ../shared/data/fail is not at hand)',
  () => {
    test.each(spellings.filter((one) => !others.test(one)))('attacks in %s: one country, and nothing else', (said) => {
      const understood = read(`attacks in ${said} in 2016`);
      const places = understood.kind === 'query' ? (understood.query.filter.places ?? []) : [];
      expect(places.map(({ level }) => level)).toEqual([expect.stringMatching(/^(?:country|region)$/)]);
    });
  },
);
