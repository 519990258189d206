import type { PictureWords } from '../../answers/languages/pictures/picture-words.ts';
import { element, text } from '../svg.ts';
import type { Colours } from '../theme.ts';
import type { View } from './view.ts';

const longest = 220;
const steps = [1, 2, 5];

/** The largest round number of kilometres that is no longer than the bar may be. */
function round(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return power * (steps.findLast((s) => s * power <= most) ?? 1);
}

/** How far is how far, at the middle; on a map of the world no bar would be true. */
export function scaleBar({ kmPerUnit, world, box }: View, words: PictureWords, colours: Colours): string {
  if (world) return '';
  const km = round(longest * kmPerUnit);
  const length = km / kmPerUnit;
  const [x, y] = [box.x + 16, box.y + box.height - 18];
  const d = `M${x},${y - 8}V${y}H${(x + length).toFixed(1)}V${y - 8}`;
  const look = { size: 20, fill: colours.ink, halo: colours.land, rightToLeft: words.rightToLeft };
  return (
    element('path', { d, fill: 'none', stroke: colours.land, 'stroke-width': 7, 'stroke-opacity': '0.8' }) +
    element('path', { d, fill: 'none', stroke: colours.ink, 'stroke-width': 2.5 }) +
    text(x + length + 10, y, words.map.kilometres(km), look)
  );
}
