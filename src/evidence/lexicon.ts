import { readFileSync } from 'node:fs';

const file = new URL('../../data/lexicon/evidence.txt', import.meta.url);

/** Without accents and in lower case. */
const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A word without its ending: "bombings", "bombed" and "bomb" are one. */
export function stem(word: string): string {
  let s = fold(word).replace(/[’']s?$/u, '');
  if (s.length > 4)
    s = s
      .replace(/ies$/, 'y')
      .replace(/(?<=[^s])s$/, '')
      .replace(/(?<=.{3})(?:ing|ed)$/, '');
  return s.length > 4 ? s.replace(/([^aeiouls])\1$/, '$1').replace(/e$/, '') : s;
}

const lines = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.includes(':') && !line.startsWith('#'))
  .map((line) => {
    const [name = '', words = ''] = line.split(/:(.*)/s);
    return { name: name.trim(), stems: new Set(words.trim().split(/\s+/).map(stem)) };
  });

const byName = new Map(lines.map(({ name, stems }) => [name, stems]));
const namesOf = new Map<string, string[]>();
for (const { name, stems } of lines) for (const s of stems) namesOf.set(s, [...(namesOf.get(s) ?? []), name]);

/** Whether a stem is in the line of a name. */
export const isIn = (name: string, one: string): boolean => byName.get(name)?.has(one) ?? false;

/** The names that begin with a prefix ("group.") whose lines have the stem. */
export const namesWith = (prefix: string, one: string): string[] =>
  (namesOf.get(one) ?? []).filter((name) => name.startsWith(prefix));

/** Whether two stems are kin: in one line that is a kin of words and nothing else. */
export const areKin = (a: string, b: string): boolean =>
  a === b || (namesOf.get(a) ?? []).some((name) => isKinLine(name) && isIn(name, b));

const isKinLine = (name: string) =>
  !name.includes('.') && !['light', 'negative', 'disputed', 'wished', 'besides', 'follow', 'count'].includes(name);

/** Words in order, as written. */
export const wordsOf = (text: string): string[] =>
  text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+(?:[’'][\p{L}]+)?/gu) ?? [];

/** The stems of the words that mean something by themselves, each once. */
export const termsOf = (text: string): string[] => [
  ...new Set(
    wordsOf(text.replace(/(?<=\d)[,.](?=\d)/g, ''))
      .map(stem)
      .filter((s) => (s.length > 1 && !isIn('light', s)) || /^\d+$/.test(s)),
  ),
];

/** How much of the wanted stems a text has: 1 for the word itself, 0.75 for its kin. */
export function matchOf(wanted: string, terms: readonly string[]): number {
  if (terms.includes(wanted)) return 1;
  return terms.some((t) => areKin(wanted, t)) ? 0.75 : 0;
}
