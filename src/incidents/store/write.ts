import type { Database } from '../../database/database.ts';
import { reapplyCorrections, withoutCorrections } from '../apply-correction.ts';
import { type Applied, type Change, type Checkpoint, nothingApplied, type Origin, type Scope } from '../change.ts';
import type { IncidentRecord } from '../incident.ts';
import { saveCheckpoint } from './cache.ts';
import { updateRollups } from './rollups/maintain.ts';
import {
  changesTopic,
  loadStored,
  loadStoredById,
  type RecordRewrite,
  retractedBy,
  rewrite,
  type StoredRecord,
  setHidden,
  writeAll,
  writeLock,
} from './stored-record.ts';
import { versionOf } from './vocabulary.ts';

type Outcome = keyof Applied;

function outcomeOf(record: IncidentRecord, stored: StoredRecord | undefined): Outcome {
  if (!stored) return 'added';
  const json = JSON.stringify(record);
  const same = stored.json === json || JSON.stringify(withoutCorrections(stored.own)) === json;
  return same && stored.retracted !== retractedBy.source ? 'unchanged' : 'revised';
}

const batchSize = 500;
const idOf = ({ id }: IncidentRecord) => id;

/**
 * Splits a list into batches, in order, each of one kind and without a repeated id, so that revisions follow one
 * another.
 */
function* batchesOf<T>(list: readonly T[], idOf: (item: T) => string, kindOf = (_: T) => ''): Generator<T[]> {
  const batch = new Map<string, T>();
  let kind = '';
  for (const one of list) {
    const id = idOf(one);
    if (batch.size === batchSize || batch.has(id) || kindOf(one) !== kind) {
      if (batch.size) yield [...batch.values()];
      batch.clear();
      kind = kindOf(one);
    }
    batch.set(id, one);
  }
  if (batch.size) yield [...batch.values()];
}

/** What `applyChanges` would do with the records; changes nothing. */
export async function dryRunChanges(db: Database, records: readonly IncidentRecord[]): Promise<Applied> {
  const applied: Applied = { ...nothingApplied };
  for (const batch of batchesOf(records, idOf)) {
    const stored = await loadStored(db, batch.map(idOf));
    for (const record of batch) applied[outcomeOf(record, stored.get(record.id))]++;
  }
  return applied;
}

const isUnmerged = ({ before }: RecordRewrite) => !before || (before.mergedInto === null && !before.hasMerged);

/** Writes records in order: unmerged ones in bulk, merged ones one by one with those they are merged with. */
async function write(db: Database, list: readonly RecordRewrite[], origin: Origin): Promise<void> {
  let unmerged: RecordRewrite[] = [];
  for (const one of list) {
    if (isUnmerged(one)) {
      unmerged.push(one);
      continue;
    }
    await writeAll(db, unmerged, origin);
    unmerged = [];
    const stored = await loadStoredById(db, one.record.id);
    if (stored) await rewrite(db, { ...stored, own: stored.own, dataset: one.dataset }, one.record, one.entry, origin);
  }
  await writeAll(db, unmerged, origin);
}

/**
 * Stores a dataset's records of different ids. Corrections by people are applied again on top of them; records that a
 * person retracted, or that are merged into another, are updated and stay so.
 */
async function put(db: Database, records: readonly IncidentRecord[], origin: Origin): Promise<Outcome[]> {
  const stored = await loadStored(db, records.map(idOf));
  const dataset = origin.dataset.id;
  const outcomes = records.map((record) => outcomeOf(record, stored.get(record.id)));
  const written = records.flatMap((revised, n): RecordRewrite[] => {
    const before = stored.get(revised.id);
    if (!before) return [{ record: revised, dataset, before, entry: { action: 'add' } }];
    const record = () => reapplyCorrections(revised, before.own);
    return outcomes[n] === 'revised' ? [{ record: record(), dataset, before, entry: { action: 'correct' } }] : [];
  });
  await write(db, written, origin);
  return outcomes;
}

async function retract(db: Database, records: readonly IncidentRecord[], origin: Origin): Promise<Outcome[]> {
  const stored = await loadStored(db, records.map(idOf));
  const missing = records.map(({ id }) => stored.get(id)).map((one) => (one?.retracted ? undefined : one));
  for (const one of missing) {
    const state = { retracted: retractedBy.source, mergedInto: one?.mergedInto ?? null };
    if (one) await setHidden(db, one, state, { action: 'retract' }, origin);
  }
  return missing.map((one) => (one ? 'retracted' : 'unchanged'));
}

async function saveDataset(db: Database, { dataset }: Origin): Promise<void> {
  await db.run(
    'INSERT INTO dataset (id, json) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json',
    dataset.id,
    JSON.stringify(dataset),
  );
}

/**
 * Stores changes in one transaction, with the change log, the roll-ups and the checkpoint that `mark` makes of the
 * outcome.
 */
export async function applyChanges(
  db: Database,
  changes: Change[],
  origin: Origin,
  mark?: (applied: Applied) => Checkpoint,
): Promise<Applied> {
  const applied: Applied = { ...nothingApplied };
  await db.transaction(async () => {
    await saveDataset(db, origin);
    const before = await versionOf(db);
    const batches = batchesOf(
      changes,
      ({ record }) => record.id,
      ({ action }) => action,
    );
    for (const batch of batches) {
      const records = batch.map(({ record }) => record);
      const work = batch[0]?.action === 'put' ? put : retract;
      for (const outcome of await work(db, records, origin)) applied[outcome]++;
    }
    await updateRollups(db, before);
    if (mark) await saveCheckpoint(db, mark(applied));
    await db.notify(changesTopic);
  }, writeLock);
  return applied;
}

const vanishedFlag = 'vanished';

/**
 * Flags incidents of the scope that a release no longer has (`ids`: those it has); none is retracted. Returns the ids
 * newly flagged.
 */
export async function markVanished(
  db: Database,
  scope: Scope,
  ids: ReadonlySet<string>,
  origin: Origin,
): Promise<string[]> {
  const countries = scope.countries.map(() => '?').join(', ');
  const there = await db.all(
    `SELECT i.id FROM incident i WHERE i.dataset = ? AND i.country IN (${countries}) AND i.first >= ? AND i.last <= ? AND i.retracted = 0 ORDER BY i.id`,
    origin.dataset.id,
    ...scope.countries,
    scope.first,
    scope.last,
  );
  const missing = there.map((row) => String(row.id)).filter((id) => !ids.has(id));
  return db.transaction(async () => {
    const version = await versionOf(db);
    const marked: string[] = [];
    for (const batch of batchesOf(missing, (id) => id)) {
      const stored = await loadStored(db, batch);
      const written = batch.flatMap((id): RecordRewrite[] => {
        const before = stored.get(id);
        if (!before) return [];
        const { own, dataset } = before;
        if (own.kind !== 'incident' || own.flags.includes(vanishedFlag)) return [];
        const record = { ...own, flags: [...own.flags, vanishedFlag] };
        return [{ record, dataset, before, entry: { action: 'vanish' } }];
      });
      await write(db, written, origin);
      marked.push(...written.map(({ record }) => record.id));
    }
    await updateRollups(db, version);
    await db.notify(changesTopic);
    return marked;
  }, writeLock);
}
