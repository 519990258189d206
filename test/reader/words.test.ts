import { expect, test } from 'vitest';
import { lexiconOf } from '../../src/reader/lexicon.ts';
import { orthographies } from '../../src/reader/orthography.ts';
import { inEnglishTimes } from '../../src/reader/time-words.ts';
import { separated, tokensOf } from '../../src/reader/tokens.ts';

test.each([
  ["combien d'attaques à Mossoul ?", ['combien', "d'", 'attaques', 'à', 'mossoul', '?']],
  ["le 1er mars, aujourd'hui", ['le', '1er', 'mars', ',', "aujourd'hui"]],
  ["où l'État a été", ['où', "l'", 'etat', 'a', 'ete']],
])('the words of %s', (text, words) => {
  expect(tokensOf(text, 'fr').map((t) => t.lower)).toEqual(words);
});

test.each([
  ['للهجمات', ['ل', 'الهجمات']],
  ['وبالعراق', ['و', 'ب', 'العراق']],
  ['ولاية', ['ولايه']],
  ['و2017', ['و', '2017']],
  ['هجوماً', ['هجوما']],
  ['٢٠١٥', ['2015']],
])('the words of %s', (text, words) => {
  const known = new Set(['الهجمات', 'العراق', 'ولايه']);
  const familiar = { known: (word: string) => known.has(word), resembles: () => false };
  expect(separated(tokensOf(text, 'ar'), orthographies.ar, familiar).map((t) => t.lower)).toEqual(words);
});

test.each([
  ['fr', 'attaques ces 30 derniers jours', 'zz in the last 30 days'],
  ['fr', 'du 15 mars au 20 avril 2015', 'from 15 March to 20 April 2015'],
  ['fr', 'tuées en Irak, ont été blessés', 'zz in zz, zz zz'],
  ['ar', 'في الربع الأول من عام 2017', 'Q1 2017'],
  ['ar', 'خلال شهر أيار 2019', 'in May 2019'],
  ['ar', 'قبل عام 2010', 'before 2010'],
] as const)('the times of "%s: %s"', (language, text, english) => {
  const tokens = tokensOf(text, language);
  const { variants } = orthographies[language];
  const told = inEnglishTimes({
    tokens,
    formsAt: (i) => {
      const word = tokens[i]?.lower ?? '';
      return [word, ...variants(word).map((v) => v.word)];
    },
    numberAt: (i) => (tokens[i]?.kind === 'number' ? tokens[i]?.lower : undefined),
    table: lexiconOf(language).times,
  });
  expect(told.text.replace(/^in Q/, 'Q')).toBe(english);
  expect(told.tokens).toHaveLength(tokens.length);
});
