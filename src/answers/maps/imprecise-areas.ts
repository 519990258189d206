import { outlineOf } from '../../geo/areas.ts';
import { areaName, type MapArea, type MapSpot, type PlaceMap } from '../document/place-map.ts';
import { element } from '../drawing/svg.ts';
import type { Colours } from '../drawing/theme.ts';
import type { PictureLabels } from '../messages/picture-labels.ts';
import { union } from './basemap.ts';
import type { Label } from './label-placement.ts';
import type { MapProjection } from './projection.ts';

const namedAreas = 8;

/** What is drawn of a map's areas, by level, and the weight of those that no outline is known of. */
export function drawnAreas({ areas }: PlaceMap) {
  const drawn = areas.filter((a) => outlineOf(a).length > 0);
  const missing = areas.filter((a) => !drawn.includes(a));
  return {
    provinces: drawn.filter((a) => a.level === 'province'),
    countries: drawn.filter((a) => a.level === 'country'),
    missing: missing.reduce((n, a) => n + a.weight, 0),
  };
}

/** Provinces hatched, countries as a broad outline: no false points. */
export function drawImpreciseAreas(map: PlaceMap, view: MapProjection, colours: Colours): string {
  const { provinces, countries } = drawnAreas(map);
  const edge = { stroke: colours.mark, 'stroke-linejoin': 'round' };
  const whole = { fill: 'none', ...edge, 'stroke-width': view.world ? 2 : 4, 'stroke-opacity': '0.55' };
  const hatched = { fill: 'url(#hatch)', ...edge, 'stroke-width': view.world ? 0.5 : 1 };
  return [
    ...countries.map((a) => element('path', { d: view.draw(union(outlineOf(a))), ...whole })),
    ...provinces.flatMap(outlineOf).map((a) => element('path', { d: view.draw(a.geometry), ...hatched })),
  ].join('');
}

const line = ({ lon, lat, to }: MapSpot, view: MapProjection): string =>
  (to &&
    view.path({
      type: 'LineString',
      coordinates: [
        [lon, lat],
        [to.lon, to.lat],
      ],
    })) ||
  '';

/** Whether an incident was recorded between two places. */
export const isLine = (spot: MapSpot): boolean => spot.to !== undefined;

/** Recorded lines: incidents somewhere along them. */
export const drawImpreciseLines = (map: PlaceMap, view: MapProjection, colours: Colours): string =>
  map.spots
    .filter(isLine)
    .map((spot) => line(spot, view))
    .map((d) =>
      element('path', {
        d,
        fill: 'none',
        stroke: colours.mark,
        'stroke-opacity': '0.6',
        'stroke-width': 9,
        'stroke-linecap': 'round',
      }),
    )
    .join('');

const look = (colours: Colours) => ({ size: 20, fill: colours.ink, bold: true, halo: colours.land });

/** Beside the middle of each line. */
export const lineLabels = (map: PlaceMap, view: MapProjection, words: PictureLabels, colours: Colours): Label[] =>
  map.spots.filter(isLine).flatMap((spot): Label[] => {
    const at = view.projection([spot.lon, spot.lat]);
    const end = spot.to && view.projection([spot.to.lon, spot.to.lat]);
    if (!at || !end) return [];
    const text = spot.weight === 1 ? spot.name : words.labelled(spot.name, words.number(spot.weight));
    return [{ words: text, x: (at[0] + end[0]) / 2, y: (at[1] + end[1]) / 2, away: 10, look: look(colours) }];
  });

/** In or beside the largest part of each area, those of most weight; on a map of the world there is no room. */
export function areaLabels(
  areas: readonly MapArea[],
  view: MapProjection,
  words: PictureLabels,
  colours: Colours,
): Label[] {
  const top = areas.toSorted((a, b) => b.weight - a.weight).slice(0, view.world ? 0 : namedAreas);
  return top.flatMap((area): Label[] => {
    const [outline] = outlineOf(area).toSorted((a, b) => view.path.area(b) - view.path.area(a));
    const [x = Number.NaN, y = 0] = outline ? view.path.centroid(outline) : [];
    if (Number.isNaN(x)) return [];
    const text = words.labelled(areaName(words, area), words.number(area.weight));
    return [{ words: text, x, y, away: 1, close: true, look: look(colours) }];
  });
}
