import { outlineOf, ringOf } from './areas.ts';

/** Degrees; a side that is left out is open. */
interface Bounds {
  south?: number;
  north?: number;
  west?: number;
  east?: number;
}

type Box = Required<Bounds>;

interface Part {
  level: 'country' | 'province';
  /** The names of the country, or of the provinces. */
  names: readonly string[];
  country?: string | undefined;
}

/** The box, in degrees, around the outlines of a country or of provinces, far islands left out; undefined if none is known. */
export function boxOf({ level, names, country }: Part): Box | undefined {
  const points = names.flatMap((name) => ringOf(outlineOf({ level, name, ...(country ? { country } : {}) })));
  if (points.length === 0) return undefined;
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  return {
    south: lats.reduce((a, b) => Math.min(a, b)),
    north: lats.reduce((a, b) => Math.max(a, b)),
    west: lons.reduce((a, b) => Math.min(a, b)),
    east: lons.reduce((a, b) => Math.max(a, b)),
  };
}

const rounded = (degrees: number) => Math.round(degrees * 100) / 100;

/**
 * The part of a box on one side of its middle, or its middle half: "north", "south-east", "centre". A box may be a
 * single point, of which something lies north.
 */
export function partOf({ south, north, west, east }: Box, part: string): Bounds {
  const [lat, lon] = [rounded((south + north) / 2), rounded((west + east) / 2)];
  if (part === 'centre') {
    const [high, wide] = [(north - south) / 4, (east - west) / 4];
    return {
      south: rounded(lat - high),
      north: rounded(lat + high),
      west: rounded(lon - wide),
      east: rounded(lon + wide),
    };
  }
  return {
    ...(part.startsWith('north') ? { south: lat } : {}),
    ...(part.startsWith('south') ? { north: lat } : {}),
    ...(part.endsWith('east') ? { west: lon } : {}),
    ...(part.endsWith('west') ? { east: lon } : {}),
  };
}
