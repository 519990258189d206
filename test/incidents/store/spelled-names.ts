import { beforeAll, describe, expect, test } from 'vitest';
import type { Incident, Where } from '../../../src/incidents/incident.ts';
import type { Incidents } from '../../../src/incidents/incidents.ts';
import type { Filter, Query } from '../../../src/incidents/query.ts';
import { asOf, find, put, told } from '../world.ts';

let made = 0;
/** Some incidents at one place, each with so many killed. */
const at = (where: Partial<Where>, killed: number[], day = '2019-03-05'): Incident[] =>
  killed.map((n) =>
    told(`test:spelled-${++made}`, { day, killed: n, more: { where: { precision: 'exact', ...where } as Where } }),
  );
const syria = (admin1: string) => ({ country: 'Syria', admin1 });
const sudan = (admin1: string, admin2?: string) => ({ country: 'Sudan', admin1, ...(admin2 ? { admin2 } : {}) });
const town = (country: string, place: string, lat: number) => ({ country, place, lat, lon: 1 });

const records = [
  ...at(syria('Raqqa Governorate'), [1, 1, 1]),
  ...at(syria('Raqqa governorate'), [20, 20]),
  ...at(syria('Idlib Governorate'), [30, 3]),
  ...at({ country: 'Turkey', admin1: 'Raqqa governorate' }, [2]),
  ...at({ country: 'Turkey', admin1: 'raqqa Governorate' }, [2, 2], '2021-02-03'),
  ...at({ country: 'Myanmar', admin1: 'Bago division' }, [4]),
  ...at({ country: 'Myanmar', admin1: 'Bago region' }, [4, 4]),
  ...at({ country: 'Mali', admin1: 'Gao region' }, [4]),
  ...at({ country: 'Mali', admin1: 'Gao Region' }, [4]),
  ...at(sudan('West Darfur'), [5]),
  ...at(sudan('Central Darfur'), [5]),
  ...at(sudan('Southern Darfur state'), [6]),
  ...at(sudan('South Darfur state'), [6]),
  ...at(sudan('Northern Darfur', 'Kutum district'), [7]),
  ...at(sudan('Northern Darfur', 'Kutum locality'), [7]),
  ...at(sudan('Northern Darfur', 'Tawīla district'), [7]),
  ...at(sudan('Northern Darfur', 'Tawila District'), [7, 7]),
  ...at(town('Mexico', 'Río Bravo town', 25), [8]),
  ...at(town('Mexico', 'Rio Bravo town', 25.1), [8, 8]),
  ...at(town('Mexico', 'Mansura', 20), [9]),
  ...at(town('Mexico', 'Mansúra', 23), [9]),
  ...at(town("Cote d'Ivoire", 'Bouaké', 7), [10]),
  ...at(town('Côte d’Ivoire', 'Bouake', 7), [10, 10]),
];
const inCountry = (name: string): Filter => ({
  places: [{ relation: 'in', name, level: 'country', countries: [name], dataNames: [name] }],
});
// What this bounds is read from the incidents themselves, not from totals.
const plainly: Filter = { killed: {} };

/** What a store with places whose names are written in several ways ranks. */
export function spelledNames(open: () => Promise<Incidents>): void {
  let store: Incidents;
  beforeAll(async () => {
    store = await open();
    await put(store, records);
  });
  const ranked = (filter: Filter, more: Partial<Query>) =>
    find(store, filter, { measure: 'rank', by: 'admin1', ...more });
  const counts = async (filter: Filter, more: Partial<Query> = {}) =>
    (await ranked(filter, { order: 'most', ...more })).groups?.map(({ key, count }) => [key, count]);

  describe('a place whose name is written in several ways is one in rankings', () => {
    test.each([{}, plainly])('by the spelling with most incidents %j', async (filter) => {
      const found = await ranked({ ...inCountry('Syria'), ...filter }, { of: 'killed', order: 'most', limit: 1 });
      expect(found.groups).toMatchObject([{ key: 'Raqqa Governorate', count: 5, killed: 43, low: 43, high: 43 }]);
      expect([found.groupTotal, found.total, found.ungrouped]).toEqual([2, 7, 0]);
    });
    test('of two equally frequent ones by the first', async () =>
      expect(await counts(inCountry('Mali'))).toEqual([['Gao Region', 2]]));
    test('whatever the order and the page', async () => {
      const page = (offset: number) => ranked(inCountry('Syria'), { order: 'fewest', limit: 1, offset });
      const pages = [await page(0), await page(1), await page(2)];
      expect(pages.map(({ groups }) => groups?.map(({ key }) => key))).toEqual([
        ['Idlib Governorate'],
        ['Raqqa Governorate'],
        [],
      ]);
    });
    test.each([{}, plainly])('in each country by itself %j', async (filter) => {
      const all = await ranked({ ...filter }, { order: 'most', limit: 100 });
      const raqqa = all.groups?.filter(({ key }) => /raqqa/i.test(key)).map(({ key, count }) => [key, count]);
      expect(raqqa).toEqual([
        ['Raqqa Governorate', 5],
        ['raqqa Governorate', 3],
      ]);
      expect(all.total).toBe(records.length);
      const then = { period: { start: '2019-01-01', end: '2020-01-01' }, ...filter };
      expect(await counts({ ...then, ...inCountry('Turkey') })).toEqual([['Raqqa governorate', 1]]);
      expect((await counts(then))?.filter(([key]) => /raqqa/i.test(String(key)))).toEqual([
        ['Raqqa Governorate', 5],
        ['Raqqa governorate', 1],
      ]);
    });
    test('a province with another word for its kind, not one with another name', async () => {
      expect(await counts(inCountry('Myanmar'))).toEqual([['Bago region', 3]]);
      expect(await counts(inCountry('Sudan'))).toEqual([
        ['Northern Darfur', 5],
        ['Central Darfur', 1],
        ['South Darfur state', 1],
        ['Southern Darfur state', 1],
        ['West Darfur', 1],
      ]);
    });
    test('a district and a country only with other accents and capitals', async () => {
      expect(await counts(inCountry('Sudan'), { by: 'district' })).toEqual([
        ['Tawila District', 3],
        ['Kutum district', 1],
        ['Kutum locality', 1],
      ]);
      const countries = await counts({}, { by: 'country' });
      expect(countries?.filter(([key]) => String(key).endsWith('Ivoire'))).toEqual([['Côte d’Ivoire', 3]]);
    });
    test('a town where it is, not another one far away', async () => {
      expect(await counts(inCountry('Mexico'), { by: 'place' })).toEqual([
        ['Rio Bravo town', 3],
        ['Mansura', 1],
        ['Mansúra', 1],
      ]);
    });
    test('figures that not every spelling has', async () => {
      const hurt = { group: 'all', wounded: { low: 2, best: 2, high: 2 } };
      const [one] = at({ country: 'Chad', admin1: 'Lac region' }, [0]) as [Incident];
      await put(store, [{ ...one, casualties: [hurt] }, ...at({ country: 'Chad', admin1: 'Lac Region' }, [1, 1])]);
      const found = await ranked(inCountry('Chad'), { of: 'wounded', order: 'most' });
      expect(found.groups).toMatchObject([{ key: 'Lac Region', count: 3, killed: 2, asked: 2 }]);
      expect(found.withoutFigure).toBe(2);
    });
    test('as they were before a correction', async () => {
      const [one, two] = at({ country: 'Niger', admin1: 'Diffa region' }, [1, 2]) as [Incident, Incident];
      const written = (admin1: string) => ({ ...two, where: { ...two.where, admin1 } });
      await put(store, [one, written('Diffa Region')], '2020-07-20T09:00:00Z');
      await put(store, [one, written('Tillaberi region')], '2020-08-01T09:00:00Z');
      const before = { ...inCountry('Niger'), asOf: asOf('2020-07-25T00:00:00Z') };
      expect(await counts(before as Filter)).toEqual([['Diffa Region', 2]]);
      expect(await counts(inCountry('Niger'))).toHaveLength(2);
    });
  });
}
