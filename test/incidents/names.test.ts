import { expect, test } from 'vitest';
import type { Vocabulary } from '../../src/incidents/data-profile.ts';
import type { Incident } from '../../src/incidents/incident.ts';
import { query } from '../../src/incidents/query.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import { madeDataset, madeIncidents } from '../bench/made/incidents.ts';
import { randomFrom } from '../bench/made/random.ts';
import { freshDatabase } from '../support/engines.ts';

const author = { by: 'test', why: 'test', at: '2026-11-01T00:00:00Z' };

interface Bearers {
  n: number;
  positions: [number, number][];
}

/** The same, counted one by one. */
function namesOf(incidents: readonly Incident[]): Map<string, Bearers> {
  const names = new Map<string, Bearers>();
  const count = (kind: string, name: string | undefined, country = '', at?: [number, number]) => {
    if (name === undefined) return;
    const key = [kind, name, country].join('|');
    const { n, positions } = names.get(key) ?? { n: 0, positions: [] };
    names.set(key, { n: n + 1, positions: at ? [...positions, at] : positions });
  };
  for (const { where, actors, attributions, reports } of incidents) {
    const { country, between } = where;
    const { lat, lon } = between?.[0] ?? where;
    const at = lat === undefined || lon === undefined ? undefined : ([lat, lon] satisfies [number, number]);
    const near = ['exact', 'near', 'district'].includes(where.precision);
    count('country', country, country, at);
    for (const level of ['admin1', 'admin2'] as const) count(level, where[level], country, near ? at : undefined);
    if (near) count('place', where.place, country, at);
    for (const actor of new Set([...actors, ...attributions].map((a) => a.actor))) count('actor', actor);
    for (const source of new Set(reports.map((r) => r.publisher))) count('source', source);
  }
  return names;
}

const mean = (numbers: number[]) =>
  numbers.length ? (numbers.reduce((a, b) => a + b) / numbers.length).toFixed(6) : null;

function plain({ places, actors, sources }: Vocabulary) {
  const fixed = (n: number | null) => n?.toFixed(6) ?? null;
  return [
    ...places.map((p) => [`${p.level}|${p.name}|${p.country ?? ''}`, p.incidents, fixed(p.lat), fixed(p.lon)] as const),
    ...actors.map((a) => [`actor|${a.name}|`, a.incidents, null, null] as const),
    ...sources.map((s) => [`source|${s.name}|`, s.incidents, null, null] as const),
  ].sort(([a], [b]) => (a < b ? -1 : 1));
}

const counted = (incidents: readonly Incident[]) =>
  [...namesOf(incidents)]
    .map(([key, { n, positions }]) => [key, n, mean(positions.map((p) => p[0])), mean(positions.map((p) => p[1]))])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));

test('names are counted as incidents change, to the same as from all of them, and read again only where they moved', async () => {
  const db = await freshDatabase();
  const store = await openIncidents(db);
  const random = randomFrom(7);
  const made = [...madeIncidents(300)];
  const any = () => made[random.below(made.length)] as Incident;
  const put = (records: Incident[]) =>
    store.apply(
      records.map((record) => ({ action: 'put' as const, record })),
      { ...author, dataset: madeDataset },
    );
  const checked = async () => {
    const held: Incident[] = [];
    const { incidents } = await store.stream(query.parse({ measure: 'list', filter: {} }));
    for await (const incident of incidents) held.push(incident);
    const told = plain(await store.vocabulary());
    expect(told).toEqual(counted(held));
    expect(plain(await (await openIncidents(db)).vocabulary())).toEqual(told);
  };
  await put(made);
  await checked();
  for (let n = 0; n < 15; n++) {
    await put([
      { ...any(), id: any().id },
      { ...any(), id: any().id },
    ]);
    await store.vocabulary();
  }
  await checked();
  for (const { id } of made.slice(0, 20)) await store.edit({ kind: 'retract', id }, author);
  for (const { id } of made.slice(0, 5)) await store.edit({ kind: 'restore', id }, author);
  await checked();
  for (let n = 40; n < 60; n += 2)
    await store.edit({ kind: 'merge', kept: `made:${n}`, absorbed: `made:${n + 1}` }, author);
  await store.edit({ kind: 'split', absorbed: 'made:41' }, author);
  await checked();
  const [before, again] = [await store.vocabulary(), await store.vocabulary()];
  expect(again).toBe(before);
  await put([{ ...any(), id: 'made:one-more' }]);
  const after = await store.vocabulary();
  expect(after.places.filter((p) => !before.places.includes(p)).length).toBeLessThan(5);
});
