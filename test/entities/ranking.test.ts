import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EntityLinker, PlaceHints } from '../../src/entities/entity-linker.ts';
import { openEntityLinker } from '../../src/entities/open-index.ts';
import { phoneticKey, soundKey, variantsOf } from '../../src/entities/phonetic-key.ts';
import type { Vocabulary, VocabularyPlace } from '../../src/incidents/data-profile.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import { indexFolder } from '../support/names-index.ts';

type Named = [level: VocabularyPlace['level'], name: string, incidents: number, at?: [lat: number, lon: number]];
const inIraq = ([level, name, incidents, [lat, lon] = [31, 42]]: Named): VocabularyPlace => ({
  ...{ level, name, incidents, country: 'Iraq', admin1: null },
  ...(level === 'place' ? { lat, lon } : { lat: null, lon: null }),
});
const actor = (name: string, incidents: number, country = 'Nepal') => ({ name, incidents, country });
const names = openEntityLinker({ folder: indexFolder, actors: knownActors });
let version = 0;
/** The linker, over data with those names and no others. */
function over(places: (Named | VocabularyPlace)[], actors: Vocabulary['actors'] = []): EntityLinker {
  const told = places.map((place) => (Array.isArray(place) ? inIraq(place) : place));
  names.setVocabulary({ version: ++version, places: told, actors, sources: [] });
  return names;
}

describe('a name that is a town and a province', () => {
  const levelOf = (town: number, province: number, hints: PlaceHints = {}) => {
    over([
      ...(town ? [['place', 'Najaf town', town, [32, 44.33]] as Named] : []),
      ...(province ? [['admin1', 'Najaf province', province] as Named] : []),
    ]);
    return names.places('Najaf', hints)[0]?.level;
  };
  test.each([
    ['as many in both', 10, 10, 'town'],
    ['one more in the province', 10, 11, 'admin1'],
    ['one more in the town', 11, 10, 'town'],
    ['none in either, of a large town', 0, 0, 'town'],
    ['only the province is in the data', 0, 1, 'admin1'],
  ])('is whichever the data has more of: %s', (_, town, province, level) =>
    expect(levelOf(town, province)).toBe(level),
  );
  test('unless the question says which', () => {
    expect(levelOf(11, 10, { level: 'admin1' })).toBe('admin1');
    expect(levelOf(10, 11, { level: 'town' })).toBe('town');
  });
});

describe('a name of several places', () => {
  test.each<[string, PlaceHints, string]>([
    ['Tripoli', {}, 'Libya'],
    ['Tripoli', { country: 'Lebanon' }, 'Lebanon'],
    ['Tripoli', { country: 'GR' }, 'Greece'],
    ['Cordoba', {}, 'Argentina'],
    ['Cordoba', { country: 'Spain' }, 'Spain'],
  ])('%s %j is in %s', (said, hints, country) => expect(over([]).places(said, hints)[0]?.country).toBe(country));
  test('is where the data has it, before where more people live', () => {
    const lebanon = { ...inIraq(['place', 'Tripoli', 500, [34.44, 35.85]]), country: 'Lebanon' };
    const country = { ...inIraq(['country', 'Lebanon', 500]), country: 'Lebanon' };
    expect(over([country, lebanon]).places('Tripoli')[0]).toMatchObject({ country: 'Lebanon', incidents: 500 });
  });
  test.each([
    ['one incident', 1, 'admin1'],
    ['a hundred', 100, 'town'],
  ])('is a province before a village of %s elsewhere', (_, incidents, level) => {
    const country = { ...inIraq(['country', 'Syria', 500]), country: 'Syria' };
    const village = { ...inIraq(['place', 'Anbar', incidents, [35, 38]]), country: 'Syria' };
    expect(over([country, village]).places('Anbar')[0]?.level).toBe(level);
  });
  test('brings the province of a city, by whichever of its names it is called', () => {
    const found = over([])
      .places('Nikolaev')
      .map(({ name, level }) => `${name} ${level}`);
    expect(found[0]).toBe('Mykolayiv town');
    expect(found).toContain('Mykolaiv admin1');
  });
  test('of the data is the one within thirty kilometres, never another of its name', () => {
    const north = (degrees: number): Named => ['place', 'Mosul', Math.round(degrees * 100), [36.34 + degrees, 43.13]];
    const found = over([north(0.2), north(0.3)]).places('Mosul');
    expect(found.slice(0, 2).map(({ key, incidents }) => [key.split(':')[0], incidents])).toEqual([
      ['gazetteer', 20],
      ['data', 30],
    ]);
  });
});

test('a hamlet brings the place of twenty incidents that is spelled otherwise, not one of fewer', () => {
  const found = (incidents: number) =>
    over([['place', 'Rateka', incidents]])
      .places('Rateče')
      .map(({ name }) => name);
  expect(found(19)).not.toContain('Rateka');
  expect(found(20)).toContain('Rateka');
});

describe('a slip of the pen', () => {
  test.each([
    ['a letter too many', 'Mosull', 'Mosul'],
    ['a wrong one in five', 'Mosal', 'Mosul'],
    ['a missing one', 'Damscus', 'Damascus'],
    ['two swapped', 'Kirkku', 'Kirkuk'],
    ['spelled by ear', 'Deir ezzor', 'Deir ez-Zor'],
    ['a Slavic adjective', 'Kharkivska', 'Kharkiv'],
    ['a name of the data alone', 'Wadi al-Kartaa', 'Wadi al-Karta'],
  ])('%s: %s', (_, said, name) => {
    const [best] = over([['place', 'Wadi al-Karta', 25]]).places(said);
    expect(best?.name).toBe(name);
    expect(best?.score).toBeLessThan(1);
  });
  test('is none where only the very name will do', () => {
    expect(over([]).places('Mosull', { exact: true })).toEqual([]);
    expect(over([]).places('Mosul', { exact: true })[0]?.score).toBe(1);
  });
  test('in a word of five letters is surer than one in a word of four', () => {
    const slip = (name: string, said: string) =>
      over([['place', name, 9]])
        .places(said)
        .find((c) => c.name === name)?.score;
    expect(slip('Zorqa', 'Zorqb')).toBe(0.92);
    expect(slip('Zorq', 'Zobq')).not.toBe(0.92);
  });
});

test('names that left the data are no longer found, and a version seen before is not read again', () => {
  const known = () => ['Wadi Zorqat', 'Tel Zorqat'].filter((name) => names.places(name, { exact: true }).length > 0);
  over([['place', 'Wadi Zorqat', 3]]);
  expect(known()).toEqual(['Wadi Zorqat']);
  names.setVocabulary({ version, places: [], actors: [], sources: [] });
  expect(known()).toEqual(['Wadi Zorqat']);
  over([['place', 'Tel Zorqat', 3]]);
  expect(known()).toEqual(['Tel Zorqat']);
});

describe('actors', () => {
  beforeEach(() => {
    over(
      [],
      [
        actor('BNP (Bangladesh)', 3, 'Bangladesh'),
        actor('BNP (Nepal)', 8),
        actor('Supporters of Zorak Front', 2),
        actor('Zorak Liberation Army', 5),
        actor('Frente de Liberacion de Zorak', 1),
        actor('Zorak Democratic Council', 1),
      ],
    );
  });
  const found = (said: string, exact = false) => names.actors(said, { exact }).map(({ name }) => name);
  test.each([
    ['of one name the one of most incidents first', 'BNP', 'BNP (Nepal)'],
    ['without “Supporters of”', 'the Zorak Front', 'Supporters of Zorak Front'],
    ['with a word for what they are', 'Zorak Front fighters', 'Supporters of Zorak Front'],
    ['with a slip', 'Zorack Liberation Army', 'Zorak Liberation Army'],
    ['in another order', 'Army for the Liberation of Zorak', 'Zorak Liberation Army'],
    ['in another language', 'Zorak Liberation Front', 'Frente de Liberacion de Zorak'],
  ])('%s: %s', (_, said, name) => expect(found(said)[0]).toBe(name));
  test('are not guessed where only the very name will do', () => {
    expect(found('Zorac Front', true)).toEqual([]);
    expect(found('Zorak Front', true)).toEqual(['Supporters of Zorak Front']);
  });
  test('a country in brackets says where they are and is no name of them; other words in brackets are', () => {
    over([], [actor('Protesters (Nepal)', 9), actor('Zorak Movement (Zormov)', 2)]);
    expect(found('Nepal', true)).toEqual([]);
    expect(found('Protesters', true)[0]).toBe('Protesters (Nepal)');
    expect(found('Zormov', true)).toEqual(['Zorak Movement (Zormov)']);
  });
  test.each([
    ['bn', ['BNP (Nepal)', 'BNP (Bangladesh)']],
    ['zor', ['Zorak Liberation Army', 'Zorak Democratic Council', 'Supporters of Zorak Front']],
    ['lib', ['Zorak Liberation Army', 'Frente de Liberacion de Zorak']],
  ])('whose names begin with “%s”, then those with a word that does', (typed, expected) =>
    expect(
      names
        .prefixSearch('actor', typed, 3)
        .map(({ name }) => name)
        .slice(0, expected.length),
    ).toEqual(expected),
  );
});

describe('while a place is typed', () => {
  beforeAll(() => {
    over([
      ['place', 'Kartala', 1],
      ['place', 'Wadi Karta', 25],
      ['place', 'Tel Karta', 3],
      ['admin1', 'Kartum', 2],
    ]);
  });
  const offered = (typed: string, most: number) => names.prefixSearch('place', typed, most).map(({ name }) => name);
  const [own, inside] = [
    ['Kartum province, Iraq', 'Kartala, Iraq'],
    ['Wadi Karta, Iraq', 'Tel Karta, Iraq'],
  ];
  test('what begins so comes before what has a word that does, each by its incidents', () => {
    expect(offered('kart', 4)).toEqual([...own, ...inside]);
    expect(offered('kart', 3)).toEqual([...own, inside[0]]);
    expect(offered('kart', 1)).toEqual([own[0]]);
  });
  test('the gazetteer’s follow, by population, from the second letter on', () => {
    expect(offered('k', 9)).toEqual([...own, ...inside]);
    expect(offered('ka', 6)).toEqual([...own, ...inside, 'Karachi, Pakistan', 'Kabul, Afghanistan']);
  });
  test('no name is offered twice', () => expect(new Set(offered('ka', 25)).size).toBe(25));
});

describe('how a name sounds', () => {
  test.each([
    ['nineveh', 'ninawa'],
    ['izyum', 'izium'],
    ['kurdufan', 'kordofan'],
    ['kharkiv', 'харків'],
    ['chernihiv', 'чернихив'],
    ['homs', 'حمص'],
  ])('%s and %s have the same consonants', (one, other) => expect(phoneticKey(one)).toBe(phoneticKey(other)));
  test.each([
    ['izyum', 'izium'],
    ['kurdufan', 'kordofan'],
    ['khartoum', 'hartum'],
  ])('%s and %s are said alike', (one, other) => expect(soundKey(one)).toBe(soundKey(other)));
  test('one consonant of three or more may be wrong', () => {
    expect(variantsOf('nv')).toEqual(['nv']);
    expect(variantsOf('smv')).toEqual(['smv', 'mv', 'sv', 'sm']);
  });
});
