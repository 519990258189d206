import type { SqliteFile } from '../../database/sqlite-file.ts';
import { deletionTable } from '../deletion-index.ts';
import { phoneticKey } from '../phonetic-key.ts';
import { nameFilterBytes } from './name-filter.ts';
import { foldsOf, readPlaces } from './places.ts';
import type { GazetteerRow } from './row.ts';

const schema = `
CREATE TABLE place (id INTEGER PRIMARY KEY, level TEXT NOT NULL, name TEXT NOT NULL, country TEXT NOT NULL, admin1 TEXT NOT NULL, lat REAL, lon REAL, population INTEGER NOT NULL, km REAL) STRICT;
CREATE TABLE alias (fold TEXT NOT NULL, id INTEGER NOT NULL, skeleton TEXT NOT NULL, PRIMARY KEY (fold, id)) STRICT, WITHOUT ROWID;
CREATE TABLE blob (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;`;
const indexes = `CREATE INDEX alias_by_id ON alias (id); CREATE INDEX alias_by_skeleton ON alias (skeleton, id);
CREATE INDEX province ON place (country) WHERE level = 'admin1'; ANALYZE;`;

/** Whether misspellings of its names are looked for: countries, provinces and regions, and towns above 50,000 people. */
export const isWellKnown = ({ level, population }: Pick<GazetteerRow, 'level' | 'population'>): boolean =>
  level === 'town' ? population > 50_000 : level !== 'admin2' && level !== 'site';
const wellKnownName = /^[a-z][a-z ]{4,}$/;

interface Alias {
  fold: string;
  id: number;
}

const inOrder = (a: Alias, b: Alias) => (a.fold < b.fold ? -1 : a.fold > b.fold ? 1 : a.id - b.id);

/** Fills an empty index with the shipped gazetteer; `progress` is told now and then how many places of how many are done. */
export function fillIndex(db: SqliteFile, progress: (done: number, of: number) => void): void {
  const places = readPlaces();
  const [aliases, wellKnown]: [Alias[], Set<string>] = [[], new Set()];
  db.exec(`PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; ${schema}`);
  db.transaction(() => {
    for (let id = 0; id < places.count; id++) {
      const row = places.row(id);
      const { level, name, country, admin1, lat = null, lon = null, population, km = null } = row;
      const values = [id, level, name, country, admin1, lat, lon, population, km];
      db.run('INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', ...values);
      for (const folded of foldsOf(row)) {
        aliases.push({ fold: folded, id });
        if (isWellKnown(row) && wellKnownName.test(folded)) wellKnown.add(folded);
      }
      if (id % 5000 === 0) progress(id, places.count);
    }
    // In the order of the table: inserting at its end is quick.
    aliases.sort(inOrder);
    for (const alias of aliases)
      db.run('INSERT OR IGNORE INTO alias VALUES (?, ?, ?)', alias.fold, alias.id, phoneticKey(alias.fold));
    storeBlobs(db, aliases, [...wellKnown]);
  });
  db.exec(indexes);
}

function storeBlobs(db: SqliteFile, aliases: readonly Alias[], wellKnown: readonly string[]): void {
  const { starts, entries } = deletionTable(wellKnown, () => 1);
  const bytesOf = ({ buffer }: Uint32Array) => new Uint8Array(buffer as ArrayBuffer);
  const blobs = {
    filter: nameFilterBytes(aliases.map((alias) => alias.fold)),
    wellKnown: Buffer.from(wellKnown.join('\n')),
    starts: bytesOf(starts),
    entries: bytesOf(entries),
  };
  for (const [name, bytes] of Object.entries(blobs)) db.run('INSERT INTO blob VALUES (?, ?)', name, bytes);
}
