import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { GazetteerRow } from './row.ts';

const site = z.strictObject({
  name: z.string(),
  level: z.enum(['site', 'region', 'world-region']),
  countries: z.array(z.string().length(2)).min(1),
  /** The provinces a region consists of, by name; left out when it is whole countries. */
  provinces: z.array(z.string()).optional(),
  lat: z.number().optional(),
  lon: z.number().optional(),
  names: z.array(z.string()).default([]),
});

/** Bases, quarters and regions that no gazetteer of towns has. Curated in data/sites.json. */
export function siteRows(): GazetteerRow[] {
  const file = new URL('../../../data/sites.json', import.meta.url);
  return z
    .array(site)
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .map((s) => ({
      level: s.level,
      name: s.name,
      country: s.countries.join(' '),
      admin1: s.provinces?.join(';') ?? '',
      lat: s.lat,
      lon: s.lon,
      population: 0,
      names: s.names,
    }));
}
