import { mesh } from 'topojson-client';
import { outlineOf } from './areas.ts';
import { kmToLine } from './distance.ts';
import { type AreaNames, outlines } from './outlines/outlines.ts';

/** A line of positions, in degrees. */
export type Line = [lat: number, lon: number][];

/** Of a border's bends, those below this are left out. */
const bendKm = 3;

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
  const at = ([lat, lon]: Line[number]) => ({ lat, lon });
  const away = line.map((point) => kmToLine(at(point), at(first), at(last)));
  const most = away.reduce((best, km, i) => (km > (away[best] as number) ? i : best), 0);
  if ((away[most] as number) <= bendKm) return [first, last];
  return [...straightened(line.slice(0, most + 1)).slice(0, -1), ...straightened(line.slice(most))];
}
