import { describe, expect, test } from 'vitest';
import { tickLabels } from '../../../src/answers/charts/ticks.ts';
import { seriesSpec } from '../../../src/answers/charts/time-series.ts';
import type { Part } from '../../../src/answers/document/answer.ts';
import { chartWords } from '../../../src/answers/document/chart.ts';
import { colours } from '../../../src/answers/drawing/theme.ts';
import { clustersOf } from '../../../src/answers/maps/clusters.ts';
import { drawMarkerValue, markerLabel } from '../../../src/answers/maps/markers.ts';
import { fitProjection } from '../../../src/answers/maps/projection.ts';
import { scaleBar } from '../../../src/answers/maps/scale-bar.ts';
import { pictureLabelsFor } from '../../../src/answers/messages/localize-pictures.ts';
import type { MapPoint } from '../../../src/incidents/incidents.ts';
import { answerTo, coverage, type Given, group } from '../composed.ts';

const words = pictureLabelsFor('en');
function part<K extends Part['kind']>(kind: K, given: Given): Extract<Part, { kind: K }> {
  const [found] = answerTo(given).parts.filter((p) => p.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found as Extract<Part, { kind: K }>;
}

describe('a series', () => {
  const series = (last: string, period?: { start: string | null; end: string | null }) =>
    part('chart', {
      coverage: { ...coverage, last },
      query: { measure: 'trend', by: 'month', filter: period ? { period } : {} },
      result: { total: 3, groups: [group('2020-03', 1), group('2020-06', 2)] },
    }).points.map(({ label, value, partial }) => `${label} ${value}${partial ? ' incomplete' : ''}`);
  const march = ['2020-03 1', '2020-04 0', '2020-05 0'];
  test.each([
    ['whole months of data are whole', '2020-06-30', undefined, [...march, '2020-06 2']],
    ['a month the data ends in is not', '2020-06-29', undefined, [...march, '2020-06 2 incomplete']],
    [
      'nor one the question ends in',
      '2020-06-30',
      { start: null, end: '2020-06-30' },
      [...march, '2020-06 2 incomplete'],
    ],
    ['but one it ends with is', '2020-06-30', { start: null, end: '2020-07-01' }, [...march, '2020-06 2']],
    [
      'nor one the question begins in; and quiet months before are seen',
      '2020-06-30',
      { start: '2020-02-02', end: null },
      ['2020-02 0 incomplete', ...march, '2020-06 2'],
    ],
  ])('%s', (_, last, period, points) => expect(series(last, period)).toEqual(points));
});

test.each([
  [16, 16],
  [17, 1],
])('of %i bars %i bear a figure', (bars, figures) => {
  const points = Array.from({ length: bars }, (_, i) => ({ label: String(2000 + i), value: (i * 7) % 17 }));
  const chart = { title: 'x', unit: 'killed', by: 'year' as const, points };
  const { data } = seriesSpec(chart, 1000, colours.light) as { data: { values: { said: string; value: number }[] } };
  const said = data.values.filter((value) => value.said);
  expect(said).toHaveLength(figures);
  expect(Math.max(...said.map(({ value }) => value))).toBe(Math.max(...points.map(({ value }) => value)));
});

test.each([
  ['left', 20, 2],
  ['center', 20, 3],
  ['center', 20, 17],
  ['right', 20, 18],
  ['center', 16, 15],
])('the figure of the highest bar stands %s: of %i bars number %i', (side, bars, top) => {
  const points = Array.from({ length: bars }, (_, i) => ({ label: String(2000 + i), value: i === top ? 9 : 1 }));
  const chart = { title: 'x', unit: 'killed', by: 'year' as const, points };
  const { layer } = seriesSpec(chart, 1000, colours.light) as { layer: { mark: { type: string; align?: string } }[] };
  expect(layer.find(({ mark }) => mark.type === 'text')?.mark.align).toBe(side);
});

test('in words a chart is its figures with their ranges, or the highest sixty of more', () => {
  const points = Array.from({ length: 61 }, (_, i) => ({ label: String(1960 + i), value: i + 1 }));
  const chart = { title: 'Killed', unit: 'killed', by: 'year' as const, points };
  const said = chartWords(chart);
  expect(said).toMatch(/^Bar chart over time\. Killed\. The highest 60 of 61: 2020: 61; 2019: 60; .*; 1961: 2\.$/);
  const two = [
    { label: '2016', value: 4, low: 3, high: 9 },
    { label: '2017', value: 5, low: 5, high: 5, partial: true },
  ];
  expect(chartWords({ ...chart, points: two, end: '2017-06-30' })).toBe(
    'Bar chart over time. Killed. 2016: 4 (3 to 9); 2017: 5 (incomplete). The data ends on 30 June 2017.',
  );
});

describe('labels of time', () => {
  const labels = (keys: string[], by: 'day' | 'month' | 'year', width: number) => [
    ...tickLabels(keys, by, { width, size: 22, words }).values(),
  ];
  const months = (years: number) =>
    Array.from(
      { length: 12 * years },
      (_, i) => `${2014 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    );
  test.each([
    ['each month where there is room', months(1).slice(0, 3), 'month', 600, ['Jan 2014', 'Feb 2014', 'Mar 2014']],
    ['quarters where there is less', months(1), 'month', 600, ['Jan 2014', 'Apr 2014', 'Jul 2014', 'Oct 2014']],
    ['years by their number', months(3), 'month', 400, ['2014', '2015', '2016']],
    ['round years', ['2013', '2014', '2015', '2016', '2017', '2018'], 'year', 240, ['2014', '2016', '2018']],
    ['days', ['2020-07-01', '2020-07-02'], 'day', 600, ['1 Jul', '2 Jul']],
  ] as const)('%s', (_, keys, by, width, said) => expect(labels([...keys], by, width)).toEqual(said));
});

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
