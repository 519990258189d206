import { readFileSync } from 'node:fs';
import { eventTypes } from '../incidents/event-types.ts';
import { plain } from '../reading/text.ts';

/** One sense of a form: its category and what it means there. */
export interface Sense {
  cat: string;
  value: string;
}
interface Node {
  next: Map<string, Node>;
  senses: Sense[];
}
export interface Lexicon {
  root: Node;
  /** Words of times. */
  timeWords: readonly string[];
  /** Every single word of a form. */
  words: ReadonlySet<string>;
  /** Words within one edit (Damerau; two from nine letters), nearest first. */
  similar(word: string): { word: string; distance: number }[];
}

const file = (language: string) => new URL(`../../data/lexicon/${language}.txt`, import.meta.url);

/** "clash/es/ed" is clash, clashes, clashed. Spaces and hyphens separate words. */
function formsOf(form: string): string[] {
  return form.split(' ').reduce<string[]>(
    (all, word) => {
      const [stem = '', ...endings] = word.split('/');
      const made = /^[wb]$/.test(stem)
        ? [word]
        : [stem, ...endings.map((e) => (e.startsWith('-') ? stem.slice(0, -1) + e.slice(1) : stem + e))];
      return all.flatMap((before) => made.map((w) => (before ? `${before} ${w}` : w)));
    },
    [''],
  );
}

/** The lines "category sense: form, form" of a lexicon; "#" begins a comment. Throws for a line of another shape, with its number. */
function parseLexicon(text: string): (Sense & { form: string })[] {
  return text.split('\n').flatMap((line, i) => {
    const said = line.replace(/#.*/, '').trim();
    if (!said) return [];
    const [, cat, value, forms] = said.match(/^(\S+)(?: ([^:]*?))? ?: (.+)$/) ?? [];
    if (!cat || !forms) throw new Error(`lexicon, line ${i + 1}: expected "category sense: form, form", got "${line}"`);
    return forms.split(',').flatMap((form) => formsOf(form.trim()).map((f) => ({ cat, value: value ?? '', form: f })));
  });
}

const kindForms = eventTypes.flatMap(({ id, one, many, words }) =>
  [one, many, ...words].map((form) => ({ cat: 'kind', value: id, form })),
);

const timely = new Set(['timeword', 'between', 'and', 'to', 'unit']);

function compile(entries: readonly (Sense & { form: string })[]): Lexicon {
  const root: Node = { next: new Map(), senses: [] };
  const words = new Set<string>();
  const add = (parts: string[], sense: Sense) => {
    let node = root;
    for (const part of parts) {
      words.add(part);
      const next = node.next.get(part) ?? { next: new Map(), senses: [] };
      node.next.set(part, next);
      node = next;
    }
    if (!node.senses.some((s) => s.cat === sense.cat && s.value === sense.value)) node.senses.push(sense);
  };
  for (const { cat, value, form } of entries) {
    const parts = plain(form).split(/[ -]+/).filter(Boolean);
    add(parts, { cat, value });
    if (parts.length === 2 && cat === 'kind') add([parts.join('')], { cat, value });
  }
  const timeWords = entries.filter(({ cat }) => timely.has(cat)).map(({ form }) => plain(form));
  return { root, words, timeWords, similar: similarWords([...words]) };
}

/** Deletions of one letter. */
const shorter = (word: string): string[] => [...word].map((_, i) => word.slice(0, i) + word.slice(i + 1));

function similarWords(words: readonly string[]): Lexicon['similar'] {
  const index = new Map<string, string[]>();
  const put = (key: string, word: string) => {
    const held = index.get(key);
    if (!held) index.set(key, [word]);
    else if (!held.includes(word)) held.push(word);
  };
  for (const word of words) {
    if (word.length < 3 || !/^\p{L}+$/u.test(word)) continue;
    for (const key of [word, ...shorter(word)]) put(key, word);
    if (word.length >= 9) for (const key of shorter(word).flatMap(shorter)) put(key, word);
  }
  const longest = Math.max(...words.map(({ length }) => length));
  return (word) => {
    if (word.length > longest + 2) return [];
    const keys =
      word.length >= 9 ? [word, ...shorter(word), ...shorter(word).flatMap(shorter)] : [word, ...shorter(word)];
    const found = new Set(keys.flatMap((key) => index.get(key) ?? []));
    const limit = word.length >= 9 ? 2 : 1;
    return [...found]
      .map((w) => ({ word: w, distance: edits(word, w) }))
      .filter(({ distance }) => distance <= limit)
      .sort((a, b) => a.distance - b.distance);
  };
}

/** Edits between two words (optimal string alignment). */
function edits(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] as number) + 1);
      row.push(best);
    }
    [before, last] = [last, row];
  }
  return last[b.length] as number;
}

const loaded = new Map<string, Lexicon>();

/** The lexicon of a language with the event types' own words, compiled at first use. */
export function lexiconOf(language: 'en'): Lexicon {
  const held = loaded.get(language) ?? compile([...parseLexicon(readFileSync(file(language), 'utf8')), ...kindForms]);
  loaded.set(language, held);
  return held;
}
