import { Resvg } from '@resvg/resvg-js';
import { family, fontFiles } from './fonts.ts';

/** SVG as PNG, with our fonts alone, at so many pixels a unit. */
export function rasterize(svg: string, pixelsPerUnit: number): Uint8Array {
  const font = { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: family };
  return new Resvg(svg, { font, fitTo: { mode: 'zoom', value: pixelsPerUnit } }).render().asPng();
}
