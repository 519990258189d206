import type { Language } from '../kernel/language.ts';
import type { Lexicon, Sense } from './lexicon.ts';
import { type Form, orthographies } from './orthography.ts';
import type { Token } from './tokens.ts';

/** The possible forms of every token, and what is known of it as written. */
export interface Lattice {
  language: Language;
  forms: Form[][];
  /** Whether the lexicon has the word, alone or in a phrase. */
  senses: boolean[];
  /** Whether it says nothing by itself. */
  filler: boolean[];
  /** Whether it is, or may be mistyped, a word for people. */
  people: boolean[];
  /** Whether it is an ordinary word of the language. */
  ordinary: boolean[];
  /** Whether it was taken for a mistyped word of the lexicon. */
  mended: (string | undefined)[];
  /** Whether capital letters say nothing here. */
  shouted: boolean;
}

interface Known {
  isOrdinaryWord(token: Token, i: number): boolean;
  /** Whether the data or the gazetteer has it as a name of its own. */
  isName(word: string): boolean;
}

const stemPrice = 0.3;
/** "deads" → "dead". */
const stemsOf = (word: string): string[] =>
  word.length > 4
    ? [word.replace(/([^s])s$/, '$1'), word.replace(/e?d$/, ''), word.replace(/ing$/, '')].filter(
        (w) => w !== word && w.length > 2,
      )
    : [];

const swapPrice = 1.2;
const swaps = (word: string): string[] =>
  [...word]
    .slice(1)
    .flatMap((letter, i) => (letter === word[i] ? [] : [word.slice(0, i) + letter + word[i] + word.slice(i + 2)]));

const editPrice = (length: number) => (length >= 7 ? 0.8 : length >= 5 ? 1 : length === 4 ? 1.3 : 1.5);

export function latticeOf(tokens: readonly Token[], lexicon: Lexicon, { isOrdinaryWord, isName }: Known): Lattice {
  const { variants, cased } = orthographies[lexicon.language];
  const english = lexicon.language === 'en';
  const shortest = english ? 2 : 3;
  // A name has no endings.
  const variantsOf = (t: Token, i: number) =>
    t.kind === 'word' && !(cased && i > 0 && /^\p{Lu}/u.test(t.text)) ? variants(t.lower) : [];
  const others = tokens.map((t, i) => variantsOf(t, i).filter((v) => lexicon.words.has(v.word)));
  const senses = tokens.map((t, i) => lexicon.words.has(t.lower) || (others[i] ?? []).length > 0);
  const ordinary = tokens.map((t, i) => t.kind === 'word' && isOrdinaryWord(t, i));
  const capitals = tokens.filter((t) => t.kind === 'word' && t.text.length > 2);
  const shouted =
    capitals.length > 1 && capitals.filter((t) => t.text === t.text.toUpperCase()).length > capitals.length / 2;
  const titled = capitals.length > 3 && capitals.filter((t) => /^\p{Lu}/u.test(t.text)).length > 0.8 * capitals.length;
  const mended = tokens.map((): string | undefined => undefined);
  const similarTo = (all: readonly Form[], { lower }: Token, swapped: readonly string[]): Form[] =>
    all
      .flatMap(({ word, price }) =>
        lexicon
          .similar(word)
          .filter((s) => s.word.length > shortest || lower.length > 3 || swapped.includes(s.word))
          .map((s) => ({ word: s.word, price: price + s.distance * editPrice(lower.length) })),
      )
      .sort((a, b) => a.price - b.price);
  const forms = tokens.map((t, i) => {
    const own: Form = { word: t.lower, price: 0 };
    if (t.kind !== 'word' || senses[i] || !/^\p{L}+$/u.test(t.lower)) return [own, ...(others[i] ?? [])];
    const stem = english ? stemsOf(t.lower).find((w) => lexicon.words.has(w)) : undefined;
    if (stem) return [own, { word: stem, price: stemPrice }];
    const swapped = t.lower.length < 6 ? swaps(t.lower).filter((w) => lexicon.words.has(w)) : [];
    // What is ordinary is known of English alone.
    if ((english && ordinary[i]) || t.lower.length < 2) {
      // A small word with two letters the wrong way round: "form", "fo".
      if (!/^\p{Lu}+$/u.test(t.text)) mended[i] = swapped[0];
      return [own, ...(mended[i] ? swapped.map((word) => ({ word, price: swapPrice })) : [])];
    }
    const small = english && i > 0 && t.lower.length < 5 && /^\p{Lu}/u.test(t.text) && !shouted && !titled;
    if (small || isName(t.name ?? t.text)) return [own];
    const similar = similarTo([own, ...variantsOf(t, i)], t, swapped);
    mended[i] = similar[0]?.word;
    return [own, ...similar.slice(0, 4)];
  });
  const filler = tokens.map((_, i) => {
    return (forms[i] ?? []).some(
      ({ word }) =>
        lexicon.root.next.get(word)?.senses.some(({ cat }) => cat === 'filler' || cat === 'light' || cat === 'the') ??
        false,
    );
  });
  const people = forms.map((all) =>
    all.some(({ word }) => lexicon.root.next.get(word)?.senses.some(({ cat }) => cat === 'people') ?? false),
  );
  return {
    language: lexicon.language,
    forms,
    senses,
    people,
    filler,
    ordinary,
    mended,
    shouted: cased && (shouted || titled),
  };
}

export interface Match {
  start: number;
  end: number;
  sense: Sense;
  price: number;
}

/** Every form of the lexicon in the lattice. Hyphens inside a form are skipped. */
export function matches(tokens: readonly Token[], { forms }: Lattice, lexicon: Lexicon): Match[] {
  const found: Match[] = [];
  const walk = (node: Lexicon['root'], start: number, at: number, price: number): void => {
    for (const sense of node.senses) found.push({ start, end: at, sense, price });
    if (at >= tokens.length) return;
    const token = tokens[at] as Token;
    if (at > start && token.tight && ((token.text === '-' && tokens[at + 1]?.tight) || token.text === '.')) {
      walkWords(node, start, at + 1, price);
      return;
    }
    walkWords(node, start, at, price);
  };
  const walkWords = (node: Lexicon['root'], start: number, at: number, price: number): void => {
    for (const form of forms[at] ?? []) {
      const next = node.next.get(form.word);
      if (next) walk(next, start, at + 1, price + form.price);
    }
    // "air strikes" is "airstrikes".
    const [one, two] = [tokens[at], tokens[at + 1]];
    const joined =
      one?.kind === 'word' && two?.kind === 'word' && one.lower.length > 2 && two.lower.length > 2
        ? node.next.get(one.lower + two.lower)
        : undefined;
    if (joined) walk(joined, start, at + 2, price);
  };
  for (let start = 0; start < tokens.length; start++) walkWords(lexicon.root, start, start, 0);
  return found;
}
