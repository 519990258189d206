import { type Incident, incident } from '../../src/incidents/incident.ts';
import type { Author, Incidents, Origin } from '../../src/incidents/incidents.ts';
import { type Filter, type Query, query } from '../../src/incidents/query.ts';

interface Told {
  day?: string;
  place?: string;
  country?: string;
  lat?: number;
  lon?: number;
  type?: string;
  killed?: number;
  actors?: string[];
  by?: string;
  more?: Partial<Incident>;
}

/** An incident in few words. */
export const told = (id: string, t: Told = {}): Incident =>
  incident.parse({
    kind: 'incident',
    id,
    when: { start: t.day ?? '2020-07-11', end: t.day ?? '2020-07-11', precision: 'day' },
    where: {
      country: t.country ?? 'Iraq',
      place: t.place ?? 'Mosul',
      lat: t.lat ?? 36.34,
      lon: t.lon ?? 43.13,
      precision: 'exact',
    },
    eventTypes: [t.type ?? 'ambush'],
    actors: (t.actors ?? []).map((actor) => ({ actor, role: 'party' })),
    casualties:
      t.killed === undefined
        ? []
        : [{ group: 'all', killed: { low: t.killed, best: t.killed, high: t.killed }, by: t.by ?? 'Wire' }],
    reports: [{ publisher: t.by ?? 'Wire' }],
    ...t.more,
  });

const origin = (dataset: string, at: string, why = 'import of a file'): Origin => ({
  dataset: { id: dataset, name: dataset, licence: 'CC BY 4.0', citation: dataset },
  by: 'console',
  why,
  at,
});

export const ana = (why: string, at = '2020-08-01T10:00:00Z'): Author => ({ by: 'Ana', why, at });

export const put = (store: Incidents, records: Incident[], at = '2020-07-20T09:00:00Z', why?: string) =>
  store.apply(
    records.map((record) => ({ action: 'put' as const, record })),
    origin(records[0]?.id.split(':')[0] ?? 'x', at, why),
  );

export const find = (store: Incidents, filter: Filter, more: Partial<Query> = {}) =>
  store.find(query.parse({ measure: 'list', limit: 100, filter, ...more }));

export const asOf = (before: string): Filter['asOf'] => ({ at: before.slice(0, 10), before });

/** All that is counted, and the datasets it is from; `between` is done after the first one is read. */
export async function every(store: Incidents, filter: Filter, between?: () => Promise<unknown>) {
  const { datasets, total, incidents } = await store.stream(query.parse({ measure: 'list', limit: 1, filter }));
  const told: string[] = [];
  for await (const one of incidents) {
    if (told.push(JSON.stringify(one)) === 1) await between?.();
  }
  return { datasets, total, told };
}

/** The record as an incident; a failure where it is none. */
export async function get(store: Incidents, id: string): Promise<Incident> {
  const record = await store.get(id);
  if (record?.kind !== 'incident') throw new Error(`${id} is no incident`);
  return record;
}
