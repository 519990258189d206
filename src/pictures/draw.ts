import type { Chart } from '../answers/chart.ts';
import type { PlaceMap } from '../answers/place-map.ts';
import { drawChart } from './chart/chart.ts';
import { drawMap } from './map/map.ts';
import { rasterized } from './raster.ts';
import { colours, type Theme } from './theme.ts';

/** What there is to draw: plain data, so that another thread can do it. */
export type Drawing = { kind: 'chart'; chart: Chart } | { kind: 'map'; map: PlaceMap };

/** Pixels a unit: bars are sharp edges, and maps are large. */
const scales = { chart: 2, map: 1.6 };

/** A drawing as SVG of 1000 units width. */
export const svgOf = async (drawing: Drawing, theme: Theme): Promise<string> =>
  drawing.kind === 'map' ? drawMap(drawing.map, colours[theme]) : drawChart(drawing.chart, colours[theme]);

/** A drawing as PNG. */
export const pngOf = async (drawing: Drawing, theme: Theme): Promise<Uint8Array> =>
  rasterized(await svgOf(drawing, theme), scales[drawing.kind]);
