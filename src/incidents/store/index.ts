import type { Database } from '../../database/database.ts';
import { isDiskFull } from '../../database/disk-full.ts';
import { needsUnits } from '../covered-units.ts';
import type { Coverage } from '../data-profile.ts';
import type { IncidentRecord } from '../incident.ts';
import type { Incidents } from '../incidents.ts';
import type { Query } from '../query.ts';
import type { Result } from '../result.ts';
import { openAsOfSnapshot, type ReadAsOf } from './as-of-snapshot.ts';
import { readCache, readCheckpoint, unfinishedImports, writeCache } from './cache.ts';
import { changesAfter, changesOf, historyOf } from './changes.ts';
import { coverageOf } from './coverage.ts';
import { dialectOf } from './dialects.ts';
import { findDuplicatePairs } from './duplicates/pairs.ts';
import { refreshDuplicates } from './duplicates/refresh.ts';
import { edit } from './edit.ts';
import { find } from './find.ts';
import { findReports } from './reports.ts';
import { isOneOf } from './sql-fragment.ts';
import { resolveMergedId, resolveMergedIds } from './stored-record.ts';
import { readStories } from './stories.ts';
import { selectRows, streamRecords } from './stream.ts';
import { openVocabulary, versionOf } from './vocabulary.ts';
import { applyChanges, dryRunChanges, markVanished } from './write.ts';

/** The query with the ids of merged records replaced by those they are merged into. */
async function unmerged(db: Database, query: Query): Promise<Query> {
  const { ids } = query.filter;
  if (!ids) return query;
  const keptIds = await resolveMergedIds(db, ids);
  return { ...query, filter: { ...query.filter, ids: [...new Set(keptIds.values())] } };
}

/** How to read the state that the query is about: the current one, or that of an earlier instant. */
function readerOf(db: Database, readAsOf: ReadAsOf, { filter: { asOf, text, exclude } }: Query) {
  const words = text !== undefined || exclude?.text !== undefined;
  return async <T>(read: (db: Database) => Promise<T>): Promise<T> =>
    asOf ? readAsOf({ instant: asOf.before, words }, read) : db.snapshot(() => read(db));
}

/** What an answer is read from besides the records. */
interface Sources {
  readAsOf: ReadAsOf;
  coverage: Incidents['coverage'];
}

async function answerOf(db: Database, { readAsOf, coverage }: Sources, requested: Query): Promise<Result> {
  const query = await unmerged(db, requested);
  const held = needsUnits(query) ? await coverage() : undefined;
  const result = await readerOf(db, readAsOf, query)((state) => find(state, query, held));
  if (query.measure !== 'changes') return result;
  const changes = await changesOf(db, query);
  return { ...result, total: changes.total, changes };
}

/** Caches a value computed from the data until the data changes: in memory, and in the database for the next start. */
function cachedByVersion<T extends { version: number }>(
  db: Database,
  name: string,
  make: (db: Database) => Promise<T>,
): () => Promise<T> {
  let cached: T | undefined;
  return async () => {
    const version = await versionOf(db);
    if (cached?.version === version) return cached;
    const saved = await readCache(db, name, version);
    const value = saved === undefined ? await db.withoutTimeout(() => make(db)) : (saved as T);
    if (saved === undefined)
      await writeCache(db, name, version, value).catch((error) => {
        // What was computed is right, even if there is no room to keep it.
        if (!isDiskFull(error)) throw error;
      });
    cached = value;
    return value;
  };
}

/** Keeps a value read from the data until the data changes. */
function inMemoryByVersion<T>(db: Database, make: () => Promise<T>): () => Promise<T> {
  let cached: { version: number; value: T } | undefined;
  return async () => {
    const version = await versionOf(db);
    if (cached?.version !== version) cached = { version, value: await make() };
    return cached.value;
  };
}

/** The records that exist, by the given ids; of a merged one, the record it is merged into. */
async function recordsOf(db: Database, ids: readonly string[]): Promise<Map<string, IncidentRecord>> {
  const keptIds = await resolveMergedIds(db, ids);
  const { sql, values } = isOneOf('i.id', [...new Set(keptIds.values())]);
  const rows = await db.all(`SELECT i.id, b.json FROM incident i JOIN body b USING (rid) WHERE ${sql}`, ...values);
  const records = new Map(rows.map(({ id, json }) => [id, JSON.parse(String(json)) as IncidentRecord]));
  return new Map(
    [...keptIds].flatMap(([id, to]) => (records.has(to) ? [[id, records.get(to) as IncidentRecord]] : [])),
  );
}

/** The store of a database whose tables are up to date; closing it closes the database. */
export async function openIncidents(db: Database): Promise<Incidents> {
  await dialectOf(db).prepare(db);
  const { readAsOf, close } = await openAsOfSnapshot(db);
  let loading = 0;
  const vocabulary = openVocabulary(db);
  const select = async (requested: Query) => {
    const query = await unmerged(db, requested);
    return readerOf(db, readAsOf, query)((state) => selectRows(state, query));
  };
  const stories = inMemoryByVersion(db, async () => ({ records: await readStories(db) }));
  const coverage = cachedByVersion<Coverage>(db, 'coverage by dataset', coverageOf);
  return {
    find: (query) => answerOf(db, { readAsOf, coverage }, query),
    stream: async (query, selected) => streamRecords(readerOf(db, readAsOf, query), selected ?? (await select(query))),
    selectRows: select,
    get: async (id) => (await recordsOf(db, [id])).get(id),
    getAll: (ids) => recordsOf(db, ids),
    history: (id) => historyOf(db, id),
    apply: async (list, origin, mark) => {
      const applied = await applyChanges(db, list, origin, mark);
      if (!loading) await refreshDuplicates(db);
      return applied;
    },
    checkpoint: (name) => readCheckpoint(db, name),
    unfinished: () => unfinishedImports(db),
    reports: (query) => findReports(db, query),
    compare: (records) => dryRunChanges(db, records),
    edit: async (change, author) => {
      const before = await versionOf(db);
      await edit(db, change, author);
      await refreshDuplicates(db);
      return changesAfter(db, before, 10);
    },
    duplicates: async (limit, id) => {
      await refreshDuplicates(db);
      return findDuplicatePairs(db, limit, id === undefined ? undefined : await resolveMergedId(db, id));
    },
    markVanished: (scope, ids, origin) => markVanished(db, scope, ids, origin),
    bulk: async (work) => {
      loading++;
      const loaded = async () => {
        const done = await work().finally(() => loading--);
        await refreshDuplicates(db);
        return done;
      };
      return db.bulkLoad(loaded, coverage);
    },
    changesSince: (cursor, limit) => changesAfter(db, cursor, limit),
    coverage,
    vocabulary,
    stories: async () => (await stories()).records,
    async close() {
      await close();
      await db.close();
    },
  };
}
