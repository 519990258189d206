import type { MultiPolygon } from 'geojson';
import { merge, mesh } from 'topojson-client';
import type { Topology, MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon } from 'topojson-specification';
import { type Area, type AreaNames, outlines } from '../../geo/outlines/outlines.ts';
import { element } from '../drawing/svg.ts';
import type { Colours } from '../drawing/theme.ts';
import { arc, type MapProjection } from './projection.ts';

type TopoShape<P> = (TopoPolygon<P & object> | TopoMultiPolygon<P & object>) & { properties: P };

/** The radius, in degrees, above which only countries are drawn, with coarser outlines. */
const provincesUpTo = 25;

/** The fine outlines do not close around the pole. */
const southTo = -60;

const isCoarse = ({ radius, centre }: MapProjection) => radius > provincesUpTo || centre[1] < southTo;

/** Whether an area may be seen: the circle around its box reaches into the view. */
function reaches({ bbox }: Area, view: MapProjection): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = bbox ?? [];
  if (east - west > 180) return true;
  const centre: [number, number] = [(west + east) / 2, (south + north) / 2];
  const corners: [number, number][] = [
    [west, south],
    [west, north],
    [east, south],
    [east, north],
    [west, centre[1]],
  ];
  const reach = Math.max(...corners.map((c) => arc(centre, c)));
  return arc(centre, view.centre) - reach <= view.radius;
}

/** The provinces in view; none where only countries are drawn. */
export const visibleAreas = (view: MapProjection): Area[] =>
  isCoarse(view) ? [] : outlines().areas.filter((area) => reaches(area, view));

const line = (d: string, stroke: string, width: number) =>
  d ? element('path', { d, fill: 'none', stroke, 'stroke-width': width, 'stroke-linejoin': 'round' }) : '';
const filled = (shape: MultiPolygon, view: MapProjection, colours: Colours) =>
  element('path', { d: view.draw(shape), fill: colours.land });

function provinces(view: MapProjection, colours: Colours): string {
  const { fine, areas } = outlines();
  const seen = new Set(visibleAreas(view));
  const shapes = (fine.objects.areas.geometries as TopoShape<AreaNames>[]).filter((_, i) => seen.has(areas[i] as Area));
  const part = { type: 'GeometryCollection' as const, geometries: shapes };
  const borders = (same: boolean) =>
    mesh(fine, part as never, (a, b) => a !== b && (countryOf(a) === countryOf(b)) === same);
  return (
    filled(merge(fine, shapes as never), view, colours) +
    line(view.draw(borders(true)), colours.border, 1.5) +
    line(view.draw(borders(false)), colours.frontier, 2.5)
  );
}

const countryOf = (shape: unknown) => (shape as { properties: AreaNames }).properties.country;

function countries(view: MapProjection, colours: Colours): string {
  const { coarse } = outlines();
  const world = coarse as unknown as Topology;
  const { geometries } = coarse.objects.countries;
  return (
    filled(merge(world, geometries as never), view, colours) +
    line(view.draw(mesh(world, coarse.objects.countries as never, (a, b) => a !== b)), colours.border, 1.5)
  );
}

/** Areas as one, without the borders between them. */
export function union(parts: readonly Area[]): MultiPolygon {
  const { fine, areas } = outlines();
  const wanted = new Set(parts);
  const shapes = fine.objects.areas.geometries.filter((_, i) => wanted.has(areas[i] as Area));
  return merge(fine, shapes as never);
}

/** Sea, land and borders. */
export function drawBasemap(view: MapProjection, colours: Colours): string {
  const { x, y, width, height } = view.box;
  const sphere = view.world ? view.path({ type: 'Sphere' }) : null;
  const sea = sphere
    ? element('path', { d: sphere, fill: colours.sea })
    : element('rect', { x, y, width, height, fill: colours.sea });
  return sea + (isCoarse(view) ? countries(view, colours) : provinces(view, colours));
}
