import { drawable, fitted, widthOf } from '../drawing/fonts.ts';
import type { Box } from '../drawing/picture-frame.ts';
import { element, type TextLook, text } from '../drawing/svg.ts';
import { cross, distance, type Line, overlap, passes, type Rectangle } from './rectangles.ts';

/** A label to place beside a point, else further off with a leader line; or only centred on it. */
export interface Label {
  words: string;
  x: number;
  y: number;
  /** Distance from the point, in units; 0: centred on it. */
  away: number;
  /** Never further off. */
  close?: boolean;
  look: Omit<TextLook, 'anchor'>;
}

const longest = 450;
/** Distances to try, in units, with a leader line. */
const far = [46, 90, 134, 178];
/** Of a line that goes off aslant: its run and its rise. */
const slants = [
  [0.75, 0.75],
  [0.4, 0.92],
  [0.92, 0.4],
] as const;
const gap = 3;

type LabelPosition = [left: number, base: number];

/** The left edges and base lines to try, in order. */
function tries({ x, y, away, close, look: { size } }: Label, width: number): LabelPosition[] {
  const low = y + size * 0.35;
  if (away === 0) return [[x - width / 2, low]];
  const right = (d: number, dy: number): LabelPosition => [x + d + 4, low + dy];
  const left = (d: number, dy: number): LabelPosition => [x - d - 4 - width, low + dy];
  const slanted = (d: number, some: typeof slants | [(typeof slants)[0]]) =>
    some.flatMap(([run, rise]) => [right, left].flatMap((side) => [side(d * run, -d * rise), side(d * run, d * rise)]));
  const over = (d: number): LabelPosition[] => [
    [x - width / 2, y - d - 6],
    [x - width / 2, y + d + size],
  ];
  const beside = (d: number) => [right(d, 0), left(d, 0)];
  return [
    ...beside(away),
    ...over(away),
    ...slanted(away, [slants[0]]),
    ...(close ? [] : far.flatMap((d) => [...beside(away + d), ...slanted(away + d, slants), ...over(away + d)])),
  ];
}

/** The leader line from a point to a label further off. */
function leader({ x, y, away, look }: Label, [left, base]: LabelPosition, width: number): Line | undefined {
  const over = left < x && left + width > x;
  const end = over
    ? { x, y: base > y ? base - look.size * 0.9 : base + look.size * 0.3 }
    : { x: left > x ? left - 2 : left + width + 2, y: base - look.size * 0.35 };
  const length = Math.hypot(end.x - x, end.y - y);
  if (away === 0 || length < away + 20) return undefined;
  return { from: { x: x + ((end.x - x) * away) / length, y: y + ((end.y - y) * away) / length }, to: end };
}

const drawn = ({ from, to }: Line, stroke: string): string =>
  element('line', { x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke, 'stroke-width': 1.5 });

interface Circle {
  x: number;
  y: number;
  r: number;
}

/** Places labels in a box so that none overlaps another, a circle or a leader line. */
export function createLabels(box: Box, rightToLeft: boolean) {
  const taken: Rectangle[] = [];
  const circles: Circle[] = [];
  const worded: Rectangle[] = [];
  const leaders: Line[] = [];
  const inside = (r: Rectangle) =>
    r.left >= box.x + gap &&
    r.right <= box.x + box.width - gap &&
    r.top >= box.y + gap &&
    r.bottom <= box.y + box.height - gap;
  /** A line that went under another circle would seem to be that one's. */
  const free = (line: Line | undefined, { x, y }: Label) =>
    !line ||
    !(
      worded.some((r) => passes(line, r)) ||
      leaders.some((l) => cross(l, line)) ||
      circles.some((c) => (c.x !== x || c.y !== y) && distance(c, line) < c.r + gap)
    );

  return {
    circle({ x, y, r }: Circle): void {
      circles.push({ x, y, r });
      taken.push({ left: x - r, top: y - r, right: x + r, bottom: y + r });
    },
    /** Reserves room for other text. */
    reserve(room: Rectangle): void {
      taken.push(room);
      worded.push(room);
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
        if (!open || !free(line, label)) continue;
        taken.push(room);
        worded.push(room);
        if (line) leaders.push(line);
        return { words: text(left, base, words, { ...label.look, rightToLeft }), line: line ? drawn(line, fill) : '' };
      }
      return undefined;
    },
  };
}
