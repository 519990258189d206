import type { Database } from '../../database/database.ts';
import { asTold, recorrected } from '../correct.ts';
import type { IncidentRecord } from '../incident.ts';
import type { Applied, Change, Mark, Origin, Scope } from '../incidents.ts';
import { setMark } from './derived.ts';
import { changed, type Held, heldOf, log, retractedBy, rewrite, setHidden, writing } from './held.ts';
import { insertRecord } from './rows.ts';
import { keepTotals } from './totals/keep.ts';
import { versionOf } from './vocabulary.ts';

type Outcome = keyof Applied;

function outcomeOf(record: IncidentRecord, held: Held | undefined): Outcome {
  if (!held) return 'added';
  const json = JSON.stringify(record);
  const same = held.json === json || JSON.stringify(asTold(held.own)) === json;
  return same && held.retracted !== retractedBy.source ? 'unchanged' : 'revised';
}

/** What `applyChanges` would do with them. */
export async function compareWith(db: Database, records: readonly IncidentRecord[]): Promise<Applied> {
  const applied: Applied = { added: 0, revised: 0, unchanged: 0, retracted: 0 };
  for (const record of records) applied[outcomeOf(record, await heldOf(db, record.id))]++;
  return applied;
}

/**
 * What a dataset says of a record. What people put right stands on top of it; a record that a person took back, or that
 * is merged into another, is kept up to date and stays so.
 */
async function put(db: Database, record: IncidentRecord, origin: Origin): Promise<Outcome> {
  const held = await heldOf(db, record.id);
  const outcome = outcomeOf(record, held);
  if (!held) {
    await insertRecord(db, record, origin.dataset.id);
    await log(db, { id: record.id, revision: 1, before: null, hidden: false }, { action: 'add' }, origin);
  } else if (outcome === 'revised') {
    const state = { ...held, own: held.own, dataset: origin.dataset.id };
    await rewrite(db, state, recorrected(record, held.own), { action: 'correct' }, origin);
  }
  return outcome;
}

async function retract(db: Database, id: string, origin: Origin): Promise<Outcome> {
  const held = await heldOf(db, id);
  if (!held || held.retracted) return 'unchanged';
  await setHidden(
    db,
    held,
    { retracted: retractedBy.source, mergedInto: held.mergedInto },
    { action: 'retract' },
    origin,
  );
  return 'retracted';
}

async function knowDataset(db: Database, { dataset }: Origin): Promise<void> {
  await db.run(
    'INSERT INTO dataset (id, json) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json',
    dataset.id,
    JSON.stringify(dataset),
  );
}

/** One transaction: the records, their parts, the change log and the mark together, or nothing. */
export async function applyChanges(
  db: Database,
  changes: Change[],
  origin: Origin,
  mark?: (applied: Applied) => Mark,
): Promise<Applied> {
  const applied: Applied = { added: 0, revised: 0, unchanged: 0, retracted: 0 };
  await db.transaction(async () => {
    await knowDataset(db, origin);
    const before = await versionOf(db);
    for (const { action, record } of changes)
      applied[action === 'put' ? await put(db, record, origin) : await retract(db, record.id, origin)]++;
    await keepTotals(db, before);
    if (mark) await setMark(db, mark(applied));
    await db.notify(changed);
  }, writing);
  return applied;
}

const vanishedFlag = 'vanished';

/** Those of the scope that a release has no more get a flag and a revision; nothing is taken back. */
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
  const gone = there.map((row) => String(row.id)).filter((id) => !ids.has(id));
  return db.transaction(async () => {
    const before = await versionOf(db);
    const marked: string[] = [];
    for (const id of gone) {
      const held = await heldOf(db, id);
      if (held?.own.kind !== 'incident' || held.own.flags.includes(vanishedFlag)) continue;
      const own = { ...held.own, flags: [...held.own.flags, vanishedFlag] };
      await rewrite(db, held, own, { action: 'vanish' }, origin);
      marked.push(id);
    }
    await keepTotals(db, before);
    await db.notify(changed);
    return marked;
  }, writing);
}
