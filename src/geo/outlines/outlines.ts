import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** The names of a first-level area: that of Natural Earth, and others. */
export interface AreaNames {
  name: string;
  country: string;
  others?: string[];
}
/** The outline of a first-level area (GeoJSON), with its names. */
export type Area = Feature<Polygon | MultiPolygon, AreaNames>;

/** The outlines of the world's areas. */
export interface Outlines {
  /** First-level areas of the world with their shared borders. */
  fine: Topology<{ areas: GeometryCollection<AreaNames> }>;
  areas: Area[];
  /** Countries alone, coarser: for maps of continents and the world. */
  coarse: Topology<{ countries: GeometryCollection<{ name: string }> }>;
}

const read = <T>(name: string): T => {
  const file = new URL(`../../../data/${name}`, import.meta.url);
  return JSON.parse(brotliDecompressSync(readFileSync(file)).toString()) as T;
};

/** West, south, east, north in degrees. */
function bounds({ geometry: g }: Area): [number, number, number, number] {
  const rings = g.type === 'Polygon' ? g.coordinates : g.coordinates.flat();
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (const ring of rings)
    for (const [lon = 0, lat = 0] of ring) {
      box[0] = Math.min(box[0], lon);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lon);
      box[3] = Math.max(box[3], lat);
    }
  return box;
}

let cached: Outlines | undefined;

/** Natural Earth's outlines, read and decompressed once. Source: data/areas.json.br, data/countries-50m.json.br. */
export function outlines(): Outlines {
  if (cached) return cached;
  const fine = read<Outlines['fine']>('areas.json.br');
  const { features } = feature(fine, fine.objects.areas) as FeatureCollection<Polygon | MultiPolygon, AreaNames>;
  const areas = features.map((area) => ({ ...area, bbox: bounds(area) }));
  cached = { fine, areas, coarse: read('countries-50m.json.br') };
  return cached;
}
