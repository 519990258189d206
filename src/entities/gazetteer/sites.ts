import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { namesInLanguages } from './countries.ts';
import type { GazetteerRow } from './row.ts';

const countries = z.array(z.string().length(2)).min(1);
const common = { name: z.string(), lat: z.number().optional(), lon: z.number().optional() };
const names = z.array(z.string()).default([]);
const site = z.strictObject({ ...common, level: z.literal('site'), countries, names });
const region = z.discriminatedUnion('level', [
  z.strictObject({
    ...common,
    level: z.literal('region'),
    countries,
    /** The provinces it consists of, by any of their names of now and before. */
    provinces: z.array(z.string()).min(1).optional(),
    /** Or its extent, as a circle around its position. */
    km: z.number().positive().optional(),
    names,
  }),
  z.strictObject({
    ...common,
    level: z.literal('world-region'),
    /** The code of UN M.49, for its names in many languages. */
    m49: z.string().length(3).optional(),
    countries,
    names,
  }),
]);

const readData = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../data/${name}`, import.meta.url), 'utf8'));

/** Curated: bases and quarters that no gazetteer of towns has. */
const sites = z.array(site).parse(readData('sites.json'));
/** Curated: regions that are no provinces, and parts of the world. */
const regions = z.array(region).parse(readData('regions.json'));

/** "West African", "European". */
const adjectives = (name: string): string[] =>
  /(?:Africa|Asia|America)$/.test(name) ? [`${name}n`] : name.endsWith('Europe') ? [`${name}an`] : [];

/** Other names and adjectives of parts of the world. */
export const calledRegions: readonly string[] = regions
  .filter(({ level }) => level === 'world-region')
  .flatMap(({ name, names }) => [...names, ...adjectives(name)]);

const siteRows = sites.map(
  ({ countries, ...rest }): GazetteerRow => ({ ...rest, country: countries.join(' '), admin1: '', population: 0 }),
);

const regionRows = regions.map((r): GazetteerRow => {
  const more = r.level === 'world-region' ? [...(r.m49 ? namesInLanguages(r.m49) : []), ...adjectives(r.name)] : [];
  return {
    level: r.level,
    name: r.name,
    country: r.countries.join(' '),
    admin1: r.level === 'region' && r.provinces ? r.provinces.join(';') : '',
    lat: r.lat,
    lon: r.lon,
    km: r.level === 'region' ? r.km : undefined,
    population: 0,
    names: [...r.names, ...more],
  };
});

/** Sites, regions and parts of the world. */
export const curatedRows: readonly GazetteerRow[] = [...siteRows, ...regionRows];
