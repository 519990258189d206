import type { TopLevelSpec } from 'vega-lite';
import { type TimeUnit, unitKey } from '../../incidents/time-units.ts';
import type { Chart, ChartPoint } from '../document/chart.ts';
import type { Colours } from '../drawing/theme.ts';
import { pictureLabelsFor } from '../messages/localize-pictures.ts';
import { tickLabels } from './ticks.ts';
import { directedText, valueLabel } from './value-label.ts';

const labelSize = 22;
/** Beside few bars each has its figure, beside many only the highest. */
const fewBars = 16;

/** Bars over time: pale where a unit is incomplete, with the range of estimates, and where the data ends. */
export function seriesSpec(chart: Chart & { by: TimeUnit }, width: number, colours: Colours): TopLevelSpec {
  const { points, by } = chart;
  const words = pictureLabelsFor(chart.language);
  const top = points.reduce((best, p) => (p.value > best.value ? p : best), points[0] as ChartPoint);
  const tallest = Math.max(...points.map((p) => p.high ?? p.value));
  const values = points.map((p) => ({
    ...p,
    partial: p.partial === true,
    said: points.length <= fewBars ? words.number(p.value) : p === top ? directedText(valueLabel(p, words), words) : '',
  }));
  const labels = tickLabels(
    points.map((p) => p.label),
    by,
    { width: width - 90, size: labelSize, words },
  );
  const shown = [...labels].map(([key, label]) => [key, directedText(label, words)]);
  const x = {
    field: 'label',
    type: 'ordinal' as const,
    sort: null,
    scale: { domain: points.map((p) => p.label), paddingInner: points.length > 100 ? 0 : 0.15, paddingOuter: 0.05 },
    axis: {
      values: [...labels.keys()],
      labelExpr: `${JSON.stringify(Object.fromEntries(shown))}[datum.value]`,
      labelAngle: 0,
      labelOverlap: false,
      tickSize: 6,
    },
  };
  const y = {
    type: 'quantitative' as const,
    scale: tallest > 0 ? { zero: true, nice: true } : { domain: [0, 1] },
    axis: { format: ',d', tickCount: 5, tickMinStep: 1, domain: false, ticks: false },
  };
  const band = points.some((p) => p.low !== undefined);
  return {
    data: { values },
    encoding: { x },
    layer: [
      ...beyond(chart, colours),
      {
        mark: { type: 'bar', color: colours.mark, stroke: colours.mark, minBandSize: 1 },
        encoding: {
          y: { field: 'value', ...y },
          fillOpacity: { condition: { test: 'datum.partial', value: 0.4 }, value: 1 },
          // What is not nothing is seen, however small beside the highest.
          strokeWidth: { condition: { test: 'datum.value > 0', value: 1.5 }, value: 0 },
        },
      },
      ...(band
        ? [
            {
              mark: { type: 'bar' as const, color: colours.band, opacity: 0.9, width: { band: 0.36 } },
              encoding: { y: { field: 'low', ...y }, y2: { field: 'high' } },
            },
          ]
        : []),
      {
        mark: {
          type: 'text',
          align: sideOf(points.indexOf(top) / points.length, points.length),
          dy: -6,
          baseline: 'bottom',
          fontSize: 20,
          fontWeight: 700,
          color: colours.ink,
        },
        encoding: { y: { field: band ? 'high' : 'value', ...y }, text: { field: 'said' } },
      },
    ],
  } as TopLevelSpec;
}

/** A figure alone over many bars is wider than its bar: at the edges it stands inwards. */
function sideOf(at: number, bars: number): 'left' | 'center' | 'right' {
  if (bars <= fewBars) return 'center';
  return at < 0.15 ? 'left' : at > 0.85 ? 'right' : 'center';
}

/** Whether the unit in which the data ends is one of those drawn. */
export const endShown = (end: string, by: TimeUnit, points: readonly ChartPoint[]): boolean =>
  points.some((p) => p.label === unitKey(Date.parse(end), by));

/** Marks the unit in which the data ends. */
function beyond({ end, by, points }: Chart & { by: TimeUnit }, colours: Colours) {
  if (!end || !endShown(end, by, points)) return [];
  const x = { datum: unitKey(Date.parse(end), by), type: 'ordinal' as const, bandPosition: 1 };
  return [
    { mark: { type: 'rule' as const, color: colours.soft, strokeWidth: 2, strokeDash: [6, 5] }, encoding: { x } },
  ];
}
