import { boxAround } from './distance.ts';

interface Box {
  south: number;
  north: number;
  west: number;
  east: number;
}

// Cell sizes in degrees. With a single grid, large circles would have thousands of cells, or small ones crowded cells.
const sizes = [0.5, 2, 8] as const;
const mostCells = 16;
const numberOf = (level: number, y: number, x: number) => (level * 4096 + y + 1024) * 4096 + x + 1024;

/** How many rows or columns of a grid an interval touches. */
const touched = (from: number, to: number, size: number) => Math.floor(to / size) - Math.floor(from / size) + 1;

function cellsAt(level: number, { south, north, west, east }: Box): number[] {
  const size = sizes[level] as number;
  const [bottom, left] = [Math.floor(south / size), Math.floor(west / size)];
  const cells: number[] = [];
  for (let y = 0; y < touched(south, north, size); y++)
    for (let x = 0; x < touched(west, east, size); x++) cells.push(numberOf(level, bottom + y, left + x));
  return cells;
}

const count = ({ south, north, west, east }: Box, size: number) =>
  touched(south, north, size) * touched(west, east, size);

/**
 * The cells that contain everything within `km` of points in degrees, in the finest grid with at most sixteen;
 * undefined if none has so few.
 */
export function cellsAround(points: { lat: number; lon: number }[], km: number): number[] | undefined {
  const box = boxAround(points, km);
  const level = sizes.findIndex((size) => count(box, size) <= mostCells);
  return level === -1 ? undefined : cellsAt(level, box);
}

interface Point {
  lat: number;
  lon: number;
}

const boxOf = (a: Point, b: Point): Box => ({
  south: Math.min(a.lat, b.lat),
  north: Math.max(a.lat, b.lat),
  west: Math.min(a.lon, b.lon),
  east: Math.max(a.lon, b.lon),
});

/** The cells along a line, by segments no longer than a cell: a box around all of it might touch half the world. */
function cellsAlong(level: number, a: Point, b: Point): number[] {
  const size = sizes[level] as number;
  const segments = Math.max(1, Math.ceil(Math.max(Math.abs(b.lat - a.lat), Math.abs(b.lon - a.lon)) / size));
  if (segments === 1) return cellsAt(level, boxOf(a, b));
  const at = (n: number): Point => ({
    lat: a.lat + ((b.lat - a.lat) * n) / segments,
    lon: a.lon + ((b.lon - a.lon) * n) / segments,
  });
  const cells = Array.from({ length: segments }, (_, n) => cellsAt(level, boxOf(at(n), at(n + 1))));
  return [...new Set(cells.flat())];
}

/**
 * The cells of a point, or of a line, in every grid: those of `cellsAround` have one in common if a circle contains it.
 */
export function cellsOf(a: Point, b = a): number[] {
  return sizes.flatMap((_, level) => cellsAlong(level, a, b));
}
