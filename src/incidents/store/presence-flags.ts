import type { Database } from '../../database/database.ts';

/** Rows of which most data has none, as what follows FROM. */
const kinds = {
  unreviewed: 'incident WHERE unreviewed = 1',
  /** Incidents with a date range of `longest` days or more (where.ts). */
  long: 'incident WHERE long = 1',
  /** Aggregates and developments. */
  related: "incident WHERE kind <> 'incident' AND kind <> 'report' AND retracted = 0",
  duplicates: 'alike',
};
type Kind = keyof typeof kinds;

/** Whether the data has any of each kind. */
export type PresenceFlags = Record<Kind, boolean>;

const names = Object.keys(kinds) as Kind[];
const columns = names.map((name) => `CASE WHEN EXISTS (SELECT 1 FROM ${kinds[name]}) THEN 1 ELSE 0 END AS ${name}`);

/** Which of these there are at all, so that `find` skips the others' queries. */
export async function loadPresenceFlags(db: Database): Promise<PresenceFlags> {
  const row = await db.get(`SELECT ${columns.join(', ')}`);
  return Object.fromEntries(names.map((name) => [name, Number(row?.[name]) === 1])) as PresenceFlags;
}
