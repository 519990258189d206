import { describe, expect, test } from 'vitest';
import type { Result } from '../../../src/incidents/incidents.ts';
import type { Filter, Query } from '../../../src/incidents/query.ts';

const year = (n: number) => ({ start: `${n}-01-01`, end: `${n + 1}-01-01` });
const month = (n: number) => ({ start: `2016-0${n}-01`, end: `2016-0${n + 1}-01` });
const country = (name: string): Filter => ({
  places: [{ relation: 'in', name, level: 'country', countries: [name], dataNames: [name] }],
});

/** Figures worked out from others, over the records of the contract. */
export function workedOut(find: (filter: Filter, more: Partial<Query>) => Promise<Result>): void {
  describe('a difference', () => {
    const between = async (of: Query['of'], sides: Query['sides']) => {
      const { value, percent, total, groups } = await find({}, { measure: 'difference', of, sides });
      return [value, percent, total, groups?.map((g) => g.key)];
    };
    const years = (...all: number[]) => all.map((n) => ({ key: String(n), filter: { period: year(n) } }));
    test('of two periods is the later less the earlier, whichever was named first', async () => {
      expect(await between('killed', years(2016, 2017))).toEqual([-64, -95.5, 5, ['2016', '2017']]);
      expect(await between('killed', years(2017, 2016))).toEqual([-64, -95.5, 5, ['2017', '2016']]);
      expect(await between('incidents', years(2016, 2017))).toEqual([-1, -33.3, 5, ['2016', '2017']]);
    });
    test('of other sides is the first less the second', async () => {
      const sides = ['Iraq', 'Syria'].map((key) => ({ key, filter: country(key) }));
      expect(await between('incidents', sides)).toEqual([5, 500, 7, ['Iraq', 'Syria']]);
      expect((await between('incidents', sides.toReversed())).slice(0, 2)).toEqual([-5, -83.3]);
    });
    test('from nothing has no percentage', async () =>
      expect((await between('incidents', years(2015, 2016))).slice(0, 2)).toEqual([3, null]));
    test('of figures that nobody gives is none', async () =>
      expect((await between('wounded', years(2016, 2017))).slice(0, 2)).toEqual([null, null]));
  });

  describe('an average', () => {
    const average = async (of: Query['of'], filter: Filter, by?: Query['by']) => {
      const { value, sum, total, units } = await find(filter, { measure: 'average', of, ...(by ? { by } : {}) });
      return [value, sum, total, ...(by ? [units?.count ?? 0, units?.first, units?.last] : [])];
    };
    test('is for each incident with a figure', async () => {
      expect(await average('killed', { period: year(2016) })).toEqual([22.3333, 67, 3]);
      expect(await average('killed', { period: year(2017) })).toEqual([3, 3, 2]);
      expect(await average('wounded', { period: year(2016) })).toEqual([null, null, 3]);
      expect(await average('killed', { period: year(2015) })).toEqual([null, 0, 0]);
    });
    test('by time is for each unit of the period in which there is data, those with nothing too', async () => {
      const months = [10, '2016-03', '2016-12'];
      expect(await average('killed', { period: year(2016) }, 'month')).toEqual([6.7, 67, 3, ...months]);
      expect(await average('incidents', { period: year(2016) }, 'month')).toEqual([0.3, 3, 3, ...months]);
      expect(await average('incidents', { period: year(2019) }, 'half')).toEqual([0, 0, 0, 2, '2019-H1', '2019-H2']);
      expect(await average('incidents', {}, 'year')).toEqual([1.4, 7, 7, 5, '2016', '2020']);
      const july = { period: { start: '2020-07-01', end: null } };
      expect(await average('incidents', july, 'day')).toEqual([0.0909, 1, 1, 11, '2020-07-01', '2020-07-11']);
    });
    test('ends where the data of the one country does', async () => {
      const since = { ...country('Syria'), period: { start: '2016-03-01', end: null } };
      expect(await average('incidents', since, 'year')).toEqual([0.3333, 1, 1, 3, '2016', '2018']);
    });
    test('of several periods leaves out what lies between', async () => {
      const periods = [month(3), month(6)];
      expect((await average('incidents', { periods }, 'month')).slice(0, 4)).toEqual([1, 2, 2, 2]);
    });
    test('where there is no data is none', async () =>
      expect(await average('incidents', { period: year(2015) }, 'month')).toEqual([
        null,
        0,
        0,
        0,
        undefined,
        undefined,
      ]));
  });

  describe('a share', () => {
    const share = async (of: Query['of'], filter: Filter, part?: Filter) => {
      const {
        value,
        part: some,
        whole,
        total,
      } = await find(filter, { measure: 'share', of, ...(part ? { part } : {}) });
      return [value, some, whole, total];
    };
    test('is of incidents or people, whose part replaces facets of the whole', async () => {
      const period = year(2016);
      expect(await share('killed', { period }, { eventTypes: ['one-sided'] })).toEqual([10.4, 7, 67, 3]);
      expect(await share('incidents', { period }, { eventTypes: ['one-sided'] })).toEqual([33.3, 1, 3, 3]);
      expect(await share('incidents', {}, { period })).toEqual([42.9, 3, 7, 7]);
      expect(await share('incidents', country('Iraq'), { killed: { min: 8 } })).toEqual([33.3, 2, 6, 6]);
    });
    test('of civilians is that among the killed', async () =>
      expect(await share('civilians killed', { period: year(2016) })).toEqual([13.4, 9, 67, 3]));
    test('of nothing, or of what nobody counts, is none', async () => {
      const part = { eventTypes: ['one-sided'] };
      expect(await share('incidents', { period: year(2015) }, part)).toEqual([null, 0, 0, 0]);
      expect(await share('wounded', { period: year(2016) }, part)).toEqual([null, null, null, 3]);
    });
  });
}
