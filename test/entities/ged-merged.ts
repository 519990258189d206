import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Vocabulary, VocabularyPlace } from '../../src/incidents/data-profile.ts';

// Not part of this repository: 65,000 events of UCDP.
const file = '../shared/data/ucdp/ged-merged.csv';

/** Whether the file is at hand. */
export const hasEvents = existsSync(file);

export interface Event {
  country: string;
  adm_1: string;
  adm_2: string;
  where_coordinates: string;
  where_prec: string;
  latitude: string;
  longitude: string;
  side_a: string;
  side_b: string;
  date_start: string;
  date_end: string;
  best: string;
}

/** Its events. */
export const readEvents = (): Event[] => parse(readFileSync(file), { columns: true, bom: true });

const columns = { country: 'country', admin1: 'adm_1', admin2: 'adm_2', place: 'where_coordinates' } as const;

/** The names in them, as the store tells them to the linker. */
export function vocabularyOf(events: readonly Event[], version: number): Vocabulary {
  const places = new Map<string, VocabularyPlace & { lats: number[]; lons: number[] }>();
  const actors = new Map<string, Vocabulary['actors'][number]>();
  for (const event of events) {
    for (const level of Object.keys(columns) as VocabularyPlace['level'][]) {
      const name = event[columns[level]];
      const key = `${level}|${name}|${event.country}`;
      const known = places.get(key) ?? {
        ...{ level, name, country: event.country, admin1: event.adm_1 || null, incidents: 0 },
        ...{ lat: null, lon: null, lats: [], lons: [] },
      };
      known.incidents++;
      if (level === 'country' || Number(event.where_prec) <= 3) {
        known.lats.push(Number(event.latitude));
        known.lons.push(Number(event.longitude));
      }
      if (name) places.set(key, known);
    }
    for (const name of [event.side_a, event.side_b]) {
      const incidents = (actors.get(name)?.incidents ?? 0) + 1;
      actors.set(name, { name, incidents, country: event.country });
    }
  }
  const mean = (all: number[]) => (all.length ? all.reduce((a, b) => a + b, 0) / all.length : null);
  return {
    version,
    places: [...places.values()].map(({ lats, lons, ...place }) => ({ ...place, lat: mean(lats), lon: mean(lons) })),
    actors: [...actors.values()],
    sources: [],
  };
}
