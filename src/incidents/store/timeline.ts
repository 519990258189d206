import type { Database } from '../../database/database.ts';
import { daysBetween } from '../day-spans.ts';
import type { Result } from '../incidents.ts';
import type { Query, Unit } from '../query.ts';
import { trend } from './groups.ts';
import type { SqlFragment } from './sql-fragment.ts';

/** Days for weeks, weeks for half a year, months for some years, years beyond. */
function unitFor(days: number): Unit {
  if (days <= 45) return 'day';
  if (days <= 200) return 'week';
  return days <= 1500 ? 'month' : 'year';
}

/** The course of events by the unit that fits how long they lasted. */
export async function timeline(db: Database, query: Query, inside: SqlFragment): Promise<Partial<Result>> {
  const row = await db.get(
    `SELECT min(i.first) AS first, max(i.last) AS last FROM incident i WHERE ${inside.sql}`,
    ...inside.values,
  );
  if (!row?.first || !row.last) return { groups: [] };
  const days = daysBetween(String(row.first), String(row.last));
  const by = query.by ?? unitFor(days);
  return { ...(await trend(db, { ...query, by }, inside)), unit: by };
}
