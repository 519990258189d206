import { directed, drawable, familyOf } from './fonts.ts';

/** Words and attribute values as SVG takes them. */
const escaped = (words: string): string =>
  words.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`).replace(/[\p{Cc}\p{Cs}]/gu, ' ');

export interface TextLook {
  size: number;
  fill: string;
  bold?: boolean;
  anchor?: 'start' | 'middle' | 'end';
  /** An outline of this colour, for contrast with what is below the text. */
  halo?: string;
  /** Read from the right to the left. */
  rightToLeft?: boolean;
}

const n = (x: number): string => String(Math.round(x * 10) / 10);

/** Words at a point, on their base line. */
export function text(
  x: number,
  y: number,
  words: string,
  { size, fill, bold, anchor = 'start', halo, rightToLeft = false }: TextLook,
): string {
  const look = `font-family="${familyOf(words)}" font-size="${size}"${bold ? ' font-weight="700"' : ''} text-anchor="${anchor}"`;
  const rim = halo
    ? ` stroke="${halo}" stroke-width="${n(size / 5)}" stroke-linejoin="round" paint-order="stroke"`
    : '';
  const said = drawable(words, rightToLeft);
  return `<text x="${n(x)}" y="${n(y)}" ${look} fill="${fill}"${rim}>${escaped(rightToLeft ? directed(said) : said)}</text>`;
}

type Values = Record<string, string | number | undefined>;

/** An element without content. */
export const element = (name: string, values: Values): string =>
  `<${name} ${Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}="${typeof value === 'number' ? n(value) : escaped(String(value))}"`)
    .join(' ')}/>`;
