import { beforeAll, expect, test } from 'vitest';
import type { Answer } from '../../src/answers/document/answer.ts';
import { attachImages, drawingOf } from '../../src/answers/drawing/attach-images.ts';
import { svgOf } from '../../src/answers/drawing/draw.ts';
import type { Bot } from '../../src/app/ports.ts';
import { recordedPictures } from '../support/recorded-pictures.ts';
import { botOver, question, shippedStore } from '../support/world.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await botOver(await shippedStore());
});

const questions = [
  'a map of incidents',
  'a map of attacks near Samawah',
  'a map of airstrikes in Syria',
  'incidents by month',
  'which countries had the most deaths?',
  'compare deaths in Iraq and Syria',
  'a timeline of incidents',
];
const asked = (text: string, locale: string): Promise<Answer> =>
  bot.ask(question(text, { asker: { ...question('').asker, locale } }));

/** Each picture of an answer as SVG, with its description. */
async function picturesOf(answer: Answer): Promise<{ svg: string; words: string }[]> {
  const parts = attachImages(answer, recordedPictures().pictures, 'light').parts;
  return Promise.all(
    parts.flatMap((part) => {
      const drawing = drawingOf(part);
      if (!drawing || !('picture' in part)) return [];
      const words = part.picture?.words ?? '';
      return [svgOf(drawing, 'light').then((svg) => ({ svg, words }))];
    }),
  );
}
const wordsIn = (svg: string) =>
  [...svg.matchAll(/<text([^>]*)>([^<]*)</g)].map(([, look = '', words = '']) => ({ look, words }));
const inNoIsolate = (text: string) => text.replace(/\u2068[^\u2068\u2069]*\u2069/g, '');

test.each(questions)('%s: the picture and its description are Arabic for who reads Arabic', async (text) => {
  const answer = await asked(text, 'ar');
  for (const { svg, words } of await picturesOf(answer)) {
    expect(inNoIsolate(words)).toMatch(/\p{sc=Arabic}/u);
    expect(inNoIsolate(words)).not.toMatch(/\p{sc=Latin}/u);
    for (const { words } of wordsIn(svg).filter((w) => /\p{sc=Arabic}/u.test(w.words))) {
      expect(words).toMatch(/^\u2067.*\u2069$/u);
      expect(inNoIsolate(words.slice(1, -1))).not.toMatch(/\p{sc=Latin}/u);
    }
  }
  const parts = answer.parts.filter((p) => p.kind === 'text' || p.kind === 'table');
  expect(inNoIsolate(JSON.stringify(parts.map((p) => (p.kind === 'text' ? p.text : p.table.columns))))).not.toMatch(
    /(?:Killed|Place|Incidents|known)/,
  );
});

test.each(questions)('%s: and French for who reads French', async (text) => {
  const answer = await asked(text, 'fr-FR');
  const english =
    /\b(?:Map|Bar chart|Attacks|People killed|known|places?|The data|Outlines|Timeline|Killed|What happened)\b/;
  for (const { svg, words } of await picturesOf(answer)) {
    expect(words).not.toMatch(english);
    expect(
      wordsIn(svg)
        .map((w) => w.words)
        .filter((w) => english.test(w)),
    ).toEqual([]);
    expect(svg).not.toMatch(/[\u2066-\u2069]/);
  }
  const own = answer.parts.flatMap((p) => (p.kind === 'text' ? [p.text] : p.kind === 'table' ? [p.table.title] : []));
  expect(own.filter((w) => english.test(w))).toEqual([]);
});

test('an Arabic picture begins at the right: its title, its legend, the names of its bars', async () => {
  const [map] = await picturesOf(await asked('a map of incidents', 'ar'));
  const [title] = wordsIn(map?.svg ?? '').filter((w) => w.look.includes('font-size="34"'));
  expect(title?.look).toMatch(/^ x="964".*text-anchor="end"/);
  const [legend] = wordsIn(map?.svg ?? '').filter((w) => w.look.includes('font-size="22"'));
  expect(legend?.look).toMatch(/^ x="932".*text-anchor="end"/);
  const [bars] = await picturesOf(await asked('which countries had the most incidents?', 'ar'));
  const [latin] = await picturesOf(await asked('which countries had the most incidents?', 'en'));
  expect(bars?.svg).toContain('text-anchor="start"');
  expect(bars?.svg.match(/text-anchor="end"[^>]*>\u2067/g)?.length).toBeGreaterThan(1);
  expect(latin?.svg).not.toMatch(/[\u2066-\u2069]/);
});

test('the same map and the same chart in three languages have the same figures', async () => {
  const figures = async (text: string, locale: string) =>
    (await picturesOf(await asked(text, locale))).map(({ words }) => words.match(/\d+/g)?.toSorted());
  for (const text of ['which countries had the most deaths?', 'a map of airstrikes in Syria']) {
    expect(await figures(text, 'fr-FR')).toEqual(await figures(text, 'en'));
    expect(await figures(text, 'ar')).toEqual(await figures(text, 'en'));
  }
});
