import type { Database } from '../../database/database.ts';
import { applyCorrection } from '../apply-correction.ts';
import type { Author, Edit } from '../change.ts';
import { EditError } from '../edit-error.ts';
import type { Incident } from '../incident.ts';
import { updateRollups } from './rollups/maintain.ts';
import {
  changesTopic,
  loadStoredById,
  resolveMergedId,
  retractedBy,
  rewrite,
  type StoredRecord,
  setHidden,
  writeLock,
} from './stored-record.ts';
import { versionOf } from './vocabulary.ts';

type StoredIncident = StoredRecord & { own: Incident };

/** Throws EditError if there is no such incident. */
async function incidentOf(db: Database, id: string): Promise<StoredIncident> {
  const stored = await loadStoredById(db, id);
  if (!stored) throw new EditError(`There is no incident “${id}”.`);
  if (stored.own.kind !== 'incident')
    throw new EditError(`${id} is not an incident but a reported ${stored.own.kind}.`);
  return stored as StoredIncident;
}

/** An incident that has not been retracted. Throws EditError. */
async function activeIncident(db: Database, id: string): Promise<StoredIncident> {
  const stored = await incidentOf(db, id);
  if (stored.retracted) throw new EditError(`${id} has been retracted. “retract ${id} --undo” brings it back.`);
  return stored;
}

const pair = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a]);

async function retract(db: Database, id: string, author: Author): Promise<void> {
  const stored = await activeIncident(db, id);
  if (stored.mergedInto) throw new EditError(`${id} is merged into ${stored.mergedInto}. Split it from there first.`);
  await setHidden(db, stored, { retracted: retractedBy.person, mergedInto: null }, { action: 'retract' }, author);
}

async function restore(db: Database, id: string, author: Author): Promise<void> {
  const stored = await incidentOf(db, id);
  if (!stored.retracted) throw new EditError(`${id} has not been retracted.`);
  const back = { retracted: retractedBy.nobody, mergedInto: stored.mergedInto };
  await setHidden(db, stored, back, { action: 'correct' }, author);
}

async function merge(db: Database, edit: Extract<Edit, { kind: 'merge' }>, author: Author): Promise<void> {
  const [kept, absorbed] = [
    await activeIncident(db, await resolveMergedId(db, edit.kept)),
    await activeIncident(db, await resolveMergedId(db, edit.absorbed)),
  ];
  if (kept.id === absorbed.id) throw new EditError(`${edit.kept} and ${edit.absorbed} are already the same incident.`);
  const known = await db.get(
    'SELECT confidence FROM alike WHERE a = ? AND b = ?',
    Math.min(kept.rid, absorbed.rid),
    Math.max(kept.rid, absorbed.rid),
  );
  await db.run(
    'INSERT INTO merged (absorbed, kept, by, at, why, confidence) VALUES (?, ?, ?, ?, ?, ?)',
    absorbed.id,
    kept.id,
    author.by,
    author.at,
    author.why,
    (known?.confidence as number | undefined) ?? null,
  );
  await db.run('DELETE FROM apart WHERE a = ? AND b = ?', ...pair(kept.id, absorbed.id));
  const gone = { retracted: absorbed.retracted, mergedInto: kept.id };
  await setHidden(db, absorbed, gone, { action: 'absorb', other: kept.id }, author);
  await rewrite(db, kept, kept.own, { action: 'merge', other: absorbed.id }, author);
}

async function split(db: Database, id: string, author: Author): Promise<void> {
  const absorbed = await incidentOf(db, id);
  if (!absorbed.mergedInto) throw new EditError(`${id} is not merged into another incident.`);
  const kept = await incidentOf(db, absorbed.mergedInto);
  await db.run('DELETE FROM merged WHERE absorbed = ?', id);
  await db.run(
    'INSERT INTO apart (a, b, by, at) VALUES (?, ?, ?, ?) ON CONFLICT (a, b) DO UPDATE SET by = excluded.by, at = excluded.at',
    ...pair(kept.id, id),
    author.by,
    author.at,
  );
  const back = { retracted: absorbed.retracted, mergedInto: null };
  await setHidden(db, absorbed, back, { action: 'release', other: kept.id }, author);
  await rewrite(db, kept, kept.own, { action: 'split', other: id }, author);
}

async function applyEdit(db: Database, change: Edit, author: Author): Promise<void> {
  if (change.kind === 'merge') return merge(db, change, author);
  if (change.kind === 'split') return split(db, change.absorbed, author);
  if (change.kind === 'retract') return retract(db, change.id, author);
  if (change.kind === 'restore') return restore(db, change.id, author);
  const stored = await activeIncident(db, await resolveMergedId(db, change.id));
  return rewrite(db, stored, applyCorrection(stored.own, change.amendment), { action: 'correct' }, author);
}

/**
 * Applies a person's edit in one transaction with the change log and the roll-ups. Throws EditError with the reason if
 * it cannot.
 */
export async function edit(db: Database, change: Edit, author: Author): Promise<void> {
  await db.transaction(async () => {
    await db.notify(changesTopic);
    const before = await versionOf(db);
    await applyEdit(db, change, author);
    await updateRollups(db, before);
  }, writeLock);
}
