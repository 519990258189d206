import { Resvg } from '@resvg/resvg-js';

/** A PNG read back. */
export interface Pixels {
  width: number;
  height: number;
  /** How many different colours stand in a part of it; from and to as shares of its width and height. */
  colours(left: number, top: number, right: number, bottom: number): number;
}

/** Decodes a PNG to its pixels; throws where it is none. */
export function decoded(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png);
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error('not a PNG');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const image = `<image width="${width}" height="${height}" href="data:image/png;base64,${bytes.toString('base64')}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`;
  const rgba = new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels;
  return {
    width,
    height,
    colours(left, top, right, bottom) {
      const seen = new Set<number>();
      for (let y = Math.floor(top * height); y < bottom * height; y += 2)
        for (let x = Math.floor(left * width); x < right * width; x += 2)
          seen.add(rgba.readUInt32BE(4 * (y * width + x)));
      return seen.size;
    },
  };
}
