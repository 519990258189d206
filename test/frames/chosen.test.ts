import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDispatcher, type Dispatcher } from '../../src/app/dispatcher.ts';
import type { Database } from '../../src/database/database.ts';
import { openDatabase } from '../../src/database/open.ts';
import type { Vocabulary, VocabularyPlace } from '../../src/incidents/data-profile.ts';
import { importFiles } from '../../src/incidents/import/import-files.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import { openAdapterStores } from '../../src/server/container.ts';
import { botOver, now, question } from '../support/world.ts';

// Not part of this repository: 74,000 events of ten countries.
const file = '../shared/data/ucdp/ged-merged.csv';

interface Row {
  rid: number;
  country: string | null;
  admin1: string | null;
  place: string | null;
  where_precision: string;
  lat: number | null;
  lon: number | null;
}

let db: Database;
let desk: Dispatcher;
let rows: Row[];
let vocabulary: Vocabulary;

const kindOfPlace = /\b(?:province|governorate|state|region|division|district|oblast|prefecture)\b/g;
/** Letters alone, without marks, articles and the word for its kind. */
const plain = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}‘’'`ʿʾ]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const province = (name: string) =>
  plain(name)
    .replace(kindOfPlace, ' ')
    .replace(/\b(?:al|el|ar|ad|as|at|an|az|ash|the)\b(?= )/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const where = (row: { country: string | null }, name: string) => `${row.country}|${name}`;

const r = Math.PI / 180;
function km(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const s =
    Math.sin(((b.lat - a.lat) * r) / 2) ** 2 +
    Math.cos(a.lat * r) * Math.cos(b.lat * r) * Math.sin(((b.lon - a.lon) * r) / 2) ** 2;
  return 12742.0176 * Math.asin(Math.sqrt(s));
}
const fine = new Set(['exact', 'near']);
const toDistrict = new Set([...fine, 'district']);
const points = (some: readonly Row[]) =>
  some.filter((row): row is Row & { lat: number; lon: number } => row.lat !== null && row.lon !== null);

/** Those located at a town by its name, or within 15 km of the mean of where they are; no coarser than the town. */
function at(own: readonly Row[], exact: ReturnType<typeof points>): Set<number> {
  const there = new Set(own.filter((row) => fine.has(row.where_precision)).map(({ rid }) => rid));
  const placed = points(own).filter((row) => toDistrict.has(row.where_precision));
  if (placed.length === 0) return there;
  const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
  const centre = { lat: mean(placed.map(({ lat }) => lat)), lon: mean(placed.map(({ lon }) => lon)) };
  for (const row of exact) if (km(centre, row) <= 15) there.add(row.rid);
  return there;
}

/** What was chosen from the list that opens when the whole name is typed. */
async function chosen(kind: 'place' | 'actor', typed: string, fits: (label: string) => boolean) {
  const found = (await desk.autocomplete(kind, typed)).find(({ label }) => fits(label));
  if (!found) throw new Error(`${typed} is not offered`);
  expect(found.value.length).toBeLessThanOrEqual(100);
  return found.value;
}

const from = question('');
async function found(options: Record<string, unknown>): Promise<number | string> {
  const { data, text } = await desk.run('search', { limit: 1, ...options }, from);
  return data?.result?.total ?? text;
}

const label =
  ({ name, country }: VocabularyPlace, kind: string) =>
  (shown: string) =>
    [name, `${name} ${kind}`].some((said) => shown.startsWith(`${said}, ${country} (${kind})`));

describe.skipIf(!existsSync(file))(`names chosen from the list (skipped where ${file} is not at hand)`, () => {
  beforeAll(async () => {
    db = await openDatabase(':memory:');
    const incidents = await openIncidents(db);
    await importFiles([file], { incidents, by: 'test', now });
    const kept = openAdapterStores(db);
    desk = createDispatcher(await botOver(incidents, undefined, kept.settings), kept);
    const columns = 'rid, country, admin1, place, where_precision, lat, lon';
    rows = (await db.all(`SEL${'ECT'} ${columns} FROM incident WHERE counted = 1`)) as unknown as Row[];
    vocabulary = await incidents.vocabulary();
  });

  test('every province finds what lies in it, however the data writes it', { timeout: 120_000 }, async () => {
    const held = Map.groupBy(
      rows.filter((row) => row.admin1 !== null),
      (row) => where(row, province(row.admin1 as string)),
    );
    const wrong: string[] = [];
    const provinces = vocabulary.places.filter(({ level }) => level === 'admin1');
    const named = Map.groupBy(vocabulary.places, (one) => where(one, one.name));
    expect(provinces.length).toBeGreaterThan(400);
    for (const one of provinces) {
      const value = await chosen('place', one.name, label(one, 'province'));
      const gold = held.get(where(one, province(one.name)))?.length;
      // Typed in full it means the same, unless a district has that name too.
      const typed = named.get(where(one, one.name))?.length === 1 ? [`${one.name}, ${one.country}`] : [];
      for (const place of [value, ...typed]) {
        const total = await found({ place });
        if (total !== gold) wrong.push(`${place}: ${total}, not ${gold}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('600 towns find what lies at them or within 15 km', { timeout: 120_000 }, async () => {
    const named = Map.groupBy(
      rows.filter((row) => row.place !== null),
      (row) => where(row, plain(row.place as string)),
    );
    const exact = points(rows).filter((row) => fine.has(row.where_precision));
    const towns = vocabulary.places.filter(({ level }) => level === 'place').sort((a, b) => b.incidents - a.incidents);
    const every = Math.floor(towns.length / 600);
    const some = towns.filter((_, i) => i % every === 0).slice(0, 600);
    const wrong: string[] = [];
    for (const one of some) {
      const value = await chosen('place', one.name, label(one, 'town'));
      const there = at(named.get(where(one, plain(one.name)))?.filter((row) => row.place === one.name) ?? [], exact);
      const total = await found({ place: value });
      if (total !== there.size) wrong.push(`${value}: ${total}, not ${there.size}`);
    }
    expect(wrong).toEqual([]);
  });

  test('every country finds what lies in it', async () => {
    for (const one of vocabulary.places.filter(({ level }) => level === 'country')) {
      const value = await chosen('place', one.name, (shown) => shown.startsWith(`${one.name} (country)`));
      const gold = rows.filter(({ country }) => country === one.name).length;
      expect([value, await found({ place: value })]).toEqual([value, gold]);
    }
  });

  test('every actor finds what it did: either side of a fight, the attacker elsewhere', {
    timeout: 120_000,
  }, async () => {
    const acting = `SEL${'ECT'} DISTINCT rid, actor FROM part WHERE role IN ('attacker', 'party')`;
    const did = Map.groupBy((await db.all(acting)) as unknown as { rid: number; actor: string }[], (p) => p.actor);
    const wrong: string[] = [];
    for (const { name } of vocabulary.actors) {
      const value = await chosen('actor', name, (shown) => shown === name || shown.startsWith(`${name}, `));
      const names = namesOf(value, name);
      const gold = new Set(names.flatMap((one) => (did.get(one) ?? []).map(({ rid }) => rid))).size;
      const total = await found({ actor: value });
      if (total !== gold) wrong.push(`${value}: ${total}, not ${gold}`);
    }
    expect(wrong).toEqual([]);
  });
});

/** A known group acts under each of its names and through its factions; what only the data names under that name. */
function namesOf(key: string, name: string): string[] {
  const known = knownActors.find(({ id }) => id === key);
  if (!known) return [name];
  const below = knownActors.filter(({ parent }) => parent === key);
  return [known.name, ...known.datasetNames, ...below.flatMap((child) => namesOf(child.id, child.name))];
}
