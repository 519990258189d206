import type { PlaceMap } from '../document/place-map.ts';
import type { LegendItem } from '../drawing/picture-frame.ts';
import { element } from '../drawing/svg.ts';
import type { Colours } from '../drawing/theme.ts';
import { pictureLabelsFor } from '../messages/localize-pictures.ts';
import { drawnAreas, isLine } from './imprecise-areas.ts';
import type { Cluster } from './markers.ts';
import { drawMarker } from './markers.ts';

type Draw = LegendItem['draw'];

/** The signs that a map uses, and no others. */
export function legendOf(map: PlaceMap, clusters: readonly Cluster[], colours: Colours): LegendItem[] {
  const { map: words, name } = pictureLabelsFor(map.language);
  const dot =
    (exact: boolean): Draw =>
    (x, y, size) =>
      drawMarker({ x: x + size / 2, y: y + size / 2, r: size / 2, exact }, colours);
  const square =
    (fill: string, stroke: string): Draw =>
    (x, y, size) =>
      element('rect', { x, y, width: size, height: size, fill, stroke, 'stroke-width': 1.5 });
  const line: Draw = (x, y, size) =>
    element('line', { x1: x, x2: x + size, y1: y + size, y2: y, stroke: colours.mark, 'stroke-width': 6 });
  const { provinces, countries, missing } = drawnAreas(map);
  const [circled] = map.extents.filter((p) => p.level === 'point');
  const items: [boolean, string, Draw][] = [
    [clusters.some((c) => c.exact), words.known, dot(true)],
    [clusters.some((c) => !c.exact), words.roughly, dot(false)],
    [map.spots.some(isLine), words.line, line],
    [provinces.length > 0, words.province, square('url(#hatch)', colours.mark)],
    [countries.length > 0, words.country, square('none', colours.mark)],
    [missing > 0, words.undrawn(missing), () => ''],
  ];
  const used = items.filter(([is]) => is).map(([, said, draw]) => ({ words: said, draw }));
  if (!circled) return used;
  const around = words.asked(
    circled.to ? circled.name : name(circled.name),
    circled.radiusKm ?? 0,
    circled.to !== undefined,
  );
  return [...used, { words: around, draw: square('none', colours.extent) }];
}
