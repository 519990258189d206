import { describe, expect, test } from 'vitest';
import type { PlaceHints } from '../../src/entities/entity-linker.ts';
import { keysWithinOneDeletion, phoneticKey, soundKey } from '../../src/entities/phonetic-key.ts';
import { currentVersion, inIraq, type Named, names, over } from './linker-over.ts';

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
  test('has the incidents of the town within thirty kilometres, not those of another of its name', () => {
    const north = (degrees: number): Named => ['place', 'Mosul', Math.round(degrees * 100), [36.34 + degrees, 43.13]];
    const found = over([north(0.2), north(0.3)]).places('Mosul');
    expect(found.slice(0, 2).map(({ key }) => key.split(':')[0])).toEqual(['gazetteer', 'data']);
    expect(found[0]?.incidents).toBe(20);
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
  names.setVocabulary({ version: currentVersion(), places: [], actors: [], sources: [] });
  expect(known()).toEqual(['Wadi Zorqat']);
  over([['place', 'Tel Zorqat', 3]]);
  expect(known()).toEqual(['Tel Zorqat']);
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
    expect(keysWithinOneDeletion('nv')).toEqual(['nv']);
    expect(keysWithinOneDeletion('smv')).toEqual(['smv', 'mv', 'sv', 'sm']);
  });
});
