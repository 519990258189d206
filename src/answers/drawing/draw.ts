import { Resvg } from '@resvg/resvg-js';
import { drawChart } from '../charts/draw-chart.ts';
import type { Chart } from '../document/chart.ts';
import type { PlaceMap } from '../document/place-map.ts';
import { drawMap } from '../maps/draw-map.ts';
import { family, fontFiles } from './fonts.ts';
import { colours, type Theme } from './theme.ts';

/** What there is to draw: plain data, so that another thread can do it. */
export type DrawingJob = { kind: 'chart'; chart: Chart } | { kind: 'map'; map: PlaceMap };

/** Pixels a unit: bars are sharp edges, and maps are large. */
const scales = { chart: 2, map: 1.6 };

/** A drawing as SVG of 1000 units width. */
export const svgOf = async (drawing: DrawingJob, theme: Theme): Promise<string> =>
  drawing.kind === 'map' ? drawMap(drawing.map, colours[theme]) : drawChart(drawing.chart, colours[theme]);

/** SVG as PNG, without system fonts, at so many pixels per unit. */
function rasterize(svg: string, pixelsPerUnit: number): Uint8Array {
  const font = { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: family };
  return new Resvg(svg, { font, fitTo: { mode: 'zoom', value: pixelsPerUnit } }).render().asPng();
}

/** A drawing as PNG. */
export const pngOf = async (drawing: DrawingJob, theme: Theme): Promise<Uint8Array> =>
  rasterize(await svgOf(drawing, theme), scales[drawing.kind]);
