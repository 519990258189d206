import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { nameHashBytes } from '../../src/entities/gazetteer/name-hashes.ts';
import { foldsOf, readPlaces, shippedLines } from '../../src/entities/gazetteer/places.ts';
import { rowOf } from '../../src/entities/gazetteer/row.ts';
import { openShippedPlaces, type ShippedPlaces } from '../../src/entities/gazetteer/shipped-places.ts';
import { openPlaceStore, type PlaceStore } from '../../src/entities/gazetteer/store.ts';
import { buildingFile, openBeside } from '../../src/entities/gazetteer/store-beside.ts';
import { indexFile, openEntityLinker } from '../../src/entities/open-index.ts';
import { phoneticKey } from '../../src/entities/phonetic-key.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import { indexFolder } from '../support/names-index.ts';
import { until } from '../support/until.ts';

let index: PlaceStore;
let shipped: ShippedPlaces;
beforeAll(() => {
  openEntityLinker({ folder: indexFolder, actors: knownActors });
  index = openPlaceStore(indexFile(indexFolder), true, () => {});
  shipped = openShippedPlaces();
}, 120_000);

const places = readPlaces();
/** Every so many-th place, and all of the curated ones. */
const some = Array.from({ length: places.count }, (_, id) => id).filter(
  (id) => id % 211 === 0 || id < places.shipped.from || id >= places.shipped.to,
);

test('the shipped hashes are those that the gazetteer gives (npm run names)', () => {
  const made = nameHashBytes(shippedLines().map((line) => foldsOf(rowOf(line))));
  const held = brotliDecompressSync(readFileSync('data/gazetteer-names.br'));
  expect(Buffer.compare(held, made)).toBe(0);
}, 60_000);

test('names are found as in the index: the same places in the same order', () => {
  const names = some.flatMap((id) => foldsOf(places.row(id)));
  expect(names.length).toBeGreaterThan(5000);
  for (const name of names) {
    expect(shipped.mayHave(name), name).toBe(true);
    expect(shipped.exact(name), name).toEqual(index.exact(name).map((row) => ({ ...row })));
  }
  expect(shipped.exact('no such place')).toEqual([]);
  expect(['qqq', 'no such place', 'what was'].filter(shipped.mayHave)).toEqual([]);
});

test('places, their names and provinces are those of the index', () => {
  for (const id of some) {
    expect(shipped.place(id)).toEqual({ ...index.place(id) });
    expect(new Set(shipped.namesOf(id)), String(id)).toEqual(new Set(index.namesOf(id)));
  }
  expect(shipped.place(places.count)).toBe(undefined);
  for (const country of ['IQ', 'SY', 'GB', 'RU', 'XX']) {
    const all = index.provincesOf(country);
    expect(shipped.provincesOf(country)).toEqual(all.map((row) => ({ ...row })));
    for (const { name } of all.slice(0, 10)) {
      const key = phoneticKey(foldsOf({ name, names: [] })[0] ?? '');
      expect(shipped.provinces(key, country)).toEqual(index.provinces(key, country).map((row) => ({ ...row })));
    }
  }
});

test('the first look-ups are answered while the index is built, and then from it; a builder that was killed is replaced', {
  timeout: 240_000,
}, async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'sitrep-names-')), 'names.index');
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(buildingFile(file), String(pid));
  const progress: number[] = [];
  const store = openBeside(file, (done) => progress.push(done));
  expect(store.exact('samawah').map(({ country }) => country)).toContain('IQ');
  expect([existsSync(file), existsSync(buildingFile(file))]).toEqual([false, true]);
  await until(() => existsSync(file), 'the index', 200_000);
  expect(store.byPrefix('samaw', 3)[0]).toMatchObject({ country: 'IQ' });
  expect(progress).toEqual([]);
  store.close();
});
