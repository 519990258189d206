import { describe, expect, test } from 'vitest';
import type { MapSpot, PlaceMap } from '../../../src/answers/document/place-map.ts';
import { colours } from '../../../src/answers/drawing/theme.ts';
import { legendOf } from '../../../src/answers/maps/legend.ts';

const spot = (more: Partial<MapSpot> = {}): MapSpot => ({
  name: 'Mosul',
  lat: 36.34,
  lon: 43.13,
  exact: true,
  weight: 1,
  ...more,
});
const area = (level: 'province' | 'country', name: string) => ({ level, name, country: 'Iraq', weight: 2 });

/** The words of the legend of a map with these spots and areas. */
function legend(spots: MapSpot[], more: Partial<PlaceMap> = {}): string[] {
  const map = { title: '', unit: '', areas: [], extents: [], withoutPosition: 0, credit: '', spots, ...more };
  const clusters = spots.map(({ name, weight, exact }) => ({ x: 0, y: 0, r: 9, name, weight, exact }));
  return legendOf(map, clusters, colours.light).map(({ words }) => words);
}

describe('the legend of a map explains the signs on it, and no others', () => {
  test.each<[string, string[], string[]]>([
    ['every place is known', legend([spot(), spot()]), ['known to the place']],
    ['only districts are known', legend([spot({ exact: false })]), ['known to the district or an area']],
    ['both', legend([spot(), spot({ exact: false })]), ['known to the place', 'known to the district or an area']],
    [
      'a line between two places',
      legend([spot({ exact: false, to: { lat: 35, lon: 44 } })]),
      ['known to the district or an area', 'somewhere along the line'],
    ],
    ['a province', legend([], { areas: [area('province', 'Anbar')] }), ['known only to the province']],
    ['a country', legend([], { areas: [area('country', 'Iraq')] }), ['known only to the country']],
    [
      'an area without an outline',
      legend([], { areas: [area('province', 'Nowhere')] }),
      ['2 more in areas that are not drawn'],
    ],
  ])('%s', (_, words, expected) => expect(words).toEqual(expected));
});
