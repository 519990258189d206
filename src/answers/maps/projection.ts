import { type GeoPath, type GeoProjection, geoAzimuthalEqualArea, geoCircle, geoEqualEarth, geoPath } from 'd3-geo';
import type { GeoJsonObject, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import type { Box } from '../drawing/picture-frame.ts';
import { simplifyLine } from './simplify-line.ts';

const degrees = 180 / Math.PI;
const kmPerDegree = 111.195;

/** Fewer degrees around the middle than this would show no surroundings; more than that is a map of the world. */
const closest = 0.55;
const widest = 62;

/** Units between two points of an outline. */
const finest = 0.9;

export interface MapProjection {
  projection: GeoProjection;
  path: GeoPath;
  /** Longitude and latitude of the middle, and how far one sees from it, in degrees of arc. */
  centre: [number, number];
  radius: number;
  /** At the middle. */
  kmPerUnit: number;
  world: boolean;
  box: Box;
  /** The SVG path of a shape, with no more points than can be seen; empty where none of it is. */
  draw(shape: OutlineGeometry): string;
  /** A shape with no more points than can be seen. */
  thin<S extends OutlineGeometry>(shape: S): S;
}

type OutlineGeometry = Polygon | MultiPolygon | MultiLineString;
type Point = readonly [number, number];

/** The middle of points on the globe: right across the date line and at the poles too. */
function middle(points: readonly Point[]): [number, number] {
  let [x, y, z] = [0, 0, 0];
  for (const [lon, lat] of points) {
    const [a, b] = [lon / degrees, lat / degrees];
    x += Math.cos(b) * Math.cos(a);
    y += Math.cos(b) * Math.sin(a);
    z += Math.sin(b);
  }
  return [Math.atan2(y, x) * degrees, Math.atan2(z, Math.hypot(x, y)) * degrees];
}

/** Degrees of arc between two points; d3's own, made for paths, takes ten times as long. */
export function arc([fromLon, fromLat]: Point, [toLon, toLat]: Point): number {
  const [a, b, turn] = [fromLat / degrees, toLat / degrees, (toLon - fromLon) / degrees];
  const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(turn / 2) ** 2;
  return 2 * Math.asin(Math.min(1, Math.sqrt(half))) * degrees;
}

const farthest = (centre: Point, points: readonly Point[]): number =>
  points.reduce((most, p) => Math.max(most, arc(centre, p)), 0);

/** The extent of points as the middle of their bounds, rather than where most of them are. */
function balanced(points: readonly Point[]): [number, number] {
  const rough = middle(points);
  const flat = geoAzimuthalEqualArea().rotate([-rough[0], -rough[1]]).scale(1000).translate([0, 0]);
  const at = points.map((p): [number, number] => flat(p as [number, number]) ?? [0, 0]);
  const mid = (of: (p: [number, number]) => number) => (Math.min(...at.map(of)) + Math.max(...at.map(of))) / 2;
  return flat.invert?.([mid(([x]) => x), mid(([, y]) => y)]) ?? rough;
}

/** Whether points lie so far apart that only a map of the world shows them. */
export const isWorldwide = (points: readonly Point[]): boolean =>
  points.length === 0 || farthest(balanced(points), points) > widest;

/** A view that shows all points with some room around: of equal area, turned to their middle. */
export function fitProjection(points: readonly Point[], box: Box): MapProjection {
  const centre = points.length ? balanced(points) : ([10, 20] as [number, number]);
  const world = isWorldwide(points);
  const flat = world
    ? geoEqualEarth().rotate([-centre[0], 0])
    : geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]]);
  const { x, y, width, height } = box;
  const room = world ? 18 : Math.min(width, height) * 0.09;
  const shown: GeoJsonObject = world
    ? { type: 'Sphere' as 'Point' }
    : ({ type: 'MultiPoint', coordinates: [...points, ...edge(centre, closest)] as Position[] } as GeoJsonObject);
  const projection = flat
    .fitExtent(
      [
        [x + room, y + room],
        [x + width - room, y + height - room],
      ],
      shown as never,
    )
    .clipExtent([
      [x, y],
      [x + width, y + height],
    ])
    .precision(0.5);
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ].map((c) => projection.invert?.(c as [number, number]));
  const seen = corners.filter((c): c is [number, number] => c?.every(Number.isFinite) ?? false);
  const path = geoPath(projection).digits(1);
  const kmPerUnit = perUnit(projection, centre);
  const thin: MapProjection['thin'] = (shape) => simplifyLine(shape, (kmPerUnit * finest) / kmPerDegree);
  return {
    projection,
    path,
    centre,
    radius: world ? 180 : farthest(centre, seen),
    kmPerUnit,
    world,
    box,
    thin,
    draw: (shape) => path(thin(shape)) ?? '',
  };
}

const edge = (centre: [number, number], radius: number): Position[] =>
  geoCircle().center(centre).radius(radius).precision(30)().coordinates[0] ?? [];

function perUnit(projection: GeoProjection, [lon, lat]: [number, number]): number {
  const other = lat > 0 ? lat - 0.1 : lat + 0.1;
  const [a, b] = [projection([lon, lat]), projection([lon, other])];
  return a && b ? (0.1 * kmPerDegree) / Math.hypot(a[0] - b[0], a[1] - b[1]) : 1;
}
