import type { PictureWords } from '../../answers/languages/pictures/picture-words.ts';
import { widthOf } from '../fonts.ts';
import { element, text } from '../svg.ts';
import type { Colours } from '../theme.ts';
import type { Cluster } from './clusters.ts';
import type { Label } from './labels.ts';

const inCircle = 20;
/** Whether a figure has room in its circle; one alone is seen without. */
const holds = ({ weight, r }: Cluster, figure: string) => weight > 1 && widthOf(figure, inCircle, true) < r * 1.8;

/** Full where the place is known, pale with a broken rim where only its district is. */
export function circle(c: Cluster, figure: string, colours: Colours): string {
  const look = c.exact
    ? { 'fill-opacity': '0.86', stroke: colours.paper, 'stroke-width': 2 }
    : { 'fill-opacity': '0.25', stroke: colours.mark, 'stroke-width': 2.5, 'stroke-dasharray': '6 4' };
  const ink = c.exact ? colours.onMark : colours.ink;
  const said = { size: inCircle, fill: ink, bold: true, anchor: 'middle' as const };
  return (
    element('circle', { cx: c.x, cy: c.y, r: c.r, fill: colours.mark, ...look }) +
    (holds(c, figure) ? text(c.x, c.y + 7, figure, said) : '')
  );
}

/** Its name, and its figure where the circle has no room for it. */
export const circleLabel = (c: Cluster, figure: string, words: PictureWords, colours: Colours): Label => ({
  words: holds(c, figure) || c.weight === 1 ? c.name : words.labelled(c.name, figure),
  x: c.x,
  y: c.y,
  away: c.r,
  look: { size: 21, fill: colours.ink, bold: true, halo: colours.land },
});
