import { widthOf } from '../fonts.ts';
import { element, text } from '../svg.ts';
import type { Colours } from '../theme.ts';
import type { Cluster } from './clusters.ts';
import type { Label } from './labels.ts';

const inCircle = 20;
const figure = (n: number) => n.toLocaleString('en-GB');
const holdsFigure = ({ weight, r }: Cluster) => weight > 1 && widthOf(figure(weight), inCircle, true) < r * 1.8;

/** Full where the place is known, pale with a broken rim where only its district is. */
export function circle(c: Cluster, colours: Colours): string {
  const look = c.exact
    ? { 'fill-opacity': '0.86', stroke: colours.paper, 'stroke-width': 2 }
    : { 'fill-opacity': '0.25', stroke: colours.mark, 'stroke-width': 2.5, 'stroke-dasharray': '6 4' };
  const ink = c.exact ? colours.onMark : colours.ink;
  const said = { size: inCircle, fill: ink, bold: true, anchor: 'middle' as const };
  return (
    element('circle', { cx: c.x, cy: c.y, r: c.r, fill: colours.mark, ...look }) +
    (holdsFigure(c) ? text(c.x, c.y + 7, figure(c.weight), said) : '')
  );
}

/** Its name, and its figure where the circle has no room for it. */
export const circleLabel = (c: Cluster, colours: Colours): Label => ({
  words: holdsFigure(c) || c.weight === 1 ? c.name : `${c.name}: ${figure(c.weight)}`,
  x: c.x,
  y: c.y,
  away: c.r,
  look: { size: 21, fill: colours.ink, bold: true, halo: colours.land },
});
