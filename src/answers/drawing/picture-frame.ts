import { fitted, lines, widthOf } from './fonts.ts';
import { element, type TextLook, text } from './svg.ts';
import type { Colours } from './theme.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A sign and what it means; `draw` fills a square of that size at a point. */
export interface LegendItem {
  words: string;
  draw(x: number, y: number, size: number): string;
}

interface Framed {
  title: string;
  about?: string;
  legend?: LegendItem[];
  /** Whose data, whose outlines: the small print. */
  credit: string;
  /** Of what is inside, in units. */
  height: number;
  colours: Colours;
  /** Right-to-left: the frame is mirrored, but not what is inside. */
  rightToLeft: boolean;
  inside(box: Box): string;
}

/** Units; a picture is drawn at twice as many pixels. */
export const width = 1000;
const margin = 36;
/** From line to line, in sizes of letters; Arabic reaches further above and below. */
const [leading, arabicLeading] = [1.25, 1.5];
const sizes = { title: 34, about: 26, legend: 22, credit: 18 };

/** Text at a distance from the edge where reading begins. */
const begun = (from: number, y: number, words: string, look: TextLook): string =>
  look.rightToLeft ? text(width - from, y, words, { ...look, anchor: 'end' }) : text(from, y, words, look);

function header({ title, about, colours, rightToLeft }: Framed): { svg: string; bottom: number } {
  const inner = width - 2 * margin;
  const rows = [
    ...lines(title, inner, sizes.title, 2, true).map((words) => ({
      words,
      size: sizes.title,
      fill: colours.ink,
      bold: true,
    })),
    ...(about ? lines(about, inner, sizes.about, 2) : []).map((words) => ({
      words,
      size: sizes.about,
      fill: colours.soft,
    })),
  ];
  let y = 24;
  const svg = rows.map(({ words, ...look }) => {
    y += look.size * (rightToLeft ? arabicLeading : leading);
    return begun(margin, y, words, { ...look, rightToLeft });
  });
  return { svg: svg.join(''), bottom: y + 16 };
}

function footer({ legend = [], credit, colours, rightToLeft }: Framed, top: number): { svg: string; bottom: number } {
  let [x, y] = [margin, top + 16];
  const signs = legend.map(({ words, draw }) => {
    const sign = sizes.legend;
    const length = sign + 10 + widthOf(words, sizes.legend) + 28;
    if (x > margin && x + length > width - margin) [x, y] = [margin, y + sizes.legend * 1.5];
    const at = x;
    x += length;
    const look = { size: sizes.legend, fill: colours.soft, rightToLeft };
    return draw(rightToLeft ? width - at - sign : at, y, sign) + begun(at + sign + 10, y + sign - 4, words, look);
  });
  if (legend.length) y += sizes.legend * 1.5;
  const small = begun(margin, y + sizes.credit + 4, fitted(credit, width - 2 * margin, sizes.credit), {
    size: sizes.credit,
    fill: colours.soft,
    rightToLeft,
  });
  return { svg: signs.join('') + small, bottom: y + sizes.credit + 24 };
}

/** A picture with its title above and its legend and credit below, as SVG of 1000 units width. */
export function drawPictureFrame(framed: Framed): string {
  const head = header(framed);
  const box = { x: margin, y: head.bottom, width: width - 2 * margin, height: framed.height };
  const inside = framed.inside(box);
  const foot = footer(framed, box.y + box.height);
  const height = Math.ceil(foot.bottom);
  const paper = element('rect', { width, height, fill: framed.colours.paper });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${paper}${inside}${head.svg}${foot.svg}</svg>`;
}
