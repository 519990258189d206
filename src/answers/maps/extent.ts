import { geoCircle } from 'd3-geo';
import { outlineOf, ringOf } from '../../geo/areas.ts';
import type { MapExtent } from '../document/place-map.ts';
import { element } from '../drawing/svg.ts';
import type { Colours } from '../drawing/theme.ts';
import type { MapProjection } from './projection.ts';

const kmPerDegree = 111.195;

const circle = ({ lat = 0, lon = 0, radiusKm = 0 }: MapExtent) =>
  geoCircle()
    .center([lon, lat])
    .radius(radiusKm / kmPerDegree)
    .precision(4)();

/** The points of an extent that a map must show, as longitude and latitude. */
export function extentPoints(place: MapExtent): [number, number][] {
  if (place.level !== 'point') return ringOf(outlineOf({ ...place, level: place.level }));
  const ends = place.to ? [place, { ...place, lat: place.to.lat, lon: place.to.lon }] : [place];
  return ends.flatMap((p) =>
    (circle(p).coordinates[0] ?? []).map(([lon = 0, lat = 0]): [number, number] => [lon, lat]),
  );
}

/** The corridor as a broad line with round ends, which is what "within so many kilometres of the line" means. */
function corridor(place: MapExtent, view: MapProjection, colours: Colours): string {
  const { lat = 0, lon = 0, to, radiusKm = 0 } = place;
  if (!to) return '';
  const d =
    view.path({
      type: 'LineString',
      coordinates: [
        [lon, lat],
        [to.lon, to.lat],
      ],
    }) ?? '';
  const broad = (2 * radiusKm) / view.kmPerUnit;
  const round = { d, fill: 'none', stroke: colours.extent, 'stroke-linecap': 'round' };
  return (
    element('path', { ...round, 'stroke-width': broad, 'stroke-opacity': '0.16' }) +
    element('path', { ...round, 'stroke-width': 2.5, 'stroke-dasharray': '8 6' })
  );
}

/** An extent of the question as SVG: circle, corridor or outline. */
export function drawExtent(place: MapExtent, view: MapProjection, colours: Colours): string {
  if (place.to) return corridor(place, view, colours);
  const edge = { stroke: colours.extent, 'stroke-width': 2.5, 'stroke-dasharray': '8 6' };
  if (place.level === 'point')
    return element('path', { d: view.path(circle(place)) ?? '', fill: colours.extent, 'fill-opacity': '0.1', ...edge });
  if (place.level === 'country') return '';
  return outlineOf({ ...place, level: 'province' })
    .map((area) => element('path', { d: view.draw(area.geometry), fill: 'none', ...edge }))
    .join('');
}
