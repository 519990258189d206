import { widthOf } from '../drawing/fonts.ts';
import { element, text } from '../drawing/svg.ts';
import type { Colours } from '../drawing/theme.ts';
import type { PictureLabels } from '../messages/picture-labels.ts';
import type { MapProjection } from './projection.ts';
import type { Rectangle } from './rectangles.ts';

const longest = 220;
const steps = [1, 2, 5];

/** The largest round number of kilometres that is no longer than the bar may be. */
function round(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return power * (steps.findLast((s) => s * power <= most) ?? 1);
}

const size = 20;
const edge = 16;

function barOf({ kmPerUnit, box }: MapProjection, words: PictureLabels) {
  const km = round(longest * kmPerUnit);
  const said = words.map.kilometres(km);
  return { said, length: km / kmPerUnit, x: box.x + edge, y: box.y + box.height - edge - 2 };
}

/** The room that the bar and its words take up; none on a map of the world. */
export function scaleRoom(view: MapProjection, words: PictureLabels): Rectangle[] {
  const { said, length, x, y } = barOf(view, words);
  return view.world
    ? []
    : [{ left: x - edge, top: y - size - 8, right: x + length + 18 + widthOf(said, size), bottom: y + edge }];
}

/** How far is how far, at the middle; on a map of the world no bar would be true. */
export function scaleBar(view: MapProjection, words: PictureLabels, colours: Colours): string {
  if (view.world) return '';
  const { said, length, x, y } = barOf(view, words);
  const d = `M${x},${y - 8}V${y}H${(x + length).toFixed(1)}V${y - 8}`;
  const look = { size, fill: colours.ink, halo: colours.land, rightToLeft: words.rightToLeft };
  return (
    element('path', { d, fill: 'none', stroke: colours.land, 'stroke-width': 7, 'stroke-opacity': '0.8' }) +
    element('path', { d, fill: 'none', stroke: colours.ink, 'stroke-width': 2.5 }) +
    text(x + length + 10, y, said, look)
  );
}
