import type { TopLevelSpec } from 'vega-lite';
import type { Chart } from '../document/chart.ts';
import { drawable, fitted, widthOf } from '../drawing/fonts.ts';
import type { Colours } from '../drawing/theme.ts';
import { pictureLabelsFor } from '../messages/localize-pictures.ts';
import { directedText, valueLabel } from './value-label.ts';

const labelsAtMost = 400;
/** Units between names and bars, and between bars and figures with what is left at the edge. */
const [besideLabels, besideFigure] = [12, 16];
/** The longest bar is never shorter than that. */
const shortest = 60;

/** Names beside bars, largest letters that the number of bars allows; with the range of estimates. */
export function barsSpec(
  { points, language }: Chart,
  { size, width }: { size: number; width: number },
  colours: Colours,
): TopLevelSpec {
  const words = pictureLabelsFor(language);
  const { rightToLeft } = words;
  const names = points.map((p) => directedText(fitted(drawable(p.label, rightToLeft), labelsAtMost, size), words));
  const values = points.map((p, i) => ({
    ...p,
    i,
    said: directedText(valueLabel(p, words), words),
    top: p.high ?? p.value,
  }));
  const plot = width - Math.max(...names.map((name) => widthOf(name, size))) - besideLabels;
  // Room for its figure beside each bar.
  const spanFor = (top: number, said: string) =>
    (top * plot) / Math.max(shortest, plot - widthOf(said, size, true) - besideFigure);
  const most = Math.max(1, ...values.map((v) => spanFor(v.top, v.said)));
  const x = {
    type: 'quantitative' as const,
    scale: { domain: [0, most], nice: false, reverse: rightToLeft },
    axis: null,
  };
  const y = {
    field: 'i',
    type: 'ordinal' as const,
    sort: null,
    scale: { paddingInner: 0.25, paddingOuter: 0.1 },
    axis: {
      orient: rightToLeft ? 'right' : 'left',
      labelExpr: `${JSON.stringify(names)}[datum.value]`,
      labelLimit: labelsAtMost + 20,
      labelFontSize: size,
      labelColor: colours.ink,
      ticks: false,
      domain: false,
    },
  };
  const band = points.some((p) => p.low !== undefined);
  return {
    data: { values },
    encoding: { y },
    layer: [
      { mark: { type: 'bar', color: colours.mark }, encoding: { x: { field: 'value', ...x } } },
      ...(band
        ? [
            {
              mark: { type: 'bar' as const, color: colours.band, opacity: 0.9, height: { band: 0.36 } },
              encoding: { x: { field: 'low', ...x }, x2: { field: 'high' } },
            },
          ]
        : []),
      {
        mark: {
          type: 'text',
          align: rightToLeft ? 'right' : 'left',
          dx: rightToLeft ? -8 : 8,
          fontSize: size,
          fontWeight: 700,
          color: colours.ink,
        },
        encoding: { x: { field: 'top', ...x }, text: { field: 'said' } },
      },
    ],
  } as TopLevelSpec;
}
