import type { Database } from '../../database/database.ts';
import { migrate } from '../../database/migrate.ts';
import { kmBetweenLines } from '../geometry.ts';
import type { IncidentRecord } from '../incident.ts';
import type { Coverage, Incidents, Result, Vocabulary } from '../incidents.ts';
import type { Query } from '../query.ts';
import { alikePairs, refreshAlike } from './alike.ts';
import { changesAfter, changesOf, historyOf } from './changes.ts';
import { derivedOf, keepDerived, markOf } from './derived.ts';
import { each } from './each.ts';
import { edit } from './edit.ts';
import { find } from './find.ts';
import { resolve } from './held.ts';
import { createPast, makePast, type Past } from './past.ts';
import { findReports } from './reports.ts';
import { migrations } from './schema.ts';
import { coverageOf, versionOf, vocabularyOf } from './vocabulary.ts';
import { applyChanges, compareWith, markVanished } from './write.ts';

/** An id that was merged is told under the one it is merged into. */
async function unmerged(db: Database, query: Query): Promise<Query> {
  const { ids } = query.filter;
  if (!ids) return query;
  const kept = await Promise.all(ids.map((id) => resolve(db, id)));
  return { ...query, filter: { ...query.filter, ids: [...new Set(kept)] } };
}

/** Reads what the query asks about: the data of today, or as it was known at an earlier moment. */
function readingOf(db: Database, past: Past, { filter: { asOf, text, exclude } }: Query) {
  const words = text !== undefined || exclude?.text !== undefined;
  return async <T>(read: (db: Database) => Promise<T>): Promise<T> =>
    asOf ? past({ instant: asOf.before, words }, read) : read(db);
}

async function answerOf(db: Database, past: Past, asked: Query): Promise<Result> {
  const query = await unmerged(db, asked);
  const result = await readingOf(db, past, query)((then) => find(then, query));
  if (query.measure !== 'changes') return result;
  const changes = await changesOf(db, query);
  return { ...result, total: changes.total, overlapping: 0, coarse: 0, incidents: [], changes };
}

/** Keeps a derived value until the data has moved: in the process, and in the file for the next start. */
function remembered<T extends { version: number }>(
  db: Database,
  name: string,
  make: (db: Database) => Promise<T>,
): () => Promise<T> {
  let held: T | undefined;
  return async () => {
    const version = await versionOf(db);
    if (held?.version === version) return held;
    const kept = await derivedOf(db, name, version);
    const value = kept === undefined ? await make(db) : (kept as T);
    if (kept === undefined) await keepDerived(db, name, version, value);
    held = value;
    return value;
  };
}

async function recordOf(db: Database, id: string): Promise<IncidentRecord | undefined> {
  const json = (await db.get('SELECT b.json FROM incident i JOIN body b USING (rid) WHERE i.id = ?', id))?.json;
  return typeof json === 'string' ? (JSON.parse(json) as IncidentRecord) : undefined;
}

/** A load touches most pages once: a quarter of the usual cache costs it little time and keeps the process small. */
async function withSmallCache<T>(db: Database, work: () => Promise<T>): Promise<T> {
  const usual = Number((await db.get('PRAGMA cache_size'))?.cache_size);
  await db.exec('PRAGMA cache_size = -65536');
  try {
    return await work();
  } finally {
    await db.exec(`PRAGMA cache_size = ${usual}`);
  }
}

/** The embedded engine: the incidents of one SQLite file. */
export async function openIncidents(db: Database): Promise<Incidents> {
  db.define('line_km', (a, b, c, d, e, f, g, h) =>
    [a, b, c, d, e, f, g, h].some((n) => n === null)
      ? null
      : kmBetweenLines(point(a, b), point(c, d), point(e, f), point(g, h)),
  );
  await migrate(db, migrations);
  await makePast(db);
  const past = createPast(db);
  let loading = 0;
  const vocabulary = remembered<Vocabulary>(db, 'vocabulary', vocabularyOf);
  const coverage = remembered<Coverage>(db, 'coverage', coverageOf);
  return {
    find: (query) => answerOf(db, past, query),
    each: async (query) => each(readingOf(db, past, query), await unmerged(db, query)),
    get: async (id) => recordOf(db, await resolve(db, id)),
    history: (id) => historyOf(db, id),
    apply: async (list, origin, mark) => {
      const applied = await applyChanges(db, list, origin, mark);
      if (!loading) await refreshAlike(db);
      return applied;
    },
    mark: (name) => markOf(db, name),
    reports: (query) => findReports(db, query),
    compare: (records) => compareWith(db, records),
    edit: async (told, author) => {
      const before = await versionOf(db);
      await edit(db, told, author);
      await refreshAlike(db);
      return changesAfter(db, before, 10);
    },
    alike: async (limit, id) => {
      await refreshAlike(db);
      return alikePairs(db, limit, id === undefined ? undefined : await resolve(db, id));
    },
    vanished: (scope, ids, origin) => markVanished(db, scope, ids, origin),
    bulk: async (work) => {
      loading++;
      const result = await withSmallCache(db, work).finally(() => loading--);
      await refreshAlike(db);
      await db.exec('ANALYZE; PRAGMA optimize;');
      await vocabulary();
      await coverage();
      return result;
    },
    changesSince: (cursor, limit) => changesAfter(db, cursor, limit),
    coverage,
    vocabulary,
    close: () => db.close(),
  };
}

const point = (lat: number | undefined, lon: number | undefined) => ({ lat: lat as number, lon: lon as number });
