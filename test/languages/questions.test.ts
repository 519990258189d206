import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/app/ports.ts';
import { parseQuestion } from '../../src/conversations/dialogue-context.ts';
import { normalizeQuestion } from '../../src/reading/languages/detect-language.ts';
import { parse } from '../questions/meanings.ts';
import { misread } from '../questions/read-as.ts';
import { vocabulary } from '../support/vocabulary.ts';
import { botOver, question, shippedStore } from '../support/world.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await botOver(await shippedStore());
  bot.names.setVocabulary(vocabulary);
});
const read = (text: string) => {
  const asked = question(text);
  const normalized = normalizeQuestion(text, bot.names, asked.asker.locale);
  return parseQuestion(bot.names, asked, { normalized, language: 'en', state: undefined, vocabulary });
};
const fileOf = (name: string) => parse(name, readFileSync(new URL(`questions/${name}.txt`, import.meta.url), 'utf8'));
const files = ['french-unseen', 'french', 'arabic-unseen', 'arabic'];

test.each(['french', 'arabic'])('at least 60 questions in %s', (language) => {
  const asked = files
    .filter((name) => name.startsWith(language))
    .flatMap((name) => fileOf(name).flatMap((m) => m.phrasings));
  expect(new Set(asked).size).toBeGreaterThanOrEqual(60);
});

describe.each(files)('%s', (name) => {
  describe.each(fileOf(name))('$told', (meaning) => {
    test.each(meaning.phrasings)('%s', (text) => {
      expect(misread(read(text), meaning)).toEqual([]);
    });
  });
});

test.each([
  ['attaques à Mossoul en 2016', 'attacks in Mosul in 2016'],
  ['attaques de Boko Haram au Nigeria depuis lundi', 'attacks by Boko Haram in Nigeria since Monday'],
  ['combien de civils tués par mois au Yémen en 2019 ?', 'how many civilians killed by month in Yemen in 2019?'],
  ['carte des attaques en Irak en 2016', 'a map of attacks in Iraq in 2016'],
  ["une carte d'attaques près de Mossoul", 'a map of attacks near Mosul'],
  ['attaques en Irak en 2016 sur une carte', 'attacks in Iraq in 2016 on a map'],
  ['chronologie des attaques en Syrie en 2016', 'a timeline of attacks in Syria in 2016'],
  ['خريطة الهجمات في العراق عام 2016', 'a map of attacks in Iraq in 2016'],
  ['خريطة للهجمات في العراق عام 2016', 'a map of attacks in Iraq in 2016'],
  ['الهجمات في العراق عام 2016 على الخريطة', 'attacks in Iraq in 2016 on a map'],
  ['التسلسل الزمني للهجمات في سوريا عام 2016', 'a timeline of attacks in Syria in 2016'],
  ['كم عدد الغارات الجوية في حلب وإدلب عام 2016؟', 'how many airstrikes in Aleppo and Idlib in 2016?'],
  ['combien d’attaques dans le monde en 2016 ?', 'how many attacks worldwide in 2016?'],
  ["frappes aériennes à l'échelle mondiale en 2016", 'airstrikes worldwide in 2016'],
  ['quels pays du monde ont le plus de morts ?', 'which countries in the world had the most deaths?'],
  ['الهجمات في العالم عام 2016', 'attacks worldwide in 2016'],
  ['كم عدد الهجمات في جميع أنحاء العالم عام 2016؟', 'how many attacks worldwide in 2016?'],
  ['الهجمات بالعراق ضد المدنيين في آخر ٧ أيام', 'attacks in Iraq against civilians in the last 7 days'],
])('%s means the same query as %s', (foreign, english) => {
  const [a, b] = [read(foreign), read(english)];
  expect(a.kind === 'query' && a.query).toEqual(b.kind === 'query' && b.query);
  expect(a.kind).toBe('query');
});

test('a word that changed nothing is told as it was written', () => {
  const understood = read('attaques bleues en Irak en 2016');
  expect(understood.kind === 'query' && understood.unread).toEqual(['bleues']);
  const arabic = read('الهجمات المؤسفة في العراق');
  expect(arabic.kind === 'query' && arabic.unread).toEqual(['المؤسفة']);
});

test.each([
  ['ل'.repeat(490)],
  ['و'.repeat(490)],
  ["l'".repeat(240)],
  ['les plus '.repeat(54)],
  ['وبال'.repeat(120)],
  ['من مارس إلى '.repeat(40)],
  ["des attaques d'".repeat(32)],
])('%s is read in no time', (text) => {
  const begun = performance.now();
  read(text);
  expect(performance.now() - begun).toBeLessThan(3000);
});
