import type { Database } from '../../database/database.ts';
import type { IncidentRecord } from '../incident.ts';
import { dialectOf } from './dialects.ts';

const most = 4000;

const saysWhoSaysWhat = (r: IncidentRecord): boolean =>
  r.kind !== 'incident' || r.details.some((d) => d.by) || r.attributions.some((a) => a.quote || a.note);

/**
 * The incidents that say who says what, of datasets that attribute at all, with all aggregates and developments; the
 * newest 4,000 at most.
 */
export async function readStories(db: Database): Promise<IncidentRecord[]> {
  const rows = await db.all(
    `SELECT ${dialectOf(db).jsonOf('i.rid')} AS json FROM incident i
     WHERE i.retracted = 0 AND ((i.kind = 'incident' AND i.counted = 1 AND i.dataset IN
       (SELECT DISTINCT o.dataset FROM incident o WHERE o.rid IN (SELECT rid FROM attributed))) OR i.kind = 'aggregate' OR i.kind = 'development')
     ORDER BY i.rid DESC LIMIT ${most}`,
  );
  return rows
    .map((row) => JSON.parse(String(row.json)) as IncidentRecord)
    .filter(saysWhoSaysWhat)
    .reverse();
}
