import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { drawable, fitted, fontFiles, lines, widthOf } from '../../../src/answers/drawing/fonts.ts';

const font = { fontFiles: [...fontFiles], loadSystemFonts: false };
const drawnWidth = (words: string): number => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="200"><text x="10" y="100" font-size="100" font-family="Noto Sans Arabic">${words}</text></svg>`;
  return new Resvg(svg, { font }).getBBox()?.width ?? 0;
};

test.each(['من أدنى تقدير إلى أعلاه', 'لا تُعرف إلا المحافظة', 'Deir ez-Zor', 'تنتهي البيانات في 23 يونيو 2019'])(
  '%s is measured as it is drawn',
  (words) => {
    expect(widthOf(words, 100) / drawnWidth(words)).toBeGreaterThan(0.97);
    expect(widthOf(words, 100) / drawnWidth(words)).toBeLessThan(1.04);
  },
);

const apart = (name: string) => `\u2068${name}\u2069`;
const depth = (words: string) =>
  [...words].reduce((n, letter) => n + (letter === '\u2068' ? 1 : letter === '\u2069' ? -1 : 0), 0);

test('what sets names apart takes no room, and is kept in pictures read from the right alone', () => {
  expect(widthOf(apart('Mosul'), 20)).toBe(widthOf('Mosul', 20));
  expect(drawable(apart('Mosul'))).toBe('Mosul');
  expect(drawable(`\u202e${apart('Mosul')}\u2067`, true)).toBe(apart('Mosul'));
});

test('what a cut takes of a pair is closed again', () => {
  const long = `${apart('Popular Mobilisation Forces of the Third Brigade')} و7 غيرها`;
  for (let width = 60; width < 500; width += 20) {
    const cut = fitted(long, width, 20);
    expect(depth(cut)).toBe(0);
    expect(widthOf(cut, 20)).toBeLessThanOrEqual(width);
  }
  for (const line of lines(`الهجمات قرب ${apart('Deir ez-Zor and Al Mayadin')} في عام 2016`, 160, 20, 5)) {
    expect(depth(line)).toBe(0);
    expect(line.replace(/\u2068[^\u2068\u2069]*\u2069/g, '')).not.toMatch(/\p{sc=Latin}/u);
  }
});
