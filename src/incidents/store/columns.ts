import { totalsOf } from '../casualty-totals.ts';
import { daysBetween } from '../day-spans.ts';
import type { IncidentRecord, When, Where } from '../incident.ts';
import { cellOf, lineCell } from './grid-cells.ts';
import { longest } from './where-period.ts';

/** The columns of the table `incident` that filters, orders and sums read. */
export const columns =
  'id seq dataset kind counted first last when_precision country admin1 admin2 place lat lon lat2 lon2 where_precision type more_types best low high civilians wounded abducted arrested unreviewed cell long'.split(
    ' ',
  );

function cellOfPlace({ between, lat, lon }: Where): number | null {
  if (between) return lineCell;
  return lat === undefined || lon === undefined ? null : cellOf(lat, lon);
}

const isLong = ({ start, end }: When): boolean => start !== null && end !== null && daysBetween(start, end) >= longest;

/** A record's values for `columns`. `counted`: whether it is neither retracted nor merged into another. */
export function valuesOf(record: IncidentRecord, dataset: string, counted: boolean) {
  const { when, where } = record;
  const t = totalsOf(record);
  const [a, b] = where.between ?? [];
  return [
    record.id,
    Number(record.id.match(/:(\d{1,15})$/)?.[1] ?? 0),
    dataset,
    record.kind,
    counted && record.kind === 'incident' ? 1 : 0,
    when.start,
    when.end,
    when.precision,
    where.country ?? null,
    where.admin1 ?? null,
    where.admin2 ?? null,
    where.place ?? null,
    a?.lat ?? where.lat ?? null,
    a?.lon ?? where.lon ?? null,
    b?.lat ?? null,
    b?.lon ?? null,
    where.precision,
    record.eventTypes[0] ?? null,
    record.eventTypes.length > 1 ? 1 : 0,
    t.best,
    t.low,
    t.high,
    t.civilians,
    t.wounded,
    t.abducted,
    t.arrested,
    record.kind === 'incident' && record.flags.includes('unreviewed') ? 1 : 0,
    cellOfPlace(where),
    isLong(when) ? 1 : 0,
  ];
}
