import { eventTypeById } from '../../incidents/event-types.ts';
import { eventWords } from '../../incidents/event-words.ts';

/** A way to say something that takes other words in: `english` has `$1`, `$2` where what they caught goes, itself glossed. */
export interface Phrase {
  said: RegExp;
  english: string;
}

/** What a language's words are in the readers' English. All keys are as `key` makes them. */
export interface Lexicon {
  language: 'fr' | 'ar';
  /** Marks, letter forms and case evened out; the length stays. */
  fold(text: string): string;
  /** One word as the lexicon's keys have it: without article or ending. */
  stem(word: string): string;
  phrases: readonly Phrase[];
  /** Whole words, and runs of words joined by a space. */
  words: ReadonlyMap<string, string>;
  /** The keys in `words` that name a kind of incident. */
  kinds: ReadonlySet<string>;
  /** What may be written onto the front of a word: "و" and, "ب" in. */
  clitics: readonly (readonly [RegExp, string])[];
}

export const tokenPattern = /[\p{L}\p{N}]+/gu;

/** A run of words as a key. */
export const keyOf = (text: string, { fold, stem }: Pick<Lexicon, 'fold' | 'stem'>): string =>
  [...fold(text).matchAll(tokenPattern)].map((m) => stem(m[0])).join(' ');

type Evened = Pick<Lexicon, 'fold' | 'stem'>;

/** "march=mars; april=avril, avr": the English first, then all that is said for it. */
export function pairs(told: string, evened: Evened): [string, string][] {
  return told
    .split(/[;\n]/)
    .map((line) => line.trim())
    .filter(Boolean)
    .flatMap((line) => {
      const [english = '', said = ''] = line.split('=');
      return said.split(',').map((words): [string, string] => [keyOf(words, evened), english.trim()]);
    });
}

/** The words for every kind of incident, with the tree's own English. */
export function kindPairs(
  language: 'fr' | 'ar',
  evened: Evened,
  singular: (word: string) => boolean,
): [string, string][] {
  return [...eventWords[language]].flatMap(([id, told]) => {
    const node = eventTypeById(id);
    if (!node) return [];
    const [one, many] = id === 'violence' ? ['attack', 'attacks'] : [node.one, node.many];
    return [
      [keyOf(told.many, evened), many],
      ...told.words.map((word) => [keyOf(word, evened), singular(word) ? one : many]),
      [keyOf(told.one, evened), one],
    ] as [string, string][];
  });
}
