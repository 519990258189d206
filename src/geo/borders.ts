import { mesh } from 'topojson-client';
import { outlineOf } from './areas.ts';
import { type AreaNames, outlines } from './outlines/outlines.ts';

/** A line of positions, in degrees. */
export type Line = [lat: number, lon: number][];

/** Of a border's bends, those below this are left out. */
const bendKm = 3;
const perDegree = 111.195;

/** A country by its names, with a position in it, in degrees, if one is known. */
interface Country {
  names: readonly string[];
  lat?: number | undefined;
  lon?: number | undefined;
}

/** What the outlines call it. */
function outlined({ names, lat, lon }: Country): Set<string> {
  const at = lat === undefined || lon === undefined ? {} : { lat, lon };
  const areas = names.flatMap((name) => outlineOf({ level: 'country', name, ...at }));
  return new Set(areas.map(({ properties }) => properties.country));
}

const rounded = (degrees: number) => Math.round(degrees * 1000) / 1000;

/** The land border of two countries as lines; empty if they have none. */
export function borderOf(one: Country, other: Country): Line[] {
  const { fine } = outlines();
  const [a, b] = [outlined(one), outlined(other)];
  const { areas } = fine.objects;
  const shared = mesh(fine, areas, (x, y) => {
    const [p, q] = [x, y].map(({ properties }) => (properties as AreaNames | undefined)?.country ?? '') as [
      string,
      string,
    ];
    return (a.has(p) && b.has(q)) || (b.has(p) && a.has(q));
  });
  return shared.coordinates.map((line) => straightened(line.map(([lon = 0, lat = 0]) => [rounded(lat), rounded(lon)])));
}

/** The line with fewer points, none of those left out further from it than some kilometres (Douglas and Peucker). */
function straightened(line: Line): Line {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return line;
  const away = line.map((point) => kmFrom(point, first, last));
  const most = away.reduce((best, km, i) => (km > (away[best] as number) ? i : best), 0);
  if ((away[most] as number) <= bendKm) return [first, last];
  return [...straightened(line.slice(0, most + 1)).slice(0, -1), ...straightened(line.slice(most))];
}

/** Kilometres from a point to a straight piece of a map. */
function kmFrom([lat, lon]: Line[number], a: Line[number], b: Line[number]): number {
  const scale = Math.cos((lat * Math.PI) / 180);
  const flat = ([y, x]: Line[number]) => [(x - a[1]) * scale * perDegree, (y - a[0]) * perDegree] as const;
  const [[px, py], [bx, by]] = [flat([lat, lon]), flat(b)];
  const length = bx ** 2 + by ** 2;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, (px * bx + py * by) / length));
  return Math.hypot(px - t * bx, py - t * by);
}
