import type { Database } from '../../database/database.ts';
import type { Unreviewed } from '../incident.ts';
import type { ReportQuery, ReportResult } from '../incidents.ts';
import { dialectOf } from './dialects.ts';
import { all, clause } from './sql-fragment.ts';
import { textClause } from './where.ts';

/**
 * A page of the reports to review, and how many there are: all, or those with every word of `text`. The newest first.
 */
export async function findReports(db: Database, { text, limit, offset }: ReportQuery): Promise<ReportResult> {
  const where = all([
    clause("i.kind <> 'incident' AND i.kind = 'report' AND i.retracted = 0"),
    ...(text ? [textClause(dialectOf(db), text)] : []),
  ]);
  const counted = await db.get(`SELECT count(*) AS n FROM incident i WHERE ${where.sql}`, ...where.values);
  const rows = await db.all(
    `SELECT b.json FROM incident i JOIN body b USING (rid) WHERE ${where.sql} ORDER BY i.last DESC NULLS LAST, i.id LIMIT ? OFFSET ?`,
    ...where.values,
    limit,
    offset,
  );
  return { total: Number(counted?.n ?? 0), reports: rows.map((row) => JSON.parse(String(row.json)) as Unreviewed) };
}
