import { afterAll, expect, test } from 'vitest';
import { pngOf, svgOf } from '../../../src/answers/drawing/draw.ts';
import { createPictureRenderer, PictureError } from '../../../src/answers/drawing/renderer.ts';
import { cases } from './cases.ts';
import { decoded } from './pixels.ts';

const pictures = createPictureRenderer({ patience: 60_000 });
afterAll(() => pictures.close());

const drawing = (name: string) => {
  const found = cases.find(([n]) => n === name)?.[1];
  if (!found) throw new Error(`no case “${name}”`);
  return found;
};

test.each(cases)('%s: drawn without a word that is no number', async (_name, one) => {
  const svg = await svgOf(one, 'light');
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  expect(svg).toContain('Made up for tests');
});

test.each(['two sides', 'sixty bars', 'low to high by year', 'Arabic names', 'the date line', 'one point'])(
  '%s: a PNG of the size said, not blank, on another ground by night',
  async (name) => {
    const [light, dark] = [await pngOf(drawing(name), 'light'), await pngOf(drawing(name), 'dark')];
    expect(Buffer.from(light).equals(Buffer.from(dark))).toBe(false);
    for (const png of [light, dark]) {
      const seen = decoded(png);
      expect(seen.width).toBe(drawing(name).kind === 'chart' ? 2000 : 1600);
      expect(seen.height).toBeGreaterThan(400);
      expect(seen.colours(0, 0, 1, 0.25)).toBeGreaterThan(5);
      expect(seen.colours(0, 0.25, 1, 0.8)).toBeGreaterThan(3);
      expect(seen.colours(0, 0.85, 1, 1)).toBeGreaterThan(5);
    }
  },
);

test.each([undefined, 'fr', 'ar'] as const)(
  'long names and long figures stay inside the picture: %s',
  async (language) => {
    const points = ['Clashes between groups that are no state', 'B'].map((label) => ({
      label,
      value: 99_178,
      low: 96_944,
      high: 122_939,
    }));
    const chart = { language, title: 'A', unit: 'killed', points, credit: 'Made up for tests (CC0)' };
    const seen = decoded(await pngOf({ kind: 'chart', chart }, 'light'));
    expect(seen.colours(0, 0.2, 0.025, 0.9)).toBe(1);
    expect(seen.colours(0.975, 0.2, 1, 0.9)).toBe(1);
  },
);

test('figures are seen where very many places lie evenly', async () => {
  const svg = await svgOf(drawing('five thousand points'), 'light');
  const circles = svg.match(/<circle/g)?.length ?? 0;
  const figures = svg.match(/text-anchor="middle"[^>]*>[\d,]+</g)?.length ?? 0;
  expect(figures / circles).toBeGreaterThan(0.5);
});

test('Arabic is drawn with letters, not with boxes', async () => {
  const svg = await svgOf(drawing('Arabic names'), 'light');
  expect(svg).toContain('Noto Sans Arabic');
  expect(svg).toContain('محافظة نينوى');
});

test('names with markup are words', async () => {
  const svg = await svgOf(drawing('markup in names'), 'light');
  expect(svg).not.toMatch(/<script|<b>/);
});

test('another thread draws the same', async () => {
  const there = await pictures.draw(drawing('two sides'), 'light');
  expect(Buffer.from(there).equals(Buffer.from(await pngOf(drawing('two sides'), 'light')))).toBe(true);
});

test('more than may wait are refused, and the others drawn', async () => {
  const few = createPictureRenderer({ waiting: 1, patience: 60_000 });
  const all = await Promise.allSettled(Array.from({ length: 6 }, () => few.draw(drawing('two sides'), 'light')));
  await few.close();
  const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThan(6);
  for (const why of refused) expect(why).toBeInstanceOf(PictureError);
});

test('what takes longer than patience lasts is given up', async () => {
  const hasty = createPictureRenderer({ patience: 1 });
  await expect(hasty.draw(drawing('five thousand points'), 'light')).rejects.toThrow(PictureError);
  await hasty.close();
});
