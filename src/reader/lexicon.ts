import { readFileSync } from 'node:fs';
import { countryRows } from '../entities/gazetteer/countries.ts';
import { eventTypes } from '../incidents/event-types.ts';
import { eventWords } from '../incidents/event-words.ts';
import type { Language } from '../kernel/language.ts';
import { barePartsOf, orthographies, partsOf } from './orthography.ts';
import { type TimeTable, timeTableOf } from './time-words.ts';

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
  language: Language;
  root: Node;
  /** Words of times. */
  timeWords: ReadonlySet<string>;
  /** What words of times are in English, which alone the reader of times knows. */
  times: TimeTable;
  /** Every single word of a form. */
  words: ReadonlySet<string>;
  /** Words within one edit (Damerau; two from nine letters), nearest first. */
  similar(word: string): { word: string; distance: number }[];
}

const file = (name: string) => new URL(`../../data/lexicon/${name}.txt`, import.meta.url);

const endingsOf = (word: string): string[] => {
  const [stem = '', ...endings] = word.split('/');
  if (/^[wb]$/.test(stem)) return [word];
  return [stem, ...endings.map((e) => (e.startsWith('-') ? stem.slice(0, -1) + e.slice(1) : stem + e))];
};

/** "clash/es/ed" is clash, clashes, clashed; "le|la pire/s" any of them. Spaces and hyphens separate words. */
function formsOf(form: string): string[] {
  return form.split(' ').reduce<string[]>(
    (all, word) => {
      const made = word.split('|').flatMap(endingsOf);
      return all.flatMap((before) => made.map((w) => (before ? `${before} ${w}` : w)));
    },
    [''],
  );
}

/** The lines "category sense: form, form" of a lexicon; "#" begins a comment. Throws for a line of another shape, with its number. */
function parseLexicon(text: string): Entry[] {
  return text.split('\n').flatMap((line, i) => {
    const said = line.replace(/#.*/, '').trim();
    if (!said) return [];
    const [, cat, value, forms] = said.match(/^(\S+)(?: ([^:]*?))? ?: (.+)$/) ?? [];
    if (!cat || !forms) throw new Error(`lexicon, line ${i + 1}: expected "category sense: form, form", got "${line}"`);
    return forms.split(',').flatMap((form) => formsOf(form.trim()).map((f) => ({ cat, value: value ?? '', form: f })));
  });
}

type Entry = Sense & { form: string };

const kindForms = (language: Language): Entry[] =>
  (language === 'en'
    ? eventTypes.map(({ id, one, many, words }) => ({ id, forms: [one, many, ...words] }))
    : [...eventWords[language]].map(([id, { one, many, words }]) => ({ id, forms: [one, many, ...words] }))
  ).flatMap(({ id, forms }) => forms.map((form) => ({ cat: 'kind', value: id, form })));

/** What countries are called in a language, which may be misspelt as any word. */
function countryForms(language: Language): Entry[] {
  if (language === 'en') return [];
  const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  return countryRows.flatMap(({ country, name }) => {
    const form = display.of(country);
    return form && !/[()]/.test(form) ? [{ cat: 'name', value: name, form }] : [];
  });
}

/** Categories of which a phrase may leave its articles out. */
const articled = new Set(['aspect', 'attribution', 'changes', 'harm', 'kind', 'decline-cue', 'measure']);

const ofTimes = new Set(['timeword', 'between', 'and', 'to', 'unit']);

function compile(entries: readonly Entry[], language: Language): Lexicon {
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
    const parts = partsOf(form, language);
    add(parts, { cat, value });
    if (articled.has(cat)) add(barePartsOf(parts, language), { cat, value });
    if (parts.length === 2 && cat === 'kind') add([parts.join('')], { cat, value });
  }
  const times = timeTableOf(language === 'en' ? [] : parsed(`${language}.times`), language);
  for (const word of times.words) add([word], { cat: 'timeword', value: '' });
  const timely = entries.filter(({ cat }) => ofTimes.has(cat)).flatMap(({ form }) => partsOf(form, language).join(' '));
  const timeWords = new Set([...timely, ...times.words]);
  return {
    language,
    root,
    words,
    timeWords,
    times,
    similar: similarWords([...words], orthographies[language].article),
  };
}

/** How much nearer words are that only have their letters in another order. */
const swapped = 0.15;
const sameLetters = (a: string, b: string): boolean =>
  a !== b && a.length === b.length && [...a].sort().join('') === [...b].sort().join('');

/** Deletions of one letter. */
const shorter = (word: string): string[] => [...word].map((_, i) => word.slice(0, i) + word.slice(i + 1));

/** `article`: what may stand before any word, misspelt with it. */
function similarWords(words: readonly string[], article = ''): Lexicon['similar'] {
  const index = new Map<string, Set<string>>();
  const put = (key: string, word: string) => {
    const held = index.get(key);
    if (held) held.add(word);
    else index.set(key, new Set([word]));
  };
  const bare = new Map<string, string>();
  for (const word of words) if (article && !word.startsWith(article)) bare.set(article + word, word);
  for (const word of [...words, ...bare.keys()]) {
    if ((bare.get(word) ?? word).length < 3 || !/^\p{L}+$/u.test(word)) continue;
    for (const key of [word, ...shorter(word)]) put(key, word);
    if (word.length >= 9) for (const key of shorter(word).flatMap(shorter)) put(key, word);
  }
  const longest = Math.max(...words.map(({ length }) => length));
  return (word) => {
    if (word.length > longest + 2) return [];
    const keys =
      word.length >= 9 ? [word, ...shorter(word), ...shorter(word).flatMap(shorter)] : [word, ...shorter(word)];
    const found = new Set(keys.flatMap((key) => [...(index.get(key) ?? [])]));
    const limit = word.length >= 9 ? 2 : 1;
    return [...found]
      .map((w) => ({ word: bare.get(w) ?? w, distance: edits(word, w) - (sameLetters(word, w) ? swapped : 0) }))
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

const parsed = (name: string): Entry[] => parseLexicon(readFileSync(file(name), 'utf8'));

/** The lexicon of a language with the event types' own words, compiled at first use. */
export function lexiconOf(language: Language): Lexicon {
  const held =
    loaded.get(language) ?? compile([...parsed(language), ...kindForms(language), ...countryForms(language)], language);
  loaded.set(language, held);
  return held;
}
