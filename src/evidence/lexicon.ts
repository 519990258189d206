import { readFileSync } from 'node:fs';

const file = new URL('../../data/lexicon/evidence.txt', import.meta.url);

/** Without accents and in lower case. */
const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A word without its ending: "bombings", "bombed" and "bomb" are one. */
export function stem(word: string): string {
  const s = fold(word).replace(/[’']s?$/u, '');
  if (s.length < 3 || /\d/.test(s)) return s;
  const base = s
    .replace(/ies$/, 'y')
    .replace(/(?<=[^su])s$/, '')
    .replace(/(?<=..[a-z]?)(?:ing|ed)$/, (ending, at: number) => (at < 2 + (ending === 'ing' ? 1 : 0) ? ending : ''));
  return base
    .replace(/([^aeiouls])\1$/, '$1')
    .replace(/(?<=..)e$/, '')
    .replace(/(?<=..)y$/, 'i');
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

/** The stems of all lines. */
export const allStems: ReadonlySet<string> = new Set(namesOf.keys());

/** Whether a stem is in the line of a name. */
export const isIn = (name: string, one: string): boolean => byName.get(name)?.has(one) ?? false;

/** The names that begin with a prefix ("group.") whose lines have the stem. */
export const namesWith = (prefix: string, one: string): string[] =>
  (namesOf.get(one) ?? []).filter((name) => name.startsWith(prefix));

/** Whether two stems are kin: in one line that is a kin of words and nothing else. */
export const areKin = (a: string, b: string): boolean =>
  a === b || areDerived(a, b) || (namesOf.get(a) ?? []).some((name) => isKinLine(name) && isIn(name, b));

/** "Iraq" and "Iraqi", "prosecutor" and "prosecution": the same to the last letters. */
function areDerived(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 4 || /\d/.test(a)) return false;
  const same = [...short].findIndex((letter, i) => letter !== long[i]);
  const prefix = same === -1 ? short.length : same;
  return (
    prefix >= 7 ||
    (prefix === short.length && long.length - prefix <= 2 && /^(?:i|n|an|ian|er|or)$/.test(long.slice(prefix)))
  );
}

const isKinLine = (name: string) =>
  !name.includes('.') &&
  !['light', 'negative', 'disputed', 'untrue', 'wished', 'besides', 'follow', 'count'].includes(name);

/** Words in order, as written. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .replace(/\bU\.S\.(?:A\.)?|\bUS\b|\bUnited States\b/g, 'USA')
    .match(/[\p{L}\p{N}\p{M}]+(?:[’'][\p{L}]+)?/gu) ?? [];

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
