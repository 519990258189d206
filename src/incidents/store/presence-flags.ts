import type { Database } from '../../database/database.ts';

/** What most data has none of. */
const kinds = {
  unreviewed: 'incident WHERE unreviewed = 1',
  /** With a long range of dates. */
  long: 'incident WHERE long = 1',
  /** Aggregates and developments. */
  beside: "incident WHERE kind <> 'incident' AND kind <> 'report' AND retracted = 0",
  alike: 'alike',
};
type Kind = keyof typeof kinds;

export type PresenceFlags = Record<Kind, boolean>;

const names = Object.keys(kinds) as Kind[];
const there = names.map((name) => `CASE WHEN EXISTS (SELECT 1 FROM ${kinds[name]}) THEN 1 ELSE 0 END AS ${name}`);

/** Of which there are any at all, so that nobody looks for what is not there. */
export async function loadPresenceFlags(db: Database): Promise<PresenceFlags> {
  const row = await db.get(`SELECT ${there.join(', ')}`);
  return Object.fromEntries(names.map((name) => [name, Number(row?.[name]) === 1])) as PresenceFlags;
}
