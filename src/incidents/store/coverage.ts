import type { Database } from '../../database/database.ts';
import type { Coverage } from '../data-profile.ts';
import type { Dataset } from '../incident.ts';
import { versionOf } from './vocabulary.ts';

const kindsByDataset =
  'SELECT dataset, type FROM incident WHERE counted = 1 AND type IS NOT NULL GROUP BY 1, 2 UNION SELECT i.dataset, t.type FROM incident i JOIN typed t USING (rid) WHERE i.counted = 1 AND i.more_types = 1';

type InDataset = Coverage['countries'][number] & { dataset: string };

async function countriesOf(db: Database): Promise<InDataset[]> {
  const rows = await db.all(
    'SELECT dataset, country, count(*) AS incidents, max(last) AS last FROM incident WHERE counted = 1 AND country IS NOT NULL GROUP BY 1, 2',
  );
  return rows.map((r) => ({
    dataset: String(r.dataset),
    country: String(r.country),
    incidents: Number(r.incidents),
    last: String(r.last),
  }));
}

/** Each country once, the one with most incidents first. */
function together(rows: readonly InDataset[]): Coverage['countries'] {
  const all = [...Map.groupBy(rows, ({ country }) => country)].map(([country, some]) => ({
    country,
    incidents: some.reduce((n, { incidents }) => n + incidents, 0),
    last: some.reduce((latest, { last }) => (last > latest ? last : latest), ''),
  }));
  return all.sort((a, b) => b.incidents - a.incidents || (a.country < b.country ? -1 : 1));
}

/** What the data covers, counted from all of its records: this takes a while on large data. */
export async function coverageOf(db: Database): Promise<Coverage> {
  const totals = await db.get(
    'SELECT count(*) AS incidents, min(first) AS first, max(last) AS last FROM incident WHERE counted = 1',
  );
  const records = await db.get('SELECT count(*) AS n FROM incident WHERE retracted = 0');
  const reports = await db.all(
    "SELECT dataset, count(*) AS n FROM incident WHERE kind <> 'incident' AND kind = 'report' AND retracted = 0 GROUP BY 1",
  );
  const reportsOf = new Map(reports.map((r) => [r.dataset, Number(r.n)]));
  const countries = await countriesOf(db);
  const kinds = Map.groupBy(await db.all(kindsByDataset), (r) => String(r.dataset));
  const datasets = await db.all(
    'SELECT d.id, d.json, count(i.rid) AS incidents, min(i.first) AS first, max(i.last) AS last FROM dataset d LEFT JOIN incident i ON i.dataset = d.id AND i.counted = 1 GROUP BY d.id ORDER BY d.id',
  );
  return {
    incidents: Number(totals?.incidents ?? 0),
    records: Number(records?.n ?? 0),
    first: (totals?.first as string | null) ?? null,
    last: (totals?.last as string | null) ?? null,
    countries: together(countries),
    datasets: datasets.map((r) => ({
      ...(JSON.parse(r.json as string) as Dataset),
      incidents: Number(r.incidents),
      reports: reportsOf.get(r.id) ?? 0,
      first: r.first as string | null,
      last: r.last as string | null,
      countries: together(countries.filter(({ dataset }) => dataset === r.id)),
      kinds: (kinds.get(String(r.id)) ?? []).map(({ type }) => String(type)).sort(),
    })),
    version: await versionOf(db),
  };
}
