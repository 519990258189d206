import { boxAround } from './distance.ts';

interface Box {
  south: number;
  north: number;
  west: number;
  east: number;
}

// Sizes in degrees: one grid alone would give a wide circle thousands of cells, or a small one a crowded cell.
const sizes = [0.5, 2, 8] as const;
const mostCells = 16;
const numberOf = (level: number, y: number, x: number) => (level * 4096 + y + 1024) * 4096 + x + 1024;

/** How many rows or columns of a grid a stretch touches. */
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

/** Cells that hold all within `km` of the points, of the finest grid with few of them; undefined when none has. */
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

/** Along a line, piece by piece, none of them longer than a cell: a box around the whole would touch half the world. */
function cellsAlong(level: number, a: Point, b: Point): number[] {
  const size = sizes[level] as number;
  const pieces = Math.max(1, Math.ceil(Math.max(Math.abs(b.lat - a.lat), Math.abs(b.lon - a.lon)) / size));
  if (pieces === 1) return cellsAt(level, boxOf(a, b));
  const at = (n: number): Point => ({
    lat: a.lat + ((b.lat - a.lat) * n) / pieces,
    lon: a.lon + ((b.lon - a.lon) * n) / pieces,
  });
  const cells = Array.from({ length: pieces }, (_, n) => cellsAt(level, boxOf(at(n), at(n + 1))));
  return [...new Set(cells.flat())];
}

/** The cells of every grid that a point, or a recorded line, may share with a circle. */
export function cellsOf(a: Point, b = a): number[] {
  return sizes.flatMap((_, level) => cellsAlong(level, a, b));
}
