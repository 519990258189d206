import { beforeAll, expect, test } from 'vitest';
import type { EntityLinker } from '../../src/entities/entity-linker.ts';
import { languageSaid } from '../../src/reading/languages/detect-language.ts';
import { meanings } from '../questions/meanings.ts';
import { botOver, shippedStore } from '../support/world.ts';

let names: EntityLinker;
beforeAll(async () => {
  names = (await botOver(await shippedStore())).names;
});

test('no English question is taken for French or Arabic', () => {
  const foreign = meanings
    .flatMap((m) => m.phrasings)
    .filter((p) => !['en', undefined].includes(languageSaid(p, names)));
  expect(foreign).toEqual([]);
});

test.each([
  ['attaques à Mossoul', 'fr'],
  ['attaques a Mossoul en 2016', 'fr'],
  ['et en 2017 ?', 'fr'],
  ['pourquoi ?', 'fr'],
  ['الهجمات في الموصل', 'ar'],
  ['الموصل 2016', 'ar'],
  ['attacks in الموصل', 'en'],
  ['attacks near La Paz', 'en'],
  ["attacks in Côte d'Ivoire", 'en'],
  ['protests in Le Mans', 'en'],
  ['La Paz', undefined],
  ['taliban kabul', undefined],
  ['hezbollah 2016', undefined],
  ['incidents in são josé de mérida', 'en'],
  ['engins explosifs improvisés en Irak', 'fr'],
  ['Mosul 2016', undefined],
  ['2016', undefined],
])('%s: %s', (text, language) => {
  expect(languageSaid(text, names)).toBe(language);
});
