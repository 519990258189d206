/** Kilometres per degree of latitude. */
const perDegree = 111.195;
const radians = Math.PI / 180;

/** A point on the unit sphere. */
export interface Vector {
  x: number;
  y: number;
  z: number;
}

/** The point on the unit sphere of a position in degrees. */
export const vectorOf = (lat: number, lon: number): Vector => ({
  x: Math.cos(lat * radians) * Math.cos(lon * radians),
  y: Math.cos(lat * radians) * Math.sin(lon * radians),
  z: Math.sin(lat * radians),
});

interface Point {
  lat: number;
  lon: number;
}

/**
 * Kilometres from a point to the line between two others, on a plane fitted to its middle: accurate to 1 % up to 500
 * km.
 */
export function kmToLine(p: Point, a: Point, b: Point): number {
  const scale = Math.cos(((a.lat + b.lat) / 2) * radians);
  const flat = (q: Point) => ({ x: (q.lon - a.lon) * scale * perDegree, y: (q.lat - a.lat) * perDegree });
  const [end, at] = [flat(b), flat(p)];
  const length = end.x ** 2 + end.y ** 2;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, (at.x * end.x + at.y * end.y) / length));
  return Math.hypot(at.x - t * end.x, at.y - t * end.y);
}

const side = (a: Point, b: Point, p: Point) =>
  Math.sign((b.lon - a.lon) * (p.lat - a.lat) - (b.lat - a.lat) * (p.lon - a.lon));

/** Kilometres between the lines a–b and c–d, with ends in degrees; 0 if they cross. A line may be a point. */
export function kmBetweenLines(a: Point, b: Point, c: Point, d: Point): number {
  const crossing = side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  return crossing ? 0 : Math.min(kmToLine(a, c, d), kmToLine(b, c, d), kmToLine(c, a, b), kmToLine(d, a, b));
}

/** A box in degrees that contains everything within `km` of the points, and a little more. */
export function boxAround(points: Point[], km: number) {
  const lat = km / perDegree + 0.01;
  const widest = Math.min(89, Math.max(...points.map((p) => Math.abs(p.lat))) + lat);
  const lon = lat / Math.cos(widest * radians);
  return {
    south: Math.min(...points.map((p) => p.lat)) - lat,
    north: Math.max(...points.map((p) => p.lat)) + lat,
    west: Math.min(...points.map((p) => p.lon)) - lon,
    east: Math.max(...points.map((p) => p.lon)) + lon,
  };
}
