import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { namesInLanguages } from './countries.ts';
import type { GazetteerRow } from './row.ts';

const countries = z.array(z.string().length(2)).min(1);
const common = { name: z.string(), lat: z.number().optional(), lon: z.number().optional() };
const names = z.array(z.string()).default([]);
const site = z.discriminatedUnion('level', [
  z.strictObject({ ...common, level: z.literal('site'), countries, names }),
  z.strictObject({
    ...common,
    level: z.literal('region'),
    countries,
    /** The provinces it consists of, by name; left out when it is whole countries. */
    provinces: z.array(z.string()).optional(),
    names,
  }),
  z.strictObject({
    ...common,
    level: z.literal('world-region'),
    /** The code of UN M.49: its names in many languages, and its countries where none are listed. */
    m49: z.string().length(3).optional(),
    countries: countries.optional(),
    names,
  }),
]);

/** Curated: bases, quarters and regions that no gazetteer of towns has, and parts of the world. */
const curatedSites = z
  .array(site)
  .parse(JSON.parse(readFileSync(new URL('../../../data/sites.json', import.meta.url), 'utf8')));

/** "West African", "European". */
const adjectives = (name: string): string[] =>
  /(?:Africa|Asia|America)$/.test(name) ? [`${name}n`] : name.endsWith('Europe') ? [`${name}an`] : [];

/** Other names and adjectives of parts of the world. */
export const calledRegions: readonly string[] = curatedSites
  .filter(({ level }) => level === 'world-region')
  .flatMap(({ name, names }) => [...names, ...adjectives(name)]);

/** Rows for curated sites and parts of the world; `within` returns the ISO codes of the countries in a UN M.49 region. */
export const siteRows = (within: (m49: string) => string[]): GazetteerRow[] =>
  curatedSites.map((s) => {
    const wide = s.level === 'world-region';
    const m49 = wide ? s.m49 : undefined;
    return {
      level: s.level,
      name: s.name,
      country: (s.countries ?? within(m49 ?? '')).join(' '),
      admin1: (s.level === 'region' && s.provinces?.join(';')) || '',
      lat: s.lat,
      lon: s.lon,
      population: 0,
      names: [...(m49 ? namesInLanguages(m49) : []), ...s.names, ...(wide ? adjectives(s.name) : [])],
    };
  });
