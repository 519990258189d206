import { describe, expect, test } from 'vitest';
import { tickLabels } from '../../../src/answers/charts/ticks.ts';
import { seriesSpec } from '../../../src/answers/charts/time-series.ts';
import type { Part } from '../../../src/answers/document/answer.ts';
import { chartWords } from '../../../src/answers/document/chart.ts';
import { colours } from '../../../src/answers/drawing/theme.ts';
import { pictureLabelsFor } from '../../../src/answers/messages/localize-pictures.ts';
import type { TimeUnit } from '../../../src/incidents/time-units.ts';
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

test('a series over several periods shows their units alone', () => {
  const periods = ['2020-01', '2020-03', '2020-05'].map((month) => ({ start: `${month}-01`, end: `${month}-20` }));
  const { points } = part('chart', {
    query: { measure: 'trend', by: 'month', filter: { periods } },
    result: { total: 3, groups: [group('2020-01', 1), group('2020-05', 2)] },
  });
  expect(points).toEqual([
    { label: '2020-01', value: 1, partial: true },
    { label: '2020-03', value: 0, partial: true },
    { label: '2020-05', value: 2, partial: true },
  ]);
});

test('days of the week are bars in their order, the quiet ones too', () => {
  const { points, by } = part('chart', {
    query: { measure: 'trend', by: 'weekday' },
    result: { total: 3, groups: [group('2', 1), group('7', 2)] },
  });
  expect(by).toBeUndefined();
  expect(points.map(({ label, value }) => `${label} ${value}`)).toEqual([
    'Monday 0',
    'Tuesday 1',
    'Wednesday 0',
    'Thursday 0',
    'Friday 0',
    'Saturday 0',
    'Sunday 2',
  ]);
});

test('a series of quarters has the quiet ones, and says which are incomplete', () => {
  const { points } = part('chart', {
    query: { measure: 'trend', by: 'quarter', filter: { period: { start: '2019-05-01', end: null } } },
    result: { total: 3, groups: [group('2019-Q4', 1), group('2020-Q1', 2)] },
  });
  expect(points.map(({ label, value, partial }) => `${label} ${value}${partial ? ' incomplete' : ''}`)).toEqual([
    '2019-Q2 0 incomplete',
    '2019-Q3 0',
    '2019-Q4 1',
    '2020-Q1 2',
  ]);
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
  const labels = (keys: string[], by: TimeUnit, width: number) => [
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
    ['half years where there is hardly any', months(2), 'month', 480, ['Jan 2014', 'Jul 2014', 'Jan 2015', 'Jul 2015']],
    ['years by their number', months(3), 'month', 400, ['2014', '2015', '2016']],
    ['round years', ['2013', '2014', '2015', '2016', '2017', '2018'], 'year', 240, ['2014', '2016', '2018']],
    ['quarters', ['2014-Q1', '2014-Q2', '2014-Q3'], 'quarter', 600, ['Jan 2014', 'Apr 2014', 'Jul 2014']],
    [
      'the years of quarters',
      [2014, 2015].flatMap((y) => [1, 2, 3, 4].map((n) => `${y}-Q${n}`)),
      'quarter',
      300,
      ['2014', '2015'],
    ],
    ['half-years', ['2014-H1', '2014-H2', '2015-H1'], 'half', 600, ['Jan 2014', 'Jul 2014', 'Jan 2015']],
    ['days', ['2020-07-01', '2020-07-02'], 'day', 600, ['1 Jul', '2 Jul']],
  ] as const)('%s', (_, keys, by, width, said) => expect(labels([...keys], by, width)).toEqual(said));
});
