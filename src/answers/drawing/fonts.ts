import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import opentype from 'opentype.js';
import { joined } from './arabic-forms.ts';

/** The family of pictures; letters it lacks are found in the other one. */
export const family = 'Noto Sans';

export const arabicFamily = 'Noto Sans Arabic';

/** The family to begin with: found by itself, Arabic would not be bold. */
export const familyOf = (words: string): string => (/\p{sc=Arabic}/u.test(words) ? arabicFamily : family);

const regular = [
  import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
].map((url) => fileURLToPath(url));
const bold = [
  import.meta.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf'),
].map((url) => fileURLToPath(url));

/** The files that a renderer needs; nothing is taken from the computer it runs on. */
export const fontFiles: readonly string[] = [...regular, ...bold];

type Font = ReturnType<typeof opentype.parse>;
const opened = new Map<string, Font>();

function open(path: string): Font {
  const known = opened.get(path);
  if (known) return known;
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  const font = opentype.parse(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
  opened.set(path, font);
  return font;
}

interface Glyph {
  covered: boolean;
  /** In ems. */
  advance: number;
}
const measured = new Map<string, Glyph>();

/** A letter in the first font that has it. */
function glyphOf(letter: string, paths: readonly string[]): Glyph {
  const key = `${paths === bold ? 'b' : 'r'}${letter}`;
  const known = measured.get(key);
  if (known) return known;
  if (isolates.test(letter)) return { covered: true, advance: 0 };
  const font = paths.map(open).find((f) => f.charToGlyphIndex(letter) > 0);
  const advance = font ? (font.charToGlyph(letter).advanceWidth ?? 0) / font.unitsPerEm : 0.6;
  const glyph = { covered: font !== undefined, advance };
  measured.set(key, glyph);
  return glyph;
}

/** The width of a text, in the units of `size`, within one or two per cent. */
export function widthOf(words: string, size: number, heavy = false): number {
  let ems = 0;
  for (const letter of joined(words)) ems += glyphOf(letter, heavy ? bold : regular).advance;
  return ems * size;
}

/** Bidirectional isolates, which are not drawn. */
const isolates = /[\u2066-\u2069]/;

/**
 * Letters of a script that no font here has become one question mark a run: they would be empty boxes.
 * What turns the direction of reading around is for a whole text, not for a name in it; only words of a picture that is
 * read from the right keep what sets names apart in them.
 */
export const drawable = (words: string, rightToLeft = false): string =>
  words
    .replace(rightToLeft ? /[\u200e\u200f\u202a-\u202e\u2066\u2067]/g : /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[^\u0020-\u007e]+/gu, (run) =>
      [...run]
        .map((letter) => (glyphOf(letter, regular).covered ? letter : '\0'))
        .join('')
        .replace(/\0+/g, '?'),
    );

/** Marks a whole text as right-to-left, whatever its first letter. */
export const directed = (words: string): string => `\u2067${words}\u2069`;

/** Balances the isolates of a cut text. `open`: how many are open before it. */
function closed(words: string, open = 0): { words: string; open: number } {
  let depth = open;
  let kept = '';
  for (const letter of words) {
    if (letter === '\u2068') depth++;
    else if (letter === '\u2069' && depth-- === 0) {
      depth = 0;
      continue;
    }
    kept += letter;
  }
  return { words: `${'\u2068'.repeat(open)}${kept}${'\u2069'.repeat(depth)}`, open: depth };
}

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text, cut in the middle where it is wider than `width`: the ends of long names differ. */
export function fitted(words: string, width: number, size: number, heavy = false): string {
  if (widthOf(words, size, heavy) <= width) return words;
  const all = [...segments.segment(words)].map((s) => s.segment);
  for (let n = all.length - 1; n > 0; n--) {
    const tail = Math.floor(n / 3);
    const cut = `${all
      .slice(0, n - tail)
      .join('')
      .trimEnd()}…${all
      .slice(all.length - tail)
      .join('')
      .trimStart()}`;
    if (widthOf(cut, size, heavy) <= width) return closed(cut).words;
  }
  return '…';
}

/** Wraps a text into at most `most` lines of at most `width`; the last is cut. */
export function lines(words: string, width: number, size: number, most: number, heavy = false): string[] {
  const all: string[] = [];
  let rest = words.split(' ');
  while (rest.length && all.length < most) {
    let n = 1;
    while (n < rest.length && widthOf(rest.slice(0, n + 1).join(' '), size, heavy) <= width) n++;
    const last = all.length === most - 1;
    all.push(fitted((last ? rest : rest.slice(0, n)).join(' '), width, size, heavy));
    rest = rest.slice(n);
  }
  let open = 0;
  return all.map((line) => {
    const whole = closed(line, open);
    open = whole.open;
    return whole.words;
  });
}
