import type { Database } from '../../database/database.ts';
import type { IncidentRecord } from '../incident.ts';
import { dialectOf } from './dialects.ts';
import { whereWords } from './where-words.ts';

const joinKnown = (...texts: (string | undefined)[]) => texts.filter((t) => t !== undefined).join(' \n');

/** A record's title and body for the full text. */
const textsOf = (r: IncidentRecord): [string, string] => [
  joinKnown(r.title, ...r.eventTypes, ...r.actors.map((a) => a.actor)),
  joinKnown(
    r.summary,
    r.kind === 'incident' ? r.conflict : r.statement,
    r.where.place,
    r.where.description,
    r.where.admin1,
    r.where.country,
    r.where.route,
    ...(r.where.between?.map((p) => p.name) ?? []),
    ...r.attributions.flatMap((a) => [a.actor, a.by, a.quote, a.note]),
    ...r.reports.flatMap((p) => [p.publisher, p.headline, p.quote]),
    ...r.details.flatMap((d) => [d.text, d.quote]),
  ),
];

/** A record and its row. */
export interface IndexedRecord {
  rid: number;
  record: IncidentRecord;
}
/** The prefix of the tables: empty, or that of a snapshot. */
export type Prefix = string;

/** Adds records to the full text; those that are in it already must be deleted first. */
export async function indexRecords(
  db: Database,
  indexed: readonly IndexedRecord[],
  prefix: Prefix = '',
): Promise<void> {
  const { words, toSearchable } = dialectOf(db);
  await db.insert(
    words(prefix),
    indexed.map(({ rid, record }) => [rid, ...textsOf(record).map(toSearchable), whereWords(record)]),
  );
}

const batchSize = 500;

/** Adds all records to an empty full text. */
export async function fillWords(db: Database): Promise<void> {
  for (let after = 0, more = true; more; ) {
    const found = await db.all('SELECT rid, json FROM body WHERE rid > ? ORDER BY rid LIMIT ?', after, batchSize);
    await indexRecords(
      db,
      found.map(({ rid, json }) => ({ rid: Number(rid), record: JSON.parse(String(json)) as IncidentRecord })),
    );
    after = Number(found.at(-1)?.rid ?? 0);
    more = found.length === batchSize;
  }
}
