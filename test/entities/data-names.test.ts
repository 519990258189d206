import { beforeAll, describe, expect, test } from 'vitest';
import type { PlaceCandidate } from '../../src/entities/entity-linker.ts';
import { openEntityLinker } from '../../src/entities/open-index.ts';
import type { VocabularyPlace } from '../../src/incidents/data-profile.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import { foldWithoutPlaceType } from '../../src/kernel/normalise.ts';
import { indexFolder } from '../support/names-index.ts';
import { hasEvents, readEvents, vocabularyOf } from './ged-merged.ts';
import { inIraq, over, names as own } from './linker-over.ts';

const kinds = { country: 'country', admin1: 'admin1', admin2: 'admin2', place: 'town' } as const;

describe.skipIf(!hasEvents)(
  'all names of the data (skipped where ../shared/data/ucdp/ged-merged.csv is not at hand)',
  () => {
    const names = openEntityLinker({ folder: indexFolder, actors: knownActors });
    let places: readonly VocabularyPlace[];
    let byName: Map<string, VocabularyPlace[]>;
    beforeAll(() => {
      const vocabulary = vocabularyOf(readEvents(), 1);
      ({ places } = vocabulary);
      byName = Map.groupBy(places, ({ name }) => name);
      names.setVocabulary(vocabulary);
    });

    /** The name alone; with the country, where another country has as many incidents at a place of that name. */
    function first(place: VocabularyPlace): PlaceCandidate | undefined {
      const rivals = (byName.get(place.name) ?? []).filter(
        (other) => other.country !== place.country && other.incidents >= place.incidents,
      );
      return names.places(place.name, rivals.length && place.country ? { country: place.country } : {})[0];
    }
    const isItself = (place: VocabularyPlace, found: PlaceCandidate | undefined) =>
      found?.countries.includes(place.country ?? '') &&
      found.dataNames.includes(place.name) &&
      (byName.get(place.name) ?? []).some((one) => one.country === place.country && kinds[one.level] === found.level);

    test.each(Object.keys(kinds))('at least 99 of 100 of level %s are first themselves', (level) => {
      const all = places.filter((place) => place.level === level);
      const wrong = all.filter((place) => !isItself(place, first(place)));
      expect(wrong.length / all.length, wrong.map(({ name }) => name).join('; ')).toBeLessThan(0.01);
    });
    test('of a name that several places have, all are found', () => {
      const isCovered = (place: VocabularyPlace, all: readonly PlaceCandidate[]) =>
        all.some((c) => c.dataNames.includes(place.name) && c.countries.includes(place.country ?? ''));
      const bare = Map.groupBy(places, ({ name }) => foldWithoutPlaceType(name));
      for (const [said, sharing] of bare) {
        if (sharing.length < 3) continue;
        const all = names.places(said, { exact: true, limit: 200 });
        const missing = sharing.filter((place) => !isCovered(place, all));
        expect(missing.map(({ name, country }) => `${name}, ${country}`)).toEqual([]);
      }
    });
    test('no province of the data is two of the gazetteer’s', () => {
      const holds = (place: VocabularyPlace) => (found: PlaceCandidate) =>
        found.level === 'admin1' &&
        found.key.startsWith('gazetteer:') &&
        found.dataNames.includes(place.name) &&
        found.countries.includes(place.country ?? '');
      const holders = (place: VocabularyPlace) =>
        names.places(place.name, { exact: true, limit: 99 }).filter(holds(place));
      const provinces = places.filter(({ level }) => level === 'admin1');
      expect(provinces.filter((place) => holders(place).length > 1).map(({ name }) => name)).toEqual([]);
    });
  },
);

const inSudan = (name: string, incidents: number): VocabularyPlace => ({
  ...inIraq(['admin1', name, incidents]),
  country: 'Sudan',
});

describe('a province of the data', () => {
  const dataNames = (said: string) => own.places(said)[0]?.dataNames.toSorted();
  test('is itself, in all spellings', () => {
    over(['West Darfur state', 'Central Darfur state', 'Western Darfur state'].map((name, i) => inSudan(name, 9 - i)));
    expect(dataNames('West Darfur')).toEqual(['West Darfur state', 'Western Darfur state']);
    expect(dataNames('Central Darfur')).toEqual(['Central Darfur state']);
    expect(dataNames('Western Darfur state')).toEqual(['Western Darfur state']);
  });
  test('is one in upper and lower case', () => {
    over([
      ['admin1', 'Anbar Governorate', 3],
      ['admin1', 'Anbar governorate', 4],
    ]);
    expect(dataNames('Anbar governorate')).toEqual(['Anbar Governorate', 'Anbar governorate']);
    expect(own.places('al-Anbar')[0]?.incidents).toBe(7);
  });
  test('is found where it was counted to the country that it was part of', () => {
    over([inSudan('Jonglei state', 44)]);
    expect(own.places('Jonglei')[0]).toMatchObject({ incidents: 44, countryCode: 'SS' });
    expect(own.places('Jonglei')[0]?.countries).toContain('Sudan');
  });
  test('is not the country or the town of that name, if the word for its kind is said', () => {
    const niger = { ...inIraq(['admin1', 'Niger state', 3]), country: 'Nigeria' };
    over([niger, ['place', 'Najaf town', 90, [32, 44.33]], ['admin1', 'Najaf province', 3]]);
    expect(own.places('Niger state')[0]?.dataNames).toEqual(['Niger state']);
    expect(own.places('Niger')[0]?.level).toBe('country');
    expect(own.places('Najaf province')[0]?.level).toBe('admin1');
    expect(own.places('Najaf town')[0]?.level).toBe('town');
  });
});
