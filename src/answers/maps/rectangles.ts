export interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Point {
  x: number;
  y: number;
}

export interface Line {
  from: Point;
  to: Point;
}

/** Whether two rectangles share an area; touching edges do not count. */
export const overlap = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const side = (a: Point, b: Point, p: Point) => Math.sign((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x));

/** Whether two lines cross; touching ends do not count. */
export const cross = (a: Line, b: Line): boolean =>
  side(a.from, a.to, b.from) * side(a.from, a.to, b.to) < 0 &&
  side(b.from, b.to, a.from) * side(b.from, b.to, a.to) < 0;

/** From a point to the nearest point of a line. */
export function distance({ x, y }: Point, { from, to }: Line): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const square = dx * dx + dy * dy;
  const share = square ? Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / square)) : 0;
  return Math.hypot(x - from.x - share * dx, y - from.y - share * dy);
}

/** Whether a line goes through a rectangle, or ends in it. */
export function passes(line: Line, { left, top, right, bottom }: Rectangle): boolean {
  const within = ({ x, y }: Point) => x > left && x < right && y > top && y < bottom;
  const [a, b] = [
    { from: { x: left, y: top }, to: { x: right, y: bottom } },
    { from: { x: left, y: bottom }, to: { x: right, y: top } },
  ];
  return within(line.from) || within(line.to) || cross(line, a) || cross(line, b);
}
