import { beforeAll, describe, expect, test } from 'vitest';
import type { EntityLinker } from '../../src/entities/entity-linker.ts';
import { openEntityLinker } from '../../src/entities/open-index.ts';
import type { Vocabulary, VocabularyPlace } from '../../src/incidents/data-profile.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import { indexFolder } from '../support/names-index.ts';

const place = (
  level: VocabularyPlace['level'],
  name: string,
  country: string,
  incidents: number,
  lat: number | null = null,
  lon: number | null = null,
): VocabularyPlace => ({ level, name, country, admin1: null, lat, lon, incidents });
/** As ACLED names them. */
const acled = [
  'Military Forces of Iraq (2018-)',
  'Police Forces of Iraq (2014-2018) Asayish',
  'Military Forces of Kenya (2022-)',
];
const vocabulary: Vocabulary = {
  version: 1,
  places: [
    place('country', 'Iraq', 'Iraq', 900, 33, 44),
    place('country', 'Myanmar (Burma)', 'Myanmar (Burma)', 500, 20, 96),
    place('admin1', 'Ninawa province', 'Iraq', 400),
    place('admin1', 'Kayin state', 'Myanmar (Burma)', 50),
    place('place', 'Mosul town', 'Iraq', 200, 36.34, 43.13),
    place('place', 'Wadi al-Nowhere', 'Iraq', 3, 31, 42),
  ],
  actors: [
    { name: 'IS', incidents: 300, country: 'Iraq' },
    { name: 'Government of Iraq', incidents: 280, country: 'Iraq' },
    { name: 'KNU', incidents: 40, country: 'Myanmar (Burma)' },
  ],
  sources: [],
};
let names: EntityLinker;
beforeAll(async () => {
  names = openEntityLinker({ folder: indexFolder, actors: knownActors });
  names.setVocabulary(vocabulary);
});

describe('places', () => {
  test.each([
    ['Mosul', 'Mosul', ['Mosul town']],
    ['الموصل', 'Mosul', ['Mosul town']],
    ['Nineveh', 'Nineveh', ['Ninawa province']],
    ['Ninive', 'Nineveh', ['Ninawa province']],
    ['Burma', 'Myanmar (Burma)', ['Myanmar (Burma)']],
    ['Karen State', 'Kayin State', ['Kayin state']],
    ['Wadi al Nowhere', 'Wadi al-Nowhere', ['Wadi al-Nowhere']],
  ])('%s is %s', (said, name, dataNames) => {
    expect(names.places(said)[0]).toMatchObject({ name, dataNames });
  });
  test('a misspelling is found and scored as such', () => {
    const [best] = names.places('Samawwah');
    expect(best?.name).toBe('As Samawah');
    expect(best?.score).toBeLessThan(1);
  });
  test('a cue word decides between a town and its province', () => {
    expect(names.places('Diyala', { level: 'admin1' })[0]?.level).toBe('admin1');
    expect(names.places('Najaf', { level: 'town' })[0]?.level).toBe('town');
  });
  test('ordinary words need a reason', () =>
    expect(['attack', 'make', 'people'].every((w) => names.isOrdinaryWord(w))).toBe(true));
});

describe('actors', () => {
  test.each([
    ['Daesh', ['IS']],
    ['the Islamic State', ['IS']],
    ['Iraqi forces', ['Government of Iraq']],
    ['the government of Iraq', ['Government of Iraq']],
    ['Karen National Union', ['KNU']],
  ])('%s', (said, dataNames) => expect(names.actors(said)[0]?.dataNames).toEqual(dataNames));
  test('a government is told with its forces as other data names them, each of which keeps its own name', () => {
    const both = openEntityLinker({ folder: indexFolder, actors: knownActors });
    const more = acled.map((name) => ({ name, incidents: 10, country: 'Iraq' }));
    both.setVocabulary({ ...vocabulary, actors: [...vocabulary.actors, ...more] });
    const [iraq] = both.actors('Iraq', { exact: true });
    expect(iraq?.name).toBe('Government of Iraq');
    expect(iraq?.dataNames).toEqual(['Government of Iraq', ...acled.slice(0, 2)]);
    expect(both.actors('Kenyan army')[0]).toMatchObject({ name: 'Government of Kenya', dataNames: [acled[2]] });
    expect(both.actors(acled[0] as string)[0]?.dataNames).toEqual([acled[0]]);
  });
  test('Hezbollah alone is the Lebanese one', () => {
    expect(names.actors('Hezbollah')[0]?.key).toBe('hezbollah');
    expect(names.actors("Kata'ib Hezbollah")[0]?.key).toBe('kataib-hezbollah');
  });
});
