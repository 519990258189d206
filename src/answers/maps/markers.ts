import { widthOf } from '../drawing/fonts.ts';
import { element, text } from '../drawing/svg.ts';
import type { Colours } from '../drawing/theme.ts';
import type { PictureLabels } from '../messages/picture-labels.ts';
import type { Label } from './label-placement.ts';

/** Spots so close on the picture that they are one circle. */
export interface Cluster {
  x: number;
  y: number;
  /** Of its circle, in units. */
  r: number;
  weight: number;
  /** The name of the heaviest place, and how many others where it has less than most of the weight. */
  name: string;
  /** Most of its weight is known to the place. */
  exact: boolean;
}

const inCircle = 20;
export const labelSize = 21;
/** Whether a figure has room in its circle; one alone is seen without. */
export const fitsLabel = ({ weight, r }: Cluster, figure: string) =>
  weight > 1 && widthOf(figure, inCircle, true) < r * 1.8;

/** Full where the place is known, pale with a broken rim where only its district is. */
export function drawMarker({ x, y, r, exact }: Pick<Cluster, 'x' | 'y' | 'r' | 'exact'>, colours: Colours): string {
  const look = exact
    ? { 'fill-opacity': '0.86', stroke: colours.paper, 'stroke-width': 2 }
    : { 'fill-opacity': '0.25', stroke: colours.mark, 'stroke-width': 2.5, 'stroke-dasharray': '6 4' };
  return element('circle', { cx: x, cy: y, r, fill: colours.mark, ...look });
}

/** In the middle of its circle, and clear of `others` that reach into it; empty where it has no room. */
export function drawMarkerValue(c: Cluster, words: string, others: readonly Cluster[], colours: Colours): string {
  if (!fitsLabel(c, words)) return '';
  const half = widthOf(words, inCircle, true) / 2;
  const covered = others.some((o) => o !== c && Math.hypot(o.x - c.x, o.y - c.y) < o.r + half);
  const ink = c.exact ? { fill: colours.onMark, ...(covered ? { halo: colours.mark } : {}) } : { fill: colours.ink };
  return text(c.x, c.y + 7, words, { size: inCircle, bold: true, anchor: 'middle', ...ink });
}

/** Its name, and its figure where the circle has no room for it. */
export const markerLabel = (c: Cluster, figure: string, words: PictureLabels, colours: Colours): Label => ({
  words: fitsLabel(c, figure) || c.weight === 1 ? c.name : words.labelled(c.name, figure),
  x: c.x,
  y: c.y,
  away: c.r,
  look: { size: labelSize, fill: colours.ink, bold: true, halo: colours.land },
});
