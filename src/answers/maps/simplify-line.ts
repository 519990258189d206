import type { MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';

/** A line without points closer than `degrees` to the one before; its ends stay. */
function thinnedLine(line: readonly Position[], degrees: number): Position[] {
  const last = line.length - 1;
  let [x, y] = [Number.NaN, Number.NaN];
  return line.filter(([lon = 0, lat = 0], i) => {
    // As if a degree of longitude were shorter away from the equator, as it is.
    const near = Math.hypot((lon - x) * Math.cos(lat / 57.3), lat - y) < degrees;
    if (near && i !== last) return false;
    [x, y] = [lon, lat];
    return true;
  });
}

/** Twice the area in square degrees, positive or negative by the way round. */
const turn = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);

type OutlineGeometry = Polygon | MultiPolygon | MultiLineString;

/** A shape with no more points than a picture can show. Rings that are smaller than that vanish. */
export function simplifyLine<S extends OutlineGeometry>(shape: S, degrees: number): S {
  const ring = (r: Position[]) => thinnedLine(r, degrees);
  // A sliver that turns over would be the whole globe but itself.
  const closed = (rings: Position[][]) =>
    rings
      .map((all) => ({ all, few: ring(all) }))
      .filter(({ all, few }) => few.length > 3 && turn(few) * turn(all) > 0)
      .map(({ few }) => few);
  switch (shape.type) {
    case 'Polygon':
      return { ...shape, coordinates: closed(shape.coordinates) };
    case 'MultiPolygon':
      return { ...shape, coordinates: shape.coordinates.map(closed).filter((rings) => rings.length > 0) };
    case 'MultiLineString':
      return { ...shape, coordinates: shape.coordinates.map(ring) };
  }
}
