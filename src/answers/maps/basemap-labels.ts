import { geoContains } from 'd3-geo';
import type { Area } from '../../geo/outlines/outlines.ts';
import { widthOf } from '../drawing/fonts.ts';
import type { Colours } from '../drawing/theme.ts';
import type { PictureLabels } from '../messages/picture-labels.ts';
import { visibleAreas } from './basemap.ts';
import type { Label } from './label-placement.ts';
import type { MapProjection } from './projection.ts';

const [countrySize, provinceSize] = [24, 17];

interface VisibleArea {
  area: Area;
  /** Square units of it in the picture. */
  size: number;
  x: number;
  y: number;
}

function visible(view: MapProjection): VisibleArea[] {
  return visibleAreas(view).flatMap((area) => {
    const shape = view.thin(area.geometry);
    const size = view.path.area(shape);
    const [x, y] = size > 0 ? view.path.centroid(shape) : [Number.NaN, 0];
    return Number.isFinite(x) ? [{ area, size, x, y }] : [];
  });
}

/** Labels of the basemap: countries except `labelledCountries`, and the provinces of the countries `within`. */
export function basemapLabels(
  view: MapProjection,
  { labelledCountries, within }: { labelledCountries: ReadonlySet<string>; within: ReadonlySet<string> },
  words: PictureLabels,
  colours: Colours,
): Label[] {
  const all = visible(view);
  const provinces = all.filter((s) => within.has(s.area.properties.country));
  return [
    ...countryNames(
      all.filter((s) => !labelledCountries.has(s.area.properties.country)),
      words,
      colours,
    ),
    ...provinceNames(provinces, view, words, colours),
  ];
}

/** In the middle of what is seen of each, the largest first. */
function countryNames(all: readonly VisibleArea[], words: PictureLabels, colours: Colours): Label[] {
  const byCountry = Map.groupBy(all, (s) => s.area.properties.country);
  return [...byCountry]
    .map(([name, all]) => {
      const size = all.reduce((n, s) => n + s.size, 0);
      const mean = (of: (s: VisibleArea) => number) => all.reduce((n, s) => n + of(s) * s.size, 0) / size;
      return { name: words.ground(name), size, x: mean((s) => s.x), y: mean((s) => s.y) };
    })
    .filter(({ name, size }) => size > 4 * widthOf(name, countrySize) * countrySize)
    .toSorted((a, b) => b.size - a.size)
    .map(({ name, x, y }) => ({
      words: name,
      x,
      y,
      away: 0,
      look: { size: countrySize, fill: colours.soft, halo: colours.land },
    }));
}

/** Where they have room. */
function provinceNames(
  all: readonly VisibleArea[],
  view: MapProjection,
  words: PictureLabels,
  colours: Colours,
): Label[] {
  return all
    .filter(({ area, size, x, y }) => {
      const room = 2.5 * widthOf(area.properties.name, provinceSize) * provinceSize;
      const at = view.projection.invert?.([x, y]);
      return size > room && at && geoContains(area, at);
    })
    .toSorted((a, b) => b.size - a.size)
    .slice(0, 30)
    .map(({ area, x, y }) => ({
      words: words.name(area.properties.name),
      x,
      y,
      away: 0,
      look: { size: provinceSize, fill: colours.soft, halo: colours.land },
    }));
}
