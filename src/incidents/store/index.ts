import type { Database, Row } from '../../database/database.ts';
import { migrate } from '../../database/migrate.ts';
import { kmBetweenLines } from '../geometry.ts';
import type { IncidentRecord } from '../incident.ts';
import type { ChangeRow, Coverage, Incidents, Vocabulary } from '../incidents.ts';
import { find } from './find.ts';
import { migrations } from './schema.ts';
import { coverageOf, versionOf, vocabularyOf } from './vocabulary.ts';
import { applyChanges } from './write.ts';

const parsed = (json: unknown): IncidentRecord | null =>
  typeof json === 'string' ? (JSON.parse(json) as IncidentRecord) : null;

/** What a change left behind is the next change's `before`, or the record as it is now. */
const changes = `SELECT c.*, coalesce((SELECT n.before FROM change n WHERE n.id = c.id AND n.revision = c.revision + 1), b.json) AS later
  FROM change c JOIN incident i ON i.id = c.id JOIN body b ON b.rid = i.rid`;

const changeOf = (row: Row): ChangeRow => ({
  cursor: Number(row.cursor),
  id: String(row.id),
  revision: Number(row.revision),
  action: row.action as ChangeRow['action'],
  at: String(row.at),
  by: String(row.by),
  why: String(row.why),
  before: parsed(row.before),
  after: row.action === 'retract' ? null : parsed(row.later),
});

/** Keeps a derived value until the data has moved: in the process, and in the file for the next start. */
function remembered<T extends { version: number }>(db: Database, name: string, make: (db: Database) => T): () => T {
  let held: T | undefined;
  return () => {
    const version = versionOf(db);
    if (held?.version === version) return held;
    const kept = db.get('SELECT json FROM derived WHERE name = ? AND version = ?', name, version);
    held = kept ? (JSON.parse(String(kept.json)) as T) : make(db);
    if (!kept) {
      db.run(
        'INSERT INTO derived (name, version, json) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET version = excluded.version, json = excluded.json',
        name,
        version,
        JSON.stringify(held),
      );
    }
    return held;
  };
}

/** The embedded engine: the incidents of one SQLite file. */
export function openIncidents(db: Database): Incidents {
  db.define('line_km', (a, b, c, d, e, f, g, h) =>
    [a, b, c, d, e, f, g, h].some((n) => n === null)
      ? null
      : kmBetweenLines(point(a, b), point(c, d), point(e, f), point(g, h)),
  );
  migrate(db, migrations);
  const vocabulary = remembered<Vocabulary>(db, 'vocabulary', vocabularyOf);
  const coverage = remembered<Coverage>(db, 'coverage', coverageOf);
  return {
    find: async (query) => find(db, query),
    get: async (id) =>
      parsed(db.get('SELECT b.json FROM incident i JOIN body b USING (rid) WHERE i.id = ?', id)?.json) ?? undefined,
    history: async (id) => db.all(`${changes} WHERE c.id = ? ORDER BY c.revision`, id).map(changeOf),
    apply: async (list, origin) => applyChanges(db, list, origin),
    bulk: async (work) => {
      const result = await work();
      db.exec('ANALYZE; PRAGMA optimize;');
      vocabulary();
      coverage();
      return result;
    },
    changesSince: async (cursor, limit) =>
      db.all(`${changes} WHERE c.cursor > ? ORDER BY c.cursor LIMIT ?`, cursor, limit).map(changeOf),
    coverage: async () => coverage(),
    vocabulary: async () => vocabulary(),
    close: async () => db.close(),
  };
}

const point = (lat: number | undefined, lon: number | undefined) => ({ lat: lat as number, lon: lon as number });
