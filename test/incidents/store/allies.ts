import { beforeAll, describe, expect, test } from 'vitest';
import type { Incident } from '../../../src/incidents/incident.ts';
import type { Incidents } from '../../../src/incidents/incidents.ts';
import type { Filter } from '../../../src/incidents/query.ts';
import { asOf, find, get, put, told } from '../world.ts';

type Part = Incident['actors'][number];
const on = (side: Part['side'], ...names: string[]): Part[] =>
  names.map((actor) => ({ actor, role: 'party', ...(side ? { side } : {}) }));
const battle = (id: string, actors: Part[]) => told(`wire:${id}`, { more: { actors } });
const actor = (...names: string[]) => ({ name: names[0] as string, names, role: 'either' as const });
const pair = (a: string, b: string): Filter => ({ pair: [actor(a), actor(b)] });

const records = [
  battle('against', [...on(1, 'HTS'), ...on(2, 'Ahrar al-Sham')]),
  battle('together', [...on(1, 'IS'), ...on(2, 'Ahrar al-Sham', 'HTS')]),
  battle('unknown', on(undefined, 'Ahrar al-Sham', 'HTS', 'SDF')),
  battle('half', [...on(1, 'Ahrar al-Sham'), ...on(undefined, 'HTS', 'SDF')]),
  battle('turncoat', [...on(1, 'HTS'), ...on(2, 'HTS', 'SNA')]),
  battle('bystander', [...on(1, 'PKK'), ...on(2, 'SDF'), { actor: 'Labour Group', role: 'other', side: 2 }]),
];

/** Who met whom, where records say on which side each was and where they do not; `open` gives an empty store. */
export function allies(open: () => Promise<Incidents>): void {
  let store: Incidents;
  const ids = async (filter: Filter) => (await find(store, filter)).incidents.map((i) => i.id.slice(5)).sort();
  beforeAll(async () => {
    store = await open();
    await put(store, records);
  });

  describe('two sides', () => {
    test.each([
      ['HTS', 'Ahrar al-Sham', ['against', 'half', 'unknown']],
      ['IS', 'HTS', ['together']],
      ['HTS', 'SNA', ['turncoat']],
      ['SDF', 'Labour Group', []],
      ['PKK', 'Labour Group', ['bystander']],
    ])('%s and %s, unless they are known to be allies', async (a, b, expected) => {
      expect(await ids(pair(a, b))).toEqual(expected);
      expect(await ids(pair(b, a))).toEqual(expected);
      expect(await ids({ ...pair(a, b), asOf: asOf('2030-01-01T00:00:00Z') })).toEqual(expected);
    });

    test('allied by one of the names of a side, opposed by another', async () =>
      expect(await ids({ pair: [actor('HTS', 'IS'), actor('Ahrar al-Sham')] })).toEqual([
        'against',
        'half',
        'together',
        'unknown',
      ]));

    test('are ranked where sides are known, of however many parties, and none that only accompanied one', async () => {
      const { groups, ungrouped } = await find(store, {}, { measure: 'rank', by: 'pair', order: 'most' });
      expect(groups?.map(({ key, count }) => [key, count])).toEqual([
        ['Ahrar al-Sham | HTS', 1],
        ['Ahrar al-Sham | IS', 1],
        ['HTS | IS', 1],
        ['HTS | SNA', 1],
        ['PKK | SDF', 1],
      ]);
      expect(ungrouped).toBe(2);
    });

    test('are stored with the record', async () =>
      expect((await get(store, 'wire:together')).actors).toEqual(records[1]?.actors));
  });

  test('a revision that tells the sides replaces the one that did not', async () => {
    const own = await open();
    await put(own, [battle('later', on(undefined, 'A', 'B', 'C'))]);
    expect((await find(own, pair('A', 'B'))).total).toBe(1);
    expect(
      await put(own, [battle('later', [...on(1, 'A', 'B'), ...on(2, 'C')])], '2020-07-21T09:00:00Z'),
    ).toMatchObject({
      revised: 1,
    });
    expect([(await find(own, pair('A', 'B'))).total, (await find(own, pair('C', 'B'))).total]).toEqual([0, 1]);
    const then = { asOf: asOf('2020-07-21T00:00:00Z') };
    expect((await find(own, { ...pair('A', 'B'), ...then })).total).toBe(1);
    await own.close();
  });
}
