import type { TopLevelSpec } from 'vega-lite';
import type { Chart } from '../../answers/chart.ts';
import { pictureWords } from '../../answers/languages/pictures/pictures.ts';
import { drawable, fitted, widthOf } from '../fonts.ts';
import type { Colours } from '../theme.ts';
import { figure, said } from './figure.ts';

const labelsAtMost = 400;

/** Names beside bars, largest letters that the number of bars allows; with the range of estimates. */
export function barsSpec({ points, language }: Chart, size: number, colours: Colours): TopLevelSpec {
  const words = pictureWords(language);
  const { rightToLeft } = words;
  const names = points.map((p) => said(fitted(drawable(p.label, rightToLeft), labelsAtMost, size), words));
  const values = points.map((p, i) => ({ ...p, i, said: said(figure(p, words), words), top: p.high ?? p.value }));
  const room = Math.max(...values.map((v) => widthOf(v.said, size, true))) + 16;
  const most = Math.max(1, ...values.map((v) => v.top));
  const x = {
    type: 'quantitative' as const,
    // Room for the figure beside the longest bar.
    scale: { domain: [0, most * (1 + room / 440)], nice: false, reverse: rightToLeft },
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
