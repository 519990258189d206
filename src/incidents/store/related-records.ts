import type { Database } from '../../database/database.ts';
import { withDescendants } from '../event-types.ts';
import type { Aggregate, Development, IncidentRecord } from '../incident.ts';
import { wholePeriod } from '../periods.ts';
import type { Period, Query } from '../query.ts';
import { dialectOf } from './dialects.ts';

type UncountedRecord = Aggregate | Development;
const mostShown = 5;

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];

/** Whether a record is shown with the answer: its type and words agree with the filter, and nothing contradicts it. */
function isRelated(record: UncountedRecord, { filter }: Query): boolean {
  const types = filter.eventTypes?.filter((t) => t !== 'violence');
  const typeMatches = types?.length ? record.eventTypes.some((t) => withDescendants(types).includes(t)) : undefined;
  const placeMatches = filter.places?.length
    ? filter.places.some(
        (p) =>
          record.where.country !== undefined &&
          (p.countries.includes(record.where.country) || p.country === record.where.country),
      )
    : undefined;
  const recordWords = new Set(words([record.statement, record.title, ...record.details.map((d) => d.text)].join(' ')));
  const queryWords = words(filter.text ?? '');
  const hasWords = queryWords.length ? queryWords.every((w) => recordWords.has(w)) : undefined;
  if (isOutside(record, wholePeriod(filter)) || filter.pair || filter.actors?.length) return false;
  if (typeMatches === false || placeMatches === false || hasWords === false) return false;
  return record.kind === 'aggregate' ? Boolean(typeMatches || hasWords) : hasWords === true;
}

/** Whether a record is known to be of another time than a period. */
function isOutside({ when }: UncountedRecord, period: Period | undefined): boolean {
  const [after, before] = [
    period?.end && when.start && when.start >= period.end,
    period?.start && when.end && when.end < period.start,
  ];
  return Boolean(after || before);
}

/**
 * Up to five aggregates and five developments that relate to a query. There are few, so they are read whole and matched
 * here.
 */
export async function findRelatedRecords(
  db: Database,
  query: Query,
): Promise<{ aggregates: Aggregate[]; developments: Development[] }> {
  const rows = await db.all(
    `SELECT ${dialectOf(db).jsonOf('i.rid')} AS json FROM incident i WHERE i.kind <> 'incident' AND i.kind <> 'report' AND i.retracted = 0 ORDER BY i.rid LIMIT 1000`,
  );
  const records = rows
    .map((row) => JSON.parse(row.json as string) as IncidentRecord)
    .filter((r): r is UncountedRecord => r.kind !== 'incident' && r.kind !== 'report' && isRelated(r, query));
  return {
    aggregates: records.filter((r) => r.kind === 'aggregate').slice(0, mostShown),
    developments: records.filter((r) => r.kind === 'development').slice(0, mostShown),
  };
}
