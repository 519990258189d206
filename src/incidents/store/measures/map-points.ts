import type { Row } from '../../../database/database.ts';
import { sumOfKnown } from '../../quantities.ts';
import type { MapPoint, Result } from '../../result.ts';
import { dialectOf } from '../dialects.ts';
import { quantityIn, quantitySum } from '../quantity-column.ts';
import type { MeasureInput } from './measure.ts';

/** Points beyond this many are merged by squares of half a degree: a map cannot show them apart. */
const mostPoints = 5000;
const cellDegrees = 0.5;

const position = 'i.lat, i.lon, i.lat2, i.lon2, i.where_precision, i.country, i.admin1, i.place';
const sums = 'sum(i.best) AS killed, sum(i.civilians) AS civilians';

const optional = (name: string, value: unknown) => (value === null ? {} : { [name]: String(value) });

const pointOf = (row: Row): MapPoint => ({
  precision: row.where_precision as MapPoint['precision'],
  ...optional('country', row.country),
  ...optional('admin1', row.admin1),
  ...optional('place', row.from_name ?? row.place),
  ...(row.lat === null ? {} : { lat: Number(row.lat), lon: Number(row.lon) }),
  ...(row.lat2 === null ? {} : { to: { name: String(row.to_name), lat: Number(row.lat2), lon: Number(row.lon2) } }),
  count: Number(row.count),
  killed: known(row.killed),
  civilians: known(row.civilians),
  ...quantityIn(row),
});

const known = (sum: unknown): number | null => (sum === null ? null : Number(sum));

const finest = new Set<MapPoint['precision']>(['exact', 'near', 'district', 'line', 'sea']);
const cellOf = ({ precision, country, lat = 0, lon = 0 }: MapPoint) =>
  `${precision} ${country} ${Math.round(lat / cellDegrees)} ${Math.round(lon / cellDegrees)}`;

/** The first points as they are, the rest merged by cell: no incident is lost. */
function condensed(points: MapPoint[]): MapPoint[] {
  const staysApart = (point: MapPoint, i: number) =>
    i < mostPoints || !finest.has(point.precision) || point.lat === undefined || point.to !== undefined;
  const kept = points.filter(staysApart);
  const rest = Map.groupBy(
    points.filter((point, i) => !staysApart(point, i)),
    cellOf,
  );
  const sum = (all: MapPoint[], of: (point: MapPoint) => number | null) =>
    all.map(of).reduce<number | null>(sumOfKnown, null);
  const joined = [...rest.values()].map((all) => ({
    ...(all[0] as MapPoint),
    count: sum(all, (point) => point.count) ?? 0,
    killed: sum(all, (point) => point.killed),
    civilians: sum(all, (point) => point.civilians),
    ...(all.some((point) => point.asked === undefined) ? {} : { asked: sum(all, (point) => point.asked ?? null) }),
  }));
  return [...kept, ...joined];
}

/** One point for each recorded position, the one with most incidents first; see `condensed` for large maps. */
export async function mapPoints({
  db,
  query: { of },
  matched: { inside },
}: MeasureInput): Promise<Pick<Result, 'spots' | 'spotTotal'>> {
  const { lineEndName, jsonOf } = dialectOf(db);
  // Only a recorded line needs its record, for the names of its ends.
  const name = (end: 0 | 1) => `CASE WHEN i.lat2 IS NOT NULL THEN ${lineEndName(jsonOf('i.rid'), end)} END`;
  const rows = await db.all(
    `SELECT ${position}, from_name, to_name, count(*) AS count, ${sums}${quantitySum(of)}
     FROM (SELECT i.*, ${name(0)} AS from_name, ${name(1)} AS to_name FROM incident i WHERE ${inside.sql}) i
     GROUP BY ${position}, from_name, to_name ORDER BY count DESC, coalesce(sum(i.best), 0) DESC, i.lat NULLS FIRST, i.lon NULLS FIRST`,
    ...inside.values,
  );
  return { spots: condensed(rows.map(pointOf)), spotTotal: rows.length };
}
