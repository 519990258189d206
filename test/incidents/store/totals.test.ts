import { beforeAll, describe, expect, test } from 'vitest';
import { totalsOf } from '../../../src/incidents/casualty-totals.ts';
import { daysOf } from '../../../src/incidents/day-spans.ts';
import { eventTypes } from '../../../src/incidents/event-types.ts';
import type { Incident } from '../../../src/incidents/incident.ts';
import type { Incidents } from '../../../src/incidents/incidents.ts';
import { createMatcher } from '../../../src/incidents/match-filter.ts';
import { toMatchRow } from '../../../src/incidents/match-row.ts';
import { sumOfKnown } from '../../../src/incidents/quantities.ts';
import { type Filter, type Period, query, type Unit } from '../../../src/incidents/query.ts';
import { openIncidents } from '../../../src/incidents/store/index.ts';
import { type TimeUnit, unitKey } from '../../../src/incidents/time-units.ts';
import { madeDataset, madeIncidents } from '../../bench/made/incidents.ts';
import { randomFrom } from '../../bench/made/random.ts';
import { freshDatabase } from '../../support/engines.ts';
import { openStore } from '../../support/world.ts';
import { put as putTold, told } from '../world.ts';

// What totals of months and years tell is told from the incidents themselves: a bound without bounds keeps from totals.
const plainly = { killed: {} };
const random = randomFrom(5);
const made = [...madeIncidents(700)].map(withDetails);
let store: Incidents;
const at = '2026-11-01T00:00:00Z';
const author = { by: 'test', why: 'test', at };
function party(actor: string, told: boolean): Incident['actors'][number] {
  return { actor, role: 'party', ...(told ? { side: actor === 'B' ? 2 : 1 } : {}) };
}
/** Some with a district, some with a time of day, some with three parties, of which some tell who were allies. */
function withDetails(one: Incident, n: number): Incident {
  const hour = String(n % 24).padStart(2, '0');
  const timed = n % 5 === 0 && one.when.precision === 'day';
  return {
    ...one,
    when: timed ? { ...one.when, precision: 'hour', time: `${hour}:30` } : one.when,
    actors: n % 50 === 0 ? ['A', 'B', 'C'].map((actor) => party(actor, n % 100 === 0)) : one.actors,
    where: n % 3 === 0 ? { ...one.where, admin2: `District ${n % 4}` } : one.where,
  };
}
const put = (records: Incident[]) =>
  store.apply(
    records.map((record) => ({ action: 'put' as const, record })),
    { ...author, dataset: madeDataset },
  );
const any = () => made[random.below(made.length)] as Incident;
const changed = (): Incident => ({ ...any(), id: any().id });

beforeAll(async () => {
  store = await openStore();
  await put(made);
  await put([
    { ...any(), id: 'made:unknown-1', when: { start: null, end: null, precision: 'unknown', basis: 'source' } },
  ]);
  await put([
    { ...any(), id: 'made:unknown-2', where: { precision: 'unknown', basis: 'source' }, eventTypes: [] } as Incident,
  ]);
  for (let n = 0; n < 60; n++) await put([changed(), changed()]);
  const gone = made.slice(0, 30).map(({ id }) => id);
  for (const id of gone) await store.edit({ kind: 'retract', id }, author);
  for (const id of gone.slice(0, 10)) await store.edit({ kind: 'restore', id }, author);
  for (let n = 40; n < 80; n += 2)
    await store.edit({ kind: 'merge', kept: `made:${n}`, absorbed: `made:${n + 1}` }, author);
  for (let n = 41; n < 60; n += 2) await store.edit({ kind: 'split', absorbed: `made:${n}` }, author);
  await put(Array.from({ length: 30 }, changed));
});

const day = () =>
  `${2000 + random.below(27)}-${String(1 + random.below(12)).padStart(2, '0')}-${random.any(['01', '01', '14', '28'])}`;
function period(): Filter['period'] {
  const [start, end] = [day(), day()].sort() as [string, string];
  return random.any([
    undefined,
    { start, end },
    { start, end: null },
    { start: null, end },
    { start: `${start.slice(0, 4)}-01-01`, end: null },
  ]);
}
/** Two to five, which may overlap, touch or hold one another. */
const periods = (): Filter['periods'] =>
  Array.from({ length: 2 + random.below(4) }, () => period() ?? { start: null, end: '2003-01-01' });
const country = (name: string) => ({
  relation: 'in' as const,
  name,
  level: 'country' as const,
  countries: [name],
  dataNames: [],
});
const provinceOf = ({ where }: Incident) => ({
  ...country(where.country ?? 'Iraq'),
  name: where.admin1 ?? 'Anbar',
  level: 'admin1' as const,
  dataNames: [where.admin1 ?? 'Anbar'],
});
const places = () =>
  random.chance(0.3) ? [provinceOf(any()), provinceOf(any())].slice(0, 1 + random.below(2)) : countries();
const countries = () => [country(any().where.country ?? 'Iraq'), country('Syria')].slice(0, 1 + random.below(2));
const types = () => [random.any(eventTypes.map(({ id }) => id)), any().eventTypes[0] ?? 'battle'];

function filter(): Filter {
  const actor = random.any(any().actors)?.actor ?? 'Civilians';
  const role = random.any(['attacker', 'target', 'either'] as const);
  const exclude = random.any([undefined, { eventTypes: types() }, { places: places() }]);
  return {
    ...(random.chance(0.6) ? { period: period() } : random.chance(0.6) ? { periods: periods() } : {}),
    ...(random.chance(0.5) ? { places: places() } : {}),
    ...(random.chance(0.5) ? { eventTypes: types() } : {}),
    ...(random.chance(0.2) ? { actors: [{ name: actor, names: [actor], role }] } : {}),
    ...(exclude && random.chance(0.3) ? { exclude } : {}),
  };
}

const asked = [
  { measure: 'count' },
  { measure: 'sum', of: 'killed' },
  { measure: 'sum', of: 'civilians killed' },
  { measure: 'trend', by: 'month' },
  { measure: 'trend', by: 'quarter' },
  { measure: 'trend', by: 'half' },
  { measure: 'trend', by: 'year' },
  ...['actor', 'country', 'admin1', 'eventType', 'year', 'quarter', 'half'].map((by) => ({
    measure: 'rank',
    by,
    limit: 100,
  })),
];

describe.each(asked)('$measure $of $by', (what) => {
  test('is the same from totals and from the incidents', async () => {
    for (let n = 0; n < 40; n++) {
      const one = filter();
      const told = async (by: Filter) => {
        const { incidents, ...figures } = await store.find(query.parse({ ...what, filter: by }));
        return { ...figures, shown: incidents.map(({ id }) => id) };
      };
      expect(await told(one), JSON.stringify(one)).toEqual(await told({ ...one, ...plainly }));
    }
  });
});

test('several periods hold and touch the incidents that each of them does', async () => {
  const { incidents } = await store.stream(query.parse({ measure: 'list', filter: {} }));
  const rows = (await Array.fromAsync(incidents)).map((one) => toMatchRow(one, 'made'));
  for (let n = 0; n < 60; n++) {
    const all = periods() as Period[];
    const isIn = createMatcher({ periods: all });
    const touches = ({ first, last }: (typeof rows)[number]) =>
      all.map(daysOf).some(({ from, before }) => {
        return first && last && (from === null || last >= from) && (before === null || first < before);
      });
    const inside = rows.filter(isIn);
    const found = await store.find(query.parse({ measure: 'count', filter: { periods: all } }));
    expect(found.total, JSON.stringify(all)).toBe(inside.length);
    expect(found.overlapping, JSON.stringify(all)).toBe(rows.filter((row) => touches(row) && !isIn(row)).length);
    expect(rows.filter((row) => all.some((one) => createMatcher({ period: one })(row)))).toEqual(inside);
  }
});

const opposed = [
  ['party', 'party'],
  ['attacker', 'target'],
  ['attacker', 'victim'],
];
type Part = Incident['actors'][number];
function pairsOf({ actors }: Incident): string[] {
  // Who of three were allies is known by their sides alone.
  const many = actors.filter(({ role }) => role === 'party').length > 2;
  const fought = (a: Part, b: Part) =>
    a.side && b.side
      ? a.side !== b.side
      : !(many && a.role === 'party') && opposed.some(([one, other]) => a.role === one && b.role === other);
  const pairs = actors.flatMap((a) =>
    actors.filter((b) => a.actor !== b.actor && fought(a, b)).map((b) => [a.actor, b.actor].sort()),
  );
  return [...new Set(pairs.filter((pair) => !pair.includes('Civilians')).map((pair) => pair.join(' | ')))];
}
const within =
  (by: TimeUnit) =>
  ({ when: { start, end } }: Incident): string[] => {
    const [first, last] = [start, end].map((day) => (day === null ? undefined : unitKey(Date.parse(day), by)));
    return first !== undefined && first === last ? [first] : [];
  };
const keys: Partial<Record<Unit, (one: Incident) => string[]>> = {
  ...Object.fromEntries((['day', 'week', 'month', 'quarter', 'half', 'year'] as const).map((by) => [by, within(by)])),
  weekday: ({ when: { start, end } }) =>
    start !== null && start === end ? [String(((new Date(start).getUTCDay() + 6) % 7) + 1)] : [],
  hour: ({ when: { time } }) => (time === undefined ? [] : [time.slice(0, 2)]),
  district: ({ where: { admin2 } }) => (admin2 === undefined ? [] : [admin2]),
  pair: pairsOf,
};

describe.each(Object.entries(keys))('by %s', (by, keysOf) => {
  test('each incident is in the group of its key, or in none', async () => {
    const { incidents } = await store.stream(query.parse({ measure: 'list', filter: {} }));
    const all = await Array.fromAsync(incidents);
    const expected = new Map<string, { count: number; killed: number | null }>();
    for (const one of all)
      for (const key of keysOf(one)) {
        const { count, killed } = expected.get(key) ?? { count: 0, killed: null };
        expected.set(key, { count: count + 1, killed: sumOfKnown(killed, totalsOf(one).best) });
      }
    const most = [...expected]
      .map(([key, sums]) => ({ key, ...sums }))
      .sort((a, b) => (b.killed ?? -1) - (a.killed ?? -1));
    const asked = { measure: 'rank', by, of: 'killed', order: 'most', limit: 100 };
    const ranked = await store.find(query.parse({ ...asked, filter: {} }));
    const later = { asOf: { at: '2027-01-01', before: '2027-01-01T00:00:00Z' } };
    expect((await store.find(query.parse({ ...asked, filter: later }))).groups).toEqual(ranked.groups);
    const told = ranked.groups?.map(({ key, count, killed }) => ({ key, count, killed })) ?? [];
    expect(most.length).toBeGreaterThan(3);
    expect(ranked.groupTotal).toBe(most.length);
    for (const group of told) expect(most).toContainEqual(group);
    expect(told.map(({ killed }) => killed)).toEqual(most.slice(0, 100).map(({ killed }) => killed));
    expect(ranked.ungrouped).toBe(all.filter((one) => keysOf(one).length === 0).length);
    if (by === 'district' || by === 'pair') return;
    const trend = await store.find(query.parse({ measure: 'trend', by, filter: {} }));
    expect(trend.groups?.map(({ key, count }) => [key, count])).toEqual(
      [...expected].map(([key, { count }]) => [key, count]).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
    expect(trend.ungrouped).toBe(all.filter((one) => keysOf(one).length === 0).length);
  });
});

test('an incident over two months of a quarter is in that quarter, though in no month', async () => {
  const when = { start: '1999-01-20', end: '1999-02-03', precision: 'month' as const, basis: 'source' as const };
  const record = { ...(made[0] as Incident), id: 'made:crossing', when };
  await put([record]);
  for (const filter of [
    { period: { start: '1999-01-01', end: '2000-01-01' } },
    { period: { start: '1999-01-20', end: '1999-02-04' } },
  ]) {
    const groups = async (by: Unit) => {
      const { groups = [], ungrouped } = await store.find(query.parse({ measure: 'trend', by, filter }));
      return [...groups.map(({ key }) => key), ungrouped];
    };
    expect(await groups('month')).toEqual([1]);
    expect(await groups('quarter')).toEqual(['1999-Q1', 0]);
    expect(await groups('half')).toEqual(['1999-H1', 0]);
    expect(await groups('weekday')).toEqual([1]);
  }
  await store.apply([{ action: 'retract', record }], { ...author, dataset: madeDataset });
});

test('where names lie adds up to the same in any order, and nothing remains of what is gone', async () => {
  const degrees = [0.1, 0.2, 0.3, 33.1234565, -17.0000005, -0.0000015];
  const records = degrees.map((n, at) => told(`wire:${at}`, { lat: n, lon: -n }));
  const sums = async (list: Incident[], gone = false) => {
    const db = await freshDatabase();
    const names = await openIncidents(db);
    for (const one of list) await putTold(names, [one]);
    for (const { id } of gone ? list : []) await names.edit({ kind: 'retract', id }, author);
    const rows = await db.all('SELECT kind, name, n, placed, lat, lon FROM named ORDER BY kind, name');
    await names.close();
    return rows;
  };
  const added = await sums(records);
  expect(added).toContainEqual({ kind: 'place', name: 'Mosul', n: 6, placed: 6, lat: 16723456, lon: -16723454 });
  expect(await sums([...records].reverse())).toEqual(added);
  for (const { lat, lon } of await sums(records, true)) expect([lat, lon]).toEqual([0, 0]);
});
