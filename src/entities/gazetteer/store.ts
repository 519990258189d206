import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import type { Value } from '../../database/database.ts';
import { openFile, type SqliteFile } from '../../database/sqlite-file.ts';
import { memoize } from '../../kernel/memoize.ts';
import { type DeletionIndex, deletionIndex } from '../deletion-index.ts';
import { type NameFilter, nameFilter } from './name-filter.ts';
import type { GazetteerRow } from './row.ts';
import { fillIndex, isWellKnown } from './store-fill.ts';

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
  /** The extent of a region that is a circle around its position. */
  km: number | null;
}

export interface NamedPlace extends PlaceRow {
  /** The folded name that matched. */
  fold: string;
}

/** What a similar name may be: letters, and people of the place. */
interface NameShape {
  shortest: number;
  longest: number;
  population: number;
}

/** The index of the gazetteer: look-ups by folded name, prefix and phonetic key, and all names of a place. */
export interface PlaceStore {
  exact(folded: string): PlaceRow[];
  /** Whether any place may have this folded name: if not, `exact` finds none. */
  mayHave: NameFilter;
  /** Folded names of countries, provinces, regions and larger towns at most one edit away. */
  wellKnownNear(folded: string): string[];
  /** Countries, provinces, regions and towns above 50,000 people with this folded name, the larger ones first. */
  wellKnown(folded: string): PlaceRow[];
  place(id: number): PlaceRow | undefined;
  /** Places with a name of one of these skeletons, and those of more people with one of the near ones. */
  byPhoneticKey(skeletons: readonly string[], near: readonly string[], shape: NameShape): NamedPlace[];
  /** First-level divisions of a country by the skeleton of any of their names. */
  provinces(skeleton: string, country: string): PlaceRow[];
  /** All first-level divisions of a country. */
  provincesOf(country: string): PlaceRow[];
  namesOf(id: number): string[];
  /** Places with a name that begins so, the larger ones first; of very many, not all are looked at. */
  byPrefix(folded: string, most: number): PlaceRow[];
  close(): void;
}

const columns = 'p.id, p.level, p.name, p.country, p.admin1, p.lat, p.lon, p.population, p.km';

/** Whether a file is a whole index: not cut short, not empty, and nothing else. */
export function isWholeIndex(file: string): boolean {
  try {
    const db = openFile(file);
    try {
      const pages = Number(db.get('PRAGMA page_count')?.page_count) * Number(db.get('PRAGMA page_size')?.page_size);
      const read = ['place', 'alias'].every((table) => db.get(`SELECT 1 AS one FROM ${table} LIMIT 1`)?.one === 1);
      return read && pages === statSync(file).size;
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}

function syncToDisk(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * Opens the index file, building it first unless it `exists` and is whole: it is written under a temporary name, and
 * renamed once it is on the disk.
 */
export function openPlaceStore(
  file: string,
  exists: boolean,
  progress: (done: number, of: number) => void,
): PlaceStore {
  if (!exists || !isWholeIndex(file)) {
    for (const one of [file, `${file}-wal`, `${file}-shm`]) rmSync(one, { force: true });
    const draft = `${file}.${process.pid}.draft`;
    rmSync(draft, { force: true });
    const db = openFile(draft);
    fillIndex(db, progress);
    db.exec('PRAGMA journal_mode=DELETE');
    db.close();
    syncToDisk(draft);
    renameSync(draft, file);
  }
  return reading(openFile(file));
}

interface WellKnown {
  names: string[];
  index: DeletionIndex;
}

function openWellKnown(blob: (name: string) => Uint8Array): WellKnown {
  const names = Buffer.from(blob('wellKnown')).toString('utf8').split('\n');
  const words = (name: string) => new Uint32Array(blob(name).slice().buffer as ArrayBuffer);
  return { names, index: deletionIndex(names, { starts: words('starts'), entries: words('entries') }) };
}

function reading(db: SqliteFile): PlaceStore {
  // The whole index is some 90 MB; the pages that questions touch are few.
  db.exec('PRAGMA cache_size=-24576');
  // The gazetteer does not change while it is open, and questions ask for the same names again and again.
  const prepared = (sql: string, most?: number) => {
    const look = memoize((key) => db.all(sql, ...(JSON.parse(key) as Value[])), most);
    return (...values: Value[]) => [...look(JSON.stringify(values))];
  };
  const exact = prepared(
    `SELECT ${columns} FROM alias a JOIN place p ON p.id = a.id WHERE a.fold = ?
     ORDER BY p.level IN ('town', 'admin2'), p.population DESC LIMIT 80`,
  );
  const byPhoneticKey = prepared(
    `SELECT ${columns}, a.fold FROM json_each(?1) s JOIN alias a ON a.skeleton = s.value JOIN place p ON p.id = a.id
     WHERE length(a.fold) BETWEEN ?2 AND ?3 AND (s.key < ?5 AND length(s.value) > 2 OR p.population > ?4 OR p.level NOT IN ('town', 'admin2'))
     ORDER BY s.key >= ?5, p.population DESC LIMIT 600`,
    1000,
  );
  const provinces = prepared(
    `SELECT DISTINCT ${columns} FROM place p JOIN alias a ON a.id = p.id WHERE p.country = ? AND p.level = 'admin1' AND a.skeleton = ? LIMIT 5`,
  );
  const provincesOf = prepared(`SELECT ${columns} FROM place p WHERE p.country = ? AND p.level = 'admin1'`);
  const blob = (name: string) => db.get('SELECT bytes FROM blob WHERE name = ?', name)?.bytes as Uint8Array;
  let wellKnown: WellKnown | undefined;
  const namesOf = prepared('SELECT fold FROM alias WHERE id = ?');
  const byId = prepared(`SELECT ${columns} FROM place p WHERE p.id = ?`);
  return {
    exact: (folded) => exact(folded) as unknown as PlaceRow[],
    place: (id) => byId(id)[0] as unknown as PlaceRow | undefined,
    mayHave: nameFilter(blob('filter')),
    wellKnownNear: (folded) => {
      wellKnown ??= openWellKnown(blob);
      const { names, index } = wellKnown;
      return index.near(folded).map((hit) => names[hit.index] as string);
    },
    wellKnown: (folded) => (exact(folded) as unknown as PlaceRow[]).filter(isWellKnown),
    byPhoneticKey: (exact, near, { shortest, longest, population }) =>
      byPhoneticKey(
        JSON.stringify([...exact, ...near]),
        shortest,
        longest,
        population,
        exact.length,
      ) as unknown as NamedPlace[],
    provinces: (key, country) => provinces(country, key) as unknown as PlaceRow[],
    provincesOf: (country) => provincesOf(country) as unknown as PlaceRow[],
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
