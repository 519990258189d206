import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { EntityLinker } from '../../src/entities/entity-linker.ts';
import { openEntityLinker } from '../../src/entities/open-index.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import type { Language } from '../../src/kernel/language.ts';
import { understand } from '../../src/reader/understand.ts';
import { parse } from '../questions/meanings.ts';
import { misspelt } from '../questions/misspelt.ts';
import { misread } from '../questions/read-as.ts';
import { indexFolder } from '../support/names-index.ts';
import { vocabulary } from '../support/vocabulary.ts';
import { now } from '../support/world.ts';

let names: EntityLinker;
beforeAll(() => {
  names = openEntityLinker({ folder: indexFolder, actors: knownActors });
  names.setVocabulary(vocabulary);
});
const read = (text: string, language: Language, previous?: Parameters<typeof understand>[1]['previous']) => {
  const locale = language === 'en' ? 'en-US' : 'en-GB';
  return understand(text, {
    now,
    zone: 'Asia/Baghdad',
    locale,
    names,
    vocabulary,
    language,
    ...(previous ? { previous } : {}),
  });
};
const queryOf = (text: string, language: Language) => {
  const understood = read(text, language);
  return understood.kind === 'query' ? understood.query : understood.kind;
};
const fileOf = (name: string) =>
  parse(name, readFileSync(new URL(`../languages/questions/${name}.txt`, import.meta.url), 'utf8'));
const files: [string, Language][] = [
  ['french-unseen', 'fr'],
  ['french', 'fr'],
  ['arabic-unseen', 'ar'],
  ['arabic', 'ar'],
];

describe.each(files)('%s', (name, language) => {
  test.each(fileOf(name).flatMap((m) => m.phrasings.map((text) => [text, m] as const)))('%s', (text, meaning) => {
    expect(misread(read(text, language), meaning)).toEqual([]);
  });

  test('nine in ten typing errors change nothing', () => {
    const mistyped = fileOf(name).flatMap((m) => m.phrasings.flatMap((text) => misspelt(text, language)));
    const kept = mistyped.filter(({ text, as }) => {
      expect(() => read(as, language)).not.toThrow();
      return JSON.stringify(queryOf(as, language)) === JSON.stringify(queryOf(text, language));
    });
    expect(kept.length / mistyped.length).toBeGreaterThan(0.9);
  });
});

test.each<[string, Language, string]>([
  ['frappes aériennes russes en Syrie en 2016', 'fr', 'Russian airstrikes in Syria in 2016'],
  ["nombre d'attaques par mois au Yémen en 2019", 'fr', 'number of attacks per month in Yemen in 2019'],
  ['attaques de Boko Haram au Nigeria depuis lundi', 'fr', 'attacks by Boko Haram in Nigeria since Monday'],
  ["attaques contre l'armée irakienne en 2015", 'fr', 'attacks against the Iraqi army in 2015'],
  ['quels pays du monde ont le plus de morts ?', 'fr', 'which countries in the world had the most deaths?'],
  ["une carte d'attaques près de Mossoul", 'fr', 'a map of attacks near Mosul'],
  ['الغارات الإسرائيلية على سوريا', 'ar', 'Israeli airstrikes in Syria'],
  ['كم عدد الغارات الجوية في حلب وإدلب عام 2016؟', 'ar', 'how many airstrikes in Aleppo and Idlib in 2016?'],
  ['خريطة للهجمات في العراق عام 2016', 'ar', 'a map of attacks in Iraq in 2016'],
  ['الهجمات بالعراق ضد المدنيين في آخر ٧ أيام', 'ar', 'attacks in Iraq against civilians in the last 7 days'],
])('%s means what it does in English', (foreign, language, english) => {
  expect(queryOf(foreign, language)).toEqual(queryOf(english, 'en'));
});

test.each<[Language, string[], object]>([
  ['fr', ['attaques à Mossoul en 2016', 'et en 2017 ?'], { measure: 'list', period: '2017-01-01' }],
  ['fr', ['attaques en Irak en mars 2015', "l'année d'avant"], { measure: 'list', period: '2014-01-01' }],
  ['fr', ['attaques à Mossoul en 2016', 'combien de morts ?'], { measure: 'sum', period: '2016-01-01' }],
  ['ar', ['الهجمات في الموصل عام 2016', 'وفي 2017؟'], { measure: 'list', period: '2017-01-01' }],
  ['ar', ['الهجمات في العراق عام 2015', 'وتموز؟'], { measure: 'list', period: '2015-07-01' }],
  ['ar', ['الهجمات في الموصل عام 2016', 'حسب الشهر'], { measure: 'trend', period: '2016-01-01' }],
])('a thread in %s: %s', (language, [first = '', then = ''], wanted) => {
  const before = read(first, language);
  if (before.kind !== 'query') throw new Error(`${first} was read as ${before.kind}`);
  const next = read(then, language, { query: before.query, ids: [], why: '' });
  const { measure, filter } = next.kind === 'query' ? next.query : { measure: next.kind, filter: {} as never };
  expect({ measure, period: filter.period?.start }).toEqual(wanted);
});

test('words are told as they were written', () => {
  expect(read('attaques bleues en Irak en 2016', 'fr')).toMatchObject({ unread: ['bleues'] });
  expect(read('الهجمات المؤسفة في العراق', 'ar')).toMatchObject({ unread: ['المؤسفة'] });
  expect(read('الهجمات في صيف 2020', 'ar')).toMatchObject({ assumed: [{ said: 'في صيف 2020' }] });
  expect(read('attaques à Bagdade en 2020', 'fr')).toMatchObject({ assumed: [{ said: 'Bagdade', name: 'Baghdad' }] });
  expect(read('attaques à Xyzqwvania', 'fr')).toMatchObject({ kind: 'unclear', ask: { name: 'Xyzqwvania' } });
});

test.each(['ل'.repeat(490), 'و'.repeat(490), "l'".repeat(240), 'وبال'.repeat(120), 'من مارس إلى '.repeat(40)])(
  '%s is read in no time',
  (text) => {
    const begun = performance.now();
    read(text, /\p{Script=Arabic}/u.test(text) ? 'ar' : 'fr');
    expect(performance.now() - begun).toBeLessThan(1000);
  },
);
