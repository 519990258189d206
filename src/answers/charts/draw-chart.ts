import type { Chart } from '../document/chart.ts';
import { drawPictureFrame, type LegendItem, width } from '../drawing/picture-frame.ts';
import { element } from '../drawing/svg.ts';
import type { Colours } from '../drawing/theme.ts';
import { pictureLabelsFor } from '../messages/localize-pictures.ts';
import { barsSpec } from './bars.ts';
import { endShown, seriesSpec } from './time-series.ts';
import { renderVega } from './vega.ts';

const seriesHeight = 430;
/** Bars of a ranking: their height with the gap, between these. */
const [lowest, highest] = [30, 64];
/** More would be a wall; the table has them all. */
const mostBars = 40;

const square =
  (colour: string, opacity = 1): LegendItem['draw'] =>
  (x, y, size) =>
    element('rect', { x, y, width: size, height: size, fill: colour, 'fill-opacity': String(opacity) });

function legend({ points, by, end, language }: Chart, colours: Colours): LegendItem[] {
  const words = pictureLabelsFor(language).chart;
  const band = points.some((p) => p.low !== undefined && p.low !== p.high);
  const line: LegendItem['draw'] = (x, y, size) =>
    element('line', {
      x1: x + size / 2,
      x2: x + size / 2,
      y1: y,
      y2: y + size,
      stroke: colours.soft,
      'stroke-width': 2,
      'stroke-dasharray': '5 4',
    });
  return [
    ...(band ? [{ words: words.band, draw: square(colours.band, 0.7) }] : []),
    ...(points.some((p) => p.partial && p.value > 0)
      ? [{ words: words.partial, draw: square(colours.mark, 0.4) }]
      : []),
    ...(by && end && endShown(end, by, points) ? [{ words: words.end(end), draw: line }] : []),
  ];
}

/** A chart as SVG. */
export async function drawChart(chart: Chart, colours: Colours): Promise<string> {
  const { by } = chart;
  const { thousands, rightToLeft, chart: words } = pictureLabelsFor(chart.language);
  const points = by ? chart.points : chart.points.slice(0, mostBars);
  const left = chart.points.length - points.length;
  const rows = Math.max(1, points.length);
  const perBar = Math.min(highest, Math.max(lowest, seriesHeight / rows));
  const height = by ? seriesHeight : Math.max(120, rows * perBar);
  const size = perBar >= 42 ? 24 : 20;
  const inner = { x: 36, y: 0, width: width - 72, height };
  const spec = by
    ? seriesSpec({ ...chart, by }, inner.width, colours)
    : barsSpec({ ...chart, points }, { size, width: inner.width }, colours);
  const plot = points.length ? await renderVega(spec, inner, { colours, thousands, rightToLeft }) : '';
  return drawPictureFrame({
    title: chart.title,
    about: [chart.about, left ? words.first(points.length, chart.points.length) : ''].filter(Boolean).join('; '),
    legend: legend(chart, colours),
    credit: chart.credit ?? '',
    height,
    colours,
    rightToLeft,
    inside: ({ y }) => `<g transform="translate(0 ${y})">${plot}</g>`,
  });
}
