import { expect, test } from 'vitest';
import { fitted, widthOf } from '../../../src/answers/drawing/fonts.ts';
import { colours } from '../../../src/answers/drawing/theme.ts';
import { createLabels } from '../../../src/answers/maps/label-placement.ts';
import { distance, type Line, overlap, passes, type Rectangle } from '../../../src/answers/maps/rectangles.ts';

const box = { x: 0, y: 0, width: 1000, height: 580 };
const look = { size: 21, fill: colours.light.ink, bold: true };
const numberIn = (markup: string, name: string) => Number(markup.match(new RegExp(`${name}="(-?[\\d.]+)"`))?.[1]);

/** The same numbers in every run: a linear congruence. */
function numbers(seed: number) {
  let x = seed;
  return () => {
    x = (x * 1103515245 + 12345) % 2147483648;
    return x / 2147483648;
  };
}

function roomOf(markup: string): Rectangle {
  const [left, base] = [numberIn(markup, 'x'), numberIn(markup, 'y')];
  const words = markup.replace(/<[^>]*>/g, '');
  return { left, top: base - 16, right: left + widthOf(words, look.size, true), bottom: base + 4 };
}

function lineOf(markup: string): Line | undefined {
  const at = (n: 1 | 2) => ({ x: numberIn(markup, `x${n}`), y: numberIn(markup, `y${n}`) });
  return markup ? { from: at(1), to: at(2) } : undefined;
}

/** A crowd of circles, and the labels that found room. */
function crowd(seed: number) {
  const some = numbers(seed);
  const circles = Array.from({ length: 24 }, (_, i) => ({
    x: Math.round(300 + some() * 400),
    y: Math.round(150 + some() * 280),
    r: Math.round(10 + some() * 30),
    name: `Town ${i} and ${i} more`,
  }));
  const labels = createLabels(box, false);
  const scale = { left: 0, top: 540, right: 300, bottom: 580 };
  labels.reserve(scale);
  for (const c of circles) labels.circle(c);
  const placed = circles.flatMap((c) => {
    const label = labels.place({ words: c.name, x: c.x, y: c.y, away: c.r, look });
    return label ? [{ circle: c, room: roomOf(label.words), line: lineOf(label.line) }] : [];
  });
  return { circles, placed, scale };
}

const crowds = Array.from({ length: 40 }, (_, i) => crowd(i + 1));

test('in a crowd many places still have their names, some by a line', () => {
  const placed = crowds.flatMap((c) => c.placed);
  expect(placed.length).toBeGreaterThan(40 * 8);
  expect(placed.filter((p) => p.line).length).toBeGreaterThan(40);
});

test('no label lies on another, on a circle or on the scale', () => {
  for (const { circles, placed, scale } of crowds)
    for (const { room } of placed) {
      expect(overlap(room, scale)).toBe(false);
      expect(placed.filter((o) => o.room !== room && overlap(o.room, room))).toEqual([]);
      const middles = circles.map(({ x, y }) => ({ left: x - 1, right: x + 1, top: y - 1, bottom: y + 1 }));
      expect(middles.filter((m) => overlap(m, room))).toEqual([]);
    }
});

test('no line to a label goes through another label, through the scale or under another circle', () => {
  for (const { circles, placed, scale } of crowds)
    for (const { circle, room, line } of placed) {
      if (!line) continue;
      expect(passes(line, scale)).toBe(false);
      expect(placed.filter((o) => o.room !== room && passes(line, o.room))).toEqual([]);
      expect(circles.filter((c) => c !== circle && distance(c, line) < c.r)).toEqual([]);
    }
});

test('of a long name with others and a figure only the name is cut', () => {
  const name = fitted('Kazi Nazrul Islam sub-district', 210, look.size, true);
  const placed = createLabels(box, false).place({
    words: `${name} and 169 more: 25,467`,
    x: 500,
    y: 300,
    away: 20,
    look,
  });
  expect(placed?.words.match(/…/g)).toHaveLength(1);
  expect(placed?.words).toMatch(/ and 169 more: 25,467/);
});
