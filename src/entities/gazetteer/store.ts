import { readFileSync, renameSync, rmSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { Value } from '../../database/database.ts';
import { openFile, type SqliteFile } from '../../database/sqlite-file.ts';
import { memoize } from '../../kernel/memoize.ts';
import { fold } from '../../kernel/normalise.ts';
import { phoneticKey, transliterate } from '../phonetic-key.ts';
import { type GazetteerRow, rowOf } from './row.ts';

/** One place of the gazetteer as the index holds it. */
export interface PlaceRow {
  id: number;
  level: GazetteerRow['level'];
  name: string;
  country: string;
  admin1: string;
  lat: number | null;
  lon: number | null;
  population: number;
}

export interface NamedPlace extends PlaceRow {
  /** The folded name that matched. */
  fold: string;
}

/** The index of the gazetteer: look-ups by folded name, prefix and phonetic key, and all names of a place. */
export interface PlaceStore {
  exact(folded: string): PlaceRow[];
  place(id: number): PlaceRow | undefined;
  byPhoneticKey(skeletons: string[]): NamedPlace[];
  /** Names of larger places whose skeleton has one consonant more, or another one, after the first; of about that length. */
  byNearPhoneticKey(skeleton: string, length: number): NamedPlace[];
  /** First-level divisions of a country by the skeleton of any of their names. */
  provinces(skeleton: string, country: string): PlaceRow[];
  namesOf(id: number): string[];
  /** Places with a name that begins so, the larger ones first; of very many, not all are looked at. */
  byPrefix(folded: string, most: number): PlaceRow[];
  close(): void;
}

const schema = `
CREATE TABLE place (id INTEGER PRIMARY KEY, level TEXT NOT NULL, name TEXT NOT NULL, country TEXT NOT NULL, admin1 TEXT NOT NULL, lat REAL, lon REAL, population INTEGER NOT NULL) STRICT;
CREATE TABLE alias (fold TEXT NOT NULL, id INTEGER NOT NULL, skeleton TEXT NOT NULL, PRIMARY KEY (fold, id)) STRICT, WITHOUT ROWID;`;
const indexes = `CREATE INDEX alias_by_id ON alias (id); CREATE INDEX alias_by_skeleton ON alias (skeleton, id);
CREATE INDEX province ON place (country) WHERE level = 'admin1';
CREATE TABLE major (skeleton TEXT NOT NULL, fold TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (skeleton, fold, id)) STRICT, WITHOUT ROWID;
INSERT INTO major SELECT a.skeleton, a.fold, a.id FROM place p JOIN alias a ON a.id = p.id WHERE p.population > 20000 OR p.level <> 'town'; ANALYZE;`;

const gazetteer = new URL('../../../data/gazetteer.tsv.br', import.meta.url);
const columns = 'p.id, p.level, p.name, p.country, p.admin1, p.lat, p.lon, p.population';

/** All folded names of a row, in their own script and transliterated. */
function foldsOf(row: GazetteerRow): string[] {
  const folds = [row.name, ...row.names].map(fold).filter((f) => f.length > 1);
  return [...new Set([...folds, ...folds.map(transliterate)])].filter((f) => f.length > 1);
}

function fill(db: SqliteFile, progress: (done: number, of: number) => void): void {
  const lines = brotliDecompressSync(readFileSync(gazetteer)).toString('utf8').split('\n');
  db.exec(`PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; ${schema}`);
  db.transaction(() => {
    lines.forEach((line, id) => {
      const row = rowOf(line);
      db.run(
        'INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        id,
        row.level,
        row.name,
        row.country,
        row.admin1,
        row.lat ?? null,
        row.lon ?? null,
        row.population,
      );
      for (const folded of foldsOf(row))
        db.run('INSERT OR IGNORE INTO alias VALUES (?, ?, ?)', folded, id, phoneticKey(folded));
      if (id % 5000 === 0) progress(id, lines.length);
    });
  });
  db.exec(indexes);
}

/** Opens the index file, building it first unless it `exists`: it is written under a temporary name and then renamed. */
export function openPlaceStore(
  file: string,
  exists: boolean,
  progress: (done: number, of: number) => void,
): PlaceStore {
  if (!exists) {
    const draft = `${file}.${process.pid}.draft`;
    rmSync(draft, { force: true });
    const db = openFile(draft);
    fill(db, progress);
    db.exec('PRAGMA journal_mode=DELETE');
    db.close();
    renameSync(draft, file);
  }
  return reading(openFile(file));
}

/** "trl" → "t?rl", "tr?l", "trl?" and "t?l", "tr?". */
const globsOf = (key: string): string[] =>
  key.length < 2 || key.length > 8 || !/^[a-z]+$/.test(key)
    ? []
    : [
        key,
        ...[...key].flatMap((_, i) => [
          `${key.slice(0, i + 1)}?${key.slice(i + 1)}`,
          ...(i > 0 ? [`${key.slice(0, i)}?${key.slice(i + 1)}`] : []),
        ]),
      ];

function reading(db: SqliteFile): PlaceStore {
  // The whole index is some 90 MB; the pages that questions touch are few.
  db.exec('PRAGMA cache_size=-24576');
  // The gazetteer does not change while it is open, and questions ask for the same names again and again.
  const prepared = (sql: string, most?: number) => {
    const look = memoize((key) => db.all(sql, ...(JSON.parse(key) as Value[])), most);
    return (...values: Value[]) => [...look(JSON.stringify(values))];
  };
  const exact = prepared(
    `SELECT ${columns} FROM alias a JOIN place p ON p.id = a.id WHERE a.fold = ? ORDER BY p.population DESC LIMIT 60`,
  );
  const byPhoneticKeys = prepared(
    `SELECT ${columns}, a.fold FROM json_each(?) s JOIN alias a ON a.skeleton = s.value JOIN place p ON p.id = a.id LIMIT 3000`,
    1000,
  );
  const nearPhoneticKey = prepared(
    `SELECT ${columns}, m.fold FROM major m JOIN place p ON p.id = m.id WHERE m.skeleton GLOB ? AND length(m.fold) BETWEEN ? AND ? LIMIT 500`,
    1000,
  );
  const provinces = prepared(
    `SELECT DISTINCT ${columns} FROM place p JOIN alias a ON a.id = p.id WHERE p.country = ? AND p.level = 'admin1' AND a.skeleton = ? LIMIT 5`,
  );
  const namesOf = prepared('SELECT fold FROM alias WHERE id = ?');
  const byId = prepared(`SELECT ${columns} FROM place p WHERE p.id = ?`);
  return {
    exact: (folded) => exact(folded) as unknown as PlaceRow[],
    place: (id) => byId(id)[0] as unknown as PlaceRow | undefined,
    byPhoneticKey: (keys) => byPhoneticKeys(JSON.stringify(keys)) as unknown as NamedPlace[],
    byNearPhoneticKey: (key, length) =>
      globsOf(key).flatMap((glob) => nearPhoneticKey(glob, length - 1, length + 1) as unknown as NamedPlace[]),
    provinces: (key, country) => provinces(country, key) as unknown as PlaceRow[],
    namesOf: (id) => namesOf(id).map((row) => String(row.fold)),
    byPrefix: (folded, most) =>
      db.all(
        `SELECT DISTINCT ${columns} FROM (SELECT id FROM alias WHERE fold >= ? AND fold < ? LIMIT 2000) a JOIN place p ON p.id = a.id
         ORDER BY max(p.population, CASE p.level WHEN 'country' THEN 1e9 WHEN 'admin1' THEN 3e5 ELSE 0 END) DESC LIMIT ?`,
        folded,
        `${folded}\u{10ffff}`,
        most,
      ) as unknown as PlaceRow[],
    close: () => db.close(),
  };
}
