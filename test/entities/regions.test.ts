import { beforeAll, describe, expect, test } from 'vitest';
import { curatedRows } from '../../src/entities/gazetteer/sites.ts';
import { openEntityLinker } from '../../src/entities/open-index.ts';
import { placeFilter } from '../../src/frames/place-filter.ts';
import type { VocabularyPlace } from '../../src/incidents/data-profile.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import { indexFolder } from '../support/names-index.ts';
import { type Event, hasEvents, readEvents, vocabularyOf } from './ged-merged.ts';
import { inIraq, names, over } from './linker-over.ts';

const regions = curatedRows.filter(({ level }) => level === 'region');
const provincesOf = ({ admin1 }: { admin1: string }) => (admin1 === '' ? [] : admin1.split(';'));

describe('every region', () => {
  test('and there are two hundred more than the provinces, by its name', () => {
    over([]);
    const found = (name: string) => names.places(name, { exact: true, limit: 60 }).map((c) => c.name);
    expect(regions.length).toBeGreaterThan(200);
    expect(regions.filter(({ name }) => !found(name).includes(name)).map(({ name }) => name)).toEqual([]);
  });
  test('is a circle or consists of provinces that the gazetteer or the data has', () => {
    over([]);
    const isProvince = (name: string, codes: readonly string[]) =>
      names
        .places(name, { exact: true, level: 'admin1', limit: 60 })
        .some((c) => c.level === 'admin1' && codes.includes(c.countryCode ?? ''));
    const unknown = regions.flatMap((region) =>
      provincesOf(region)
        .filter((name) => !isProvince(name, region.country.split(' ')))
        .map((name) => `${name} of ${region.name}`),
    );
    // Of former times, and known to data alone.
    const former =
      /^(?:Bahr-al-Jabal|Equatoria|Kordofan|Darfur|Bahr al Ghazal|.*Bahr-al-Ghazal|Gongola|Natal|Transvaal|Panjsher|Azad Jammu & Kashmir|North Eastern Province|.*Shabelle) of/;
    expect(unknown.filter((one) => !former.test(one))).toEqual([]);
    const whole = regions.filter((region) => (region.km === undefined) === (region.admin1 === ''));
    expect(whole.map(({ name }) => name)).toEqual([]);
  });
  test('has no name twice', () => {
    for (const { name, names: others } of regions)
      expect(new Set([name, ...others].map((one) => one.toLowerCase())).size, name).toBe(others.length + 1);
  });
});

describe('a region of provinces', () => {
  const inCountry = (country: string, level: VocabularyPlace['level'], name: string): VocabularyPlace => ({
    ...inIraq([level, name, 5]),
    country,
  });
  test('has all names that they have and had', () => {
    const all = ['Northern Darfur state', 'North Darfur state', 'West Darfur state', 'Darfur state', 'Kassala state'];
    over(all.map((name) => inCountry('Sudan', 'admin1', name)));
    expect(names.places('Darfur')[0]?.dataNames.toSorted()).toEqual(all.slice(0, 4).toSorted());
  });
  test('is never the whole country where the data has none of them', () => {
    over([inCountry('Senegal', 'country', 'Senegal')]);
    const [casamance] = names.places('Casamance');
    expect(casamance).toMatchObject({ level: 'region', incidents: 0 });
    expect(casamance?.dataNames).toContain('Ziguinchor');
  });
  test('is told before the country of its name that the data counts to another', () => {
    over(['Gaza Strip', 'West Bank'].map((name) => inCountry('Israel', 'admin1', name)));
    for (const said of ['Palestine', 'Palestinian territories', 'oPt'])
      expect(names.places(said)[0], said).toMatchObject({ level: 'region', incidents: 10 });
    expect(names.places('Gaza')[0]).toMatchObject({ name: 'Gaza Strip', dataNames: ['Gaza Strip'] });
  });
  test.each([
    ['Maghreb', ['Egypt'], ['Algeria', 'Tunisia', 'Mauritania']],
    ['Lake Chad basin', ['Kano'], []],
    ['Anbar', [], ['Iraq']],
  ])('%s', (said, without, within) => {
    over([]);
    const [place] = names.places(said);
    for (const one of without) expect([...(place?.countries ?? []), ...(place?.dataNames ?? [])]).not.toContain(one);
    expect(place?.countries).toEqual(expect.arrayContaining(within));
  });
});

describe('a region that is a circle', () => {
  test('has the incidents of towns within it, and its own distance as a filter', () => {
    over([
      ['place', 'Duma', 4, [33.57, 36.4]],
      ['place', 'Aleppo', 9, [36.2, 37.15]],
    ]);
    const [ghouta] = names.places('Eastern Ghouta');
    expect(ghouta).toMatchObject({ level: 'region', incidents: 4, radiusKm: 16 });
    if (!ghouta) throw new Error('not found');
    expect(placeFilter(ghouta, 'in')).toMatchObject({ relation: 'near', radiusKm: 16, lat: 33.54 });
    expect(placeFilter(ghouta, 'near')).toMatchObject({ relation: 'near', radiusKm: 50 });
    expect(placeFilter(ghouta, 'near', 5)).toMatchObject({ relation: 'near', radiusKm: 5 });
  });
});

describe.skipIf(!hasEvents)(
  'over UCDP’s events (skipped where ../shared/data/ucdp/ged-merged.csv is not at hand)',
  () => {
    const linker = openEntityLinker({ folder: indexFolder, actors: knownActors });
    let events: Event[];
    beforeAll(() => {
      events = readEvents();
      linker.setVocabulary(vocabularyOf(events, 1));
    });
    test('8,329 people were killed in the 144 incidents of 2004 in Darfur', () => {
      const [darfur] = linker.places('Darfur');
      const there = events.filter(
        (event) =>
          darfur?.countries.includes(event.country) &&
          darfur.dataNames.includes(event.adm_1) &&
          [event.date_start, event.date_end].every((day) => day.startsWith('2004')),
      );
      expect([there.length, there.reduce((n, { best }) => n + Number(best), 0)]).toEqual([144, 8329]);
    });
    test('no region has a province of the same name in another of its countries', () => {
      const provinces = new Set(events.map((event) => `${event.adm_1}|${event.country}`));
      // What is South Sudan now was Sudan.
      const several = regions.filter(
        ({ admin1, country }) => admin1 !== '' && / /.test(country) && !/SS/.test(country),
      );
      for (const region of several) {
        const found = linker.places(region.name, { exact: true, limit: 60 }).find((c) => c.name === region.name);
        for (const name of found?.dataNames ?? [])
          expect(found?.countries.filter((country) => provinces.has(`${name}|${country}`)).length, name).toBeLessThan(
            2,
          );
      }
    });
  },
);
