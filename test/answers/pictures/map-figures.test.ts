import { describe, expect, test } from 'vitest';
import type { Part } from '../../../src/answers/document/answer.ts';
import { colours } from '../../../src/answers/drawing/theme.ts';
import { clustersOf } from '../../../src/answers/maps/clusters.ts';
import { drawMarkerValue, markerLabel } from '../../../src/answers/maps/markers.ts';
import { fitProjection } from '../../../src/answers/maps/projection.ts';
import { scaleBar } from '../../../src/answers/maps/scale-bar.ts';
import { pictureLabelsFor } from '../../../src/answers/messages/localize-pictures.ts';
import type { MapPoint } from '../../../src/incidents/incidents.ts';
import { answerTo, type Given, group } from '../composed.ts';

const words = pictureLabelsFor('en');
function part<K extends Part['kind']>(kind: K, given: Given): Extract<Part, { kind: K }> {
  const [found] = answerTo(given).parts.filter((p) => p.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found as Extract<Part, { kind: K }>;
}

const box = { x: 0, y: 0, width: 1000, height: 580 };
const seen = (degrees: number) =>
  fitProjection(
    [
      [43, 33],
      [43 + degrees, 33 + degrees],
    ],
    box,
  );

test.each([
  [0.1, '50 km'],
  [4, '200 km'],
  [12, '500 km'],
])('the scale is the longest of 1, 2 and 5 that fits: over %d degrees', (degrees, said) => {
  const bar = scaleBar(seen(degrees), words, colours.light);
  expect(bar).toContain(`>${said}<`);
});

describe('a circle of several places', () => {
  const spot = (name: string, weight: number) => ({
    name,
    country: 'Iraq',
    province: name,
    lat: 33,
    lon: 43,
    exact: true,
    weight,
  });
  const named = (...weights: number[]) =>
    clustersOf(
      weights.map((weight, i) => spot(`Town ${i + 1}`, weight)),
      seen(4),
      words,
    ).map((c) => `${c.name}: ${c.weight}`);
  test.each([
    ['bears the name of the one that has three of five', [60, 40], 'Town 1: 100'],
    ['of fewer also how many others there are', [59, 41], 'Town 1 and 1 more: 100'],
    ['of the heaviest, wherever it stands in the list', [20, 50, 30], 'Town 2 and 2 more: 100'],
    ['of equals the first', [50, 50], 'Town 1 and 1 more: 100'],
  ])('%s', (_, weights, name) => expect(named(...weights)).toEqual([name]));
});

test.each([
  [1, 20, '', 'Mosul'],
  [2, 20, '2', 'Mosul'],
  [12_000, 20, '', 'Mosul: 12,000'],
  [12_000, 40, '12,000', 'Mosul'],
])('of %i incidents in a circle of radius %i it says “%s”, beside it “%s”', (weight, r, inside, beside) => {
  const circle = { x: 0, y: 0, r, weight, name: 'Mosul', exact: true };
  const figure = words.number(weight);
  expect(drawMarkerValue(circle, figure, [circle], colours.light).replace(/<[^>]*>/g, '')).toBe(inside);
  expect(markerLabel(circle, figure, words, colours.light).words).toBe(beside);
});

test('the heaviest place gathers what lies close around it', () => {
  const view = seen(4);
  const spots = [9, 10, 9].map((weight, i) => {
    const [lon = 0, lat = 0] = view.projection.invert?.([468 + 32 * i, 290]) ?? [];
    return { name: `Town ${i + 1}`, country: 'Iraq', lat, lon, exact: true, weight };
  });
  expect(clustersOf(spots, view, words).map(({ name, weight }) => `${name}: ${weight}`)).toEqual([
    'Town 2 and 2 more: 28',
  ]);
});

describe('what a question drew around its places', () => {
  const place = (more: object) => ({
    ...{
      relation: 'in',
      name: 'Mosul',
      level: 'town',
      countries: ['Iraq'],
      dataNames: [],
      lat: 36.3,
      lon: 43.1,
      ...more,
    },
  });
  const spots: MapPoint[] = [
    { precision: 'exact', country: 'Iraq', place: 'Mosul', lat: 36.3, lon: 43.1, ...group('', 1) },
  ];
  const extent = (more: object) =>
    part('map', { query: { measure: 'map', filter: { places: [place(more)] } as never }, result: { total: 1, spots } })
      .extents[0];
  const to = { name: 'Erbil', lat: 36.2, lon: 44 };
  test.each([
    ['in a town', {}, { level: 'point', radiusKm: 15 }],
    ['near it', { relation: 'near' }, { level: 'point', radiusKm: 50 }],
    ['along a line', { relation: 'between', name: 'Mosul and Erbil', to }, { level: 'point', radiusKm: 25, to }],
    ['as far as was said', { relation: 'near', radiusKm: 7 }, { radiusKm: 7 }],
    ['in a province', { level: 'admin1', name: 'Nineveh' }, { level: 'province', name: 'Nineveh' }],
  ])('%s', (_, more, expected) => expect(extent(more)).toMatchObject(expected));
});

test('a map tells how many at how many places, how many only roughly, and lists the ten of most', () => {
  const at = (n: number, count: number): MapPoint => ({
    ...group('', count, n),
    precision: 'exact',
    country: 'Iraq',
    place: `Town ${n}`,
    lat: 33,
    lon: 43 + n / 10,
  });
  const rough: MapPoint[] = [
    { ...group('', 2), precision: 'province', country: 'Iraq', admin1: 'Anbar' },
    { ...group('', 1), precision: 'unknown' },
  ];
  const spots = [...Array.from({ length: 11 }, (_, i) => at(i + 1, i + 1)), ...rough];
  const given: Given = { query: { measure: 'map' }, result: { total: 69, spots } };
  expect(answerTo(given).text.split('\n')[0]).toBe(
    '69 incidents. 66 at 11 places, 2 known only to the province or country and 1 without any place.',
  );
  const { title, rows } = part('table', given).table;
  expect(title).toBe('Places (10 of 13)');
  expect(rows[0]).toEqual(['Town 11, Iraq', '11', '11']);
  expect(rows).toHaveLength(10);
  expect(part('map', given)).toMatchObject({
    withoutPosition: 1,
    areas: [{ level: 'province', name: 'Anbar', weight: 2 }],
  });
});
