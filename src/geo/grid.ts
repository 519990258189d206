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

function cellsAt(level: number, { south, north, west, east }: Box): number[] {
  const size = sizes[level] as number;
  const cells: number[] = [];
  for (let y = Math.floor(south / size); y <= Math.floor(north / size); y++)
    for (let x = Math.floor(west / size); x <= Math.floor(east / size); x++) cells.push(numberOf(level, y, x));
  return cells;
}

const count = ({ south, north, west, east }: Box, size: number) =>
  (Math.floor(north / size) - Math.floor(south / size) + 1) * (Math.floor(east / size) - Math.floor(west / size) + 1);

/** Cells that hold all within `km` of the points, of the finest grid with few of them; undefined when none has. */
export function cellsAround(points: { lat: number; lon: number }[], km: number): number[] | undefined {
  const box = boxAround(points, km);
  const level = sizes.findIndex((size) => count(box, size) <= mostCells);
  return level === -1 ? undefined : cellsAt(level, box);
}

/** The cells of every grid that a point, or a recorded line, may share with a circle. */
export function cellsOf(a: { lat: number; lon: number }, b = a): number[] {
  const box = {
    south: Math.min(a.lat, b.lat),
    north: Math.max(a.lat, b.lat),
    west: Math.min(a.lon, b.lon),
    east: Math.max(a.lon, b.lon),
  };
  return sizes.flatMap((_, level) => cellsAt(level, box));
}
