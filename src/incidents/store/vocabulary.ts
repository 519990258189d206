import type { Database, Row } from '../../database/database.ts';
import type { Coverage, Vocabulary, VocabularyPlace } from '../held-data.ts';
import type { Dataset } from '../incident.ts';

export const versionOf = async (db: Database): Promise<number> =>
  Number((await db.get('SELECT max(cursor) AS cursor FROM change'))?.cursor ?? 0);

const position =
  "avg(CASE WHEN i.where_precision IN ('exact', 'near', 'district') THEN i.lat END) AS lat, avg(CASE WHEN i.where_precision IN ('exact', 'near', 'district') THEN i.lon END) AS lon";

async function places(db: Database, level: VocabularyPlace['level'], column: string): Promise<VocabularyPlace[]> {
  const parents = { country: 'NULL', admin1: 'NULL', admin2: 'i.admin1', place: 'i.admin1' }[level];
  const point = level === 'country' ? 'avg(i.lat) AS lat, avg(i.lon) AS lon' : position;
  const rows = await db.all(
    `SELECT ${column} AS name, i.country AS country, max(${parents}) AS admin1, ${point}, count(*) AS incidents FROM incident i
     WHERE i.counted = 1 AND ${column} IS NOT NULL${level === 'place' ? " AND i.where_precision IN ('exact', 'near', 'district')" : ''} GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  return rows.map((row) => ({ level, ...named(row) }));
}

const named = (row: Row) => ({
  name: String(row.name),
  country: row.country as string | null,
  admin1: row.admin1 as string | null,
  lat: row.lat as number | null,
  lon: row.lon as number | null,
  incidents: Number(row.incidents),
});

/** Every name the data uses, with how often: what questions are linked to. */
export async function vocabularyOf(db: Database): Promise<Vocabulary> {
  const actors = await db.all(
    `SELECT name, total AS incidents, country FROM (
       SELECT actor AS name, country, sum(n) OVER (PARTITION BY actor) AS total, row_number() OVER (PARTITION BY actor ORDER BY n DESC, country) AS place
       FROM (SELECT p.actor, i.country, count(*) AS n FROM (SELECT rid, actor FROM part UNION SELECT rid, actor FROM attributed) p JOIN incident i USING (rid) WHERE i.counted = 1 GROUP BY 1, 2) c
     ) r WHERE place = 1 ORDER BY name`,
  );
  return {
    version: await versionOf(db),
    places: [
      ...(await places(db, 'country', 'i.country')),
      ...(await places(db, 'admin1', 'i.admin1')),
      ...(await places(db, 'admin2', 'i.admin2')),
      ...(await places(db, 'place', 'i.place')),
    ],
    actors: actors.map((row) => ({
      name: String(row.name),
      incidents: Number(row.incidents),
      country: row.country as string | null,
    })),
    sources: (
      await db.all(
        "SELECT r.publisher AS name, count(*) AS incidents FROM reported r JOIN incident i USING (rid) WHERE i.kind <> 'report' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 5000",
      )
    ).map((r) => ({ name: String(r.name), incidents: Number(r.incidents) })),
  };
}

export async function coverageOf(db: Database): Promise<Coverage> {
  const whole = await db.get(
    'SELECT count(*) AS incidents, min(first) AS first, max(last) AS last FROM incident WHERE counted = 1',
  );
  const records = await db.get('SELECT count(*) AS n FROM incident WHERE retracted = 0');
  const reports = await db.all(
    "SELECT dataset, count(*) AS n FROM incident WHERE kind <> 'incident' AND kind = 'report' AND retracted = 0 GROUP BY 1",
  );
  const reportsOf = new Map(reports.map((r) => [r.dataset, Number(r.n)]));
  const countries = await db.all(
    'SELECT country, count(*) AS incidents, max(last) AS last FROM incident WHERE counted = 1 AND country IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1',
  );
  const datasets = await db.all(
    'SELECT d.id, d.json, count(i.rid) AS incidents, min(i.first) AS first, max(i.last) AS last FROM dataset d LEFT JOIN incident i ON i.dataset = d.id AND i.counted = 1 GROUP BY d.id ORDER BY d.id',
  );
  return {
    incidents: Number(whole?.incidents ?? 0),
    records: Number(records?.n ?? 0),
    first: (whole?.first as string | null) ?? null,
    last: (whole?.last as string | null) ?? null,
    countries: countries.map((r) => ({
      country: String(r.country),
      incidents: Number(r.incidents),
      last: String(r.last),
    })),
    datasets: datasets.map((r) => ({
      ...(JSON.parse(r.json as string) as Dataset),
      incidents: Number(r.incidents),
      reports: reportsOf.get(r.id) ?? 0,
      first: r.first as string | null,
      last: r.last as string | null,
    })),
    version: await versionOf(db),
  };
}
