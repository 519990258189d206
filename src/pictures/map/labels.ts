import { drawable, fitted, widthOf } from '../fonts.ts';
import type { Box } from '../frame.ts';
import { element, type TextLook, text } from '../svg.ts';
import { cross, type Line, overlap, passes, type Rectangle } from './rectangles.ts';

/** Words that want to stand at a place: beside it, else further off with a line to it; or only in the middle of it. */
export interface Label {
  words: string;
  x: number;
  y: number;
  /** Room to keep from the place, in units; 0: in its middle. */
  away: number;
  /** Never further off. */
  close?: boolean;
  look: Omit<TextLook, 'anchor'>;
}

const longest = 340;
/** How far a label may stand off, with a line to its place. */
const far = [46, 90];
const gap = 3;

type Spot = [left: number, base: number];

/** The left edges and base lines to try, in order. */
function tries({ x, y, away, close, look: { size } }: Label, width: number): Spot[] {
  const low = y + size * 0.35;
  if (away === 0) return [[x - width / 2, low]];
  const right = (d: number, dy: number): Spot => [x + d + 4, low + dy];
  const left = (d: number, dy: number): Spot => [x - d - 4 - width, low + dy];
  const slanted = (d: number) => [right, left].flatMap((side) => [side(d * 0.75, -d * 0.75), side(d * 0.75, d * 0.75)]);
  const beside = (d: number) => [right(d, 0), left(d, 0)];
  return [
    ...beside(away),
    [x - width / 2, y - away - 6],
    [x - width / 2, y + away + size],
    ...slanted(away),
    ...(close ? [] : far.flatMap((d) => [...beside(away + d), ...slanted(away + d)])),
  ];
}

/** The line from the place to a label that stands off. */
function leader({ x, y, away, look }: Label, [left, base]: Spot, width: number): Line | undefined {
  const end = { x: left > x ? left - 2 : left + width + 2, y: base - look.size * 0.35 };
  const length = Math.hypot(end.x - x, end.y - y);
  if (away === 0 || length < away + 20 || (left < x && left + width > x)) return undefined;
  return { from: { x: x + ((end.x - x) * away) / length, y: y + ((end.y - y) * away) / length }, to: end };
}

const drawn = ({ from, to }: Line, stroke: string): string =>
  element('line', { x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke, 'stroke-width': 1.5 });

/** Keeps what is drawn already, and says where words still fit. */
export function createLabels(box: Box, rightToLeft: boolean) {
  const taken: Rectangle[] = [];
  const worded: Rectangle[] = [];
  const leaders: Line[] = [];
  const inside = (r: Rectangle) =>
    r.left >= box.x + gap &&
    r.right <= box.x + box.width - gap &&
    r.top >= box.y + gap &&
    r.bottom <= box.y + box.height - gap;
  const free = (line: Line | undefined) =>
    !line || !(worded.some((r) => passes(line, r)) || leaders.some((l) => cross(l, line)));

  return {
    keep(x: number, y: number, r: number): void {
      taken.push({ left: x - r, top: y - r, right: x + r, bottom: y + r });
    },
    /** The label where it fits, and the line to it, which may lie under other things; undefined where it does not fit. */
    place(label: Label): { words: string; line: string } | undefined {
      const { size, bold, fill } = label.look;
      const words = fitted(drawable(label.words, rightToLeft), longest, size, bold);
      const width = widthOf(words, size, bold);
      for (const [left, base] of tries(label, width)) {
        const room = { left: left - gap, top: base - size * 0.9, right: left + width + gap, bottom: base + size * 0.3 };
        const line = leader(label, [left, base], width);
        const open = inside(room) && !taken.some((r) => overlap(r, room)) && !leaders.some((l) => passes(l, room));
        if (!open || !free(line)) continue;
        taken.push(room);
        worded.push(room);
        if (line) leaders.push(line);
        return { words: text(left, base, words, { ...label.look, rightToLeft }), line: line ? drawn(line, fill) : '' };
      }
      return undefined;
    },
  };
}
