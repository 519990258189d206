import { geoContains } from 'd3-geo';
import type { PictureWords } from '../../answers/languages/pictures/picture-words.ts';
import { widthOf } from '../fonts.ts';
import type { Area } from '../outlines/outlines.ts';
import type { Colours } from '../theme.ts';
import { visibleAreas } from './ground.ts';
import type { Label } from './labels.ts';
import type { View } from './view.ts';

const [countrySize, provinceSize] = [24, 17];

interface Seen {
  area: Area;
  /** Square units of it in the picture. */
  size: number;
  x: number;
  y: number;
}

function seen(view: View): Seen[] {
  return visibleAreas(view)
    .map((area) => {
      const [x, y] = view.path.centroid(area);
      return { area, size: view.path.area(area), x, y };
    })
    .filter((s) => s.size > 0 && Number.isFinite(s.x));
}

/** Names of the countries in sight but those that are told already, in the middle of what is seen of them, the largest first. */
export function countryNames(view: View, told: ReadonlySet<string>, words: PictureWords, colours: Colours): Label[] {
  const byCountry = Map.groupBy(seen(view), (s) => s.area.properties.country);
  return [...byCountry]
    .filter(([name]) => !told.has(name))
    .map(([name, all]) => {
      const size = all.reduce((n, s) => n + s.size, 0);
      const mean = (of: (s: Seen) => number) => all.reduce((n, s) => n + of(s) * s.size, 0) / size;
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

/** Names of the provinces of the countries in question, where they have room. */
export function provinceNames(view: View, within: ReadonlySet<string>, words: PictureWords, colours: Colours): Label[] {
  return seen(view)
    .filter((s) => within.has(s.area.properties.country))
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
