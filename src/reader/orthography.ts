import type { Language } from '../kernel/language.ts';
import { plain } from '../reading/text.ts';

/** A form that a word may stand for, and what the change costs. */
export interface Form {
  word: string;
  price: number;
}

/** How a language is written, as far as finding its words in a text and in the lexicon goes. */
export interface Orthography {
  /** The text with other signs for the same; as long as before. */
  even(text: string): string;
  /** What a token is. */
  tokens: RegExp;
  /** A word as the lexicon has it: no marks, no case, letters that are written one for the other made the same. */
  fold(word: string): string;
  /** What else of the lexicon a folded word may be: without its article or ending. */
  variants(word: string): Form[];
  /** Whether a capital tells a name. */
  cased: boolean;
  /** What may be written onto the front of a word, what is then lost of it, and whether another may stand before the word itself. */
  clitics: readonly { front: string; rest: string; more?: true }[];
  /** What stands before nearly any word and may be misspelt with it. */
  article?: string;
}

/** "w/in", "b/w"; numbers with ordinal endings, thousands, decimals; words with their digits, dots and apostrophes ("M23", "U.S", "who's"); single signs. */
const pattern = (words: string, ordinals: string) =>
  new RegExp(
    `${words}|\\d+(?:${ordinals})(?![\\p{L}\\p{N}])|\\d+(?:,\\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?|[\\p{L}\\p{M}][\\p{L}\\p{M}\\d]*(?:['.&][\\p{L}\\p{M}\\d]+)*|>=|<=|\\S`,
    'giu',
  );

const english: Orthography = {
  even: (text) => text,
  tokens: pattern('\\b[wb]\\/(?:in|out|o|w)?(?![\\p{L}\\p{N}])', 'st|nd|rd|th'),
  fold: plain,
  variants: () => [],
  cased: true,
  clitics: [],
};

const elided = "(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'";
const ending = 0.05;

/** "1 000" */
const spacedThousands = '(?<!\\d)\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?!\\d)';

const french: Orthography = {
  even: (text) => text,
  tokens: pattern(
    `${spacedThousands}|(?<![\\p{L}\\p{N}])${elided}(?=[\\p{L}\\p{M}\\d])`,
    'ers?|[eè]res?|[eè]mes?|e|nde?',
  ),
  // "à" and "où" are other words without their accents.
  fold: (text) =>
    text
      .toLowerCase()
      .normalize('NFC')
      .replaceAll('œ', 'oe')
      .replace(/[^\x20-\x7eàù]/gu, (c) => c.normalize('NFD').replace(/\p{M}/gu, '')),
  variants: (word) =>
    ['s', 'x', 'e', 'es']
      .filter((end) => word.length > 3 + end.length && word.endsWith(end))
      .map((end) => ({ word: word.slice(0, -end.length), price: ending })),
  cased: true,
  clitics: [],
};

const sameLetter: Record<string, string> = { ى: 'ي', ة: 'ه', ٱ: 'ا', ی: 'ي', ک: 'ك' };
const article = 'ال';

const withoutArticle = (word: string): string[] =>
  word.startsWith(article) && word.length > 4 ? [word.slice(article.length)] : [];
const withoutAccusative = (word: string): string[] =>
  word.length > 3 && word.endsWith('ا') ? [word.slice(0, -1)] : [];

const arabic: Orthography = {
  even: (text) =>
    text
      .replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660))
      .replace(/[۰-۹]/g, (d) => String(d.charCodeAt(0) - 0x6f0))
      .replaceAll('؟', '?')
      .replaceAll('،', ',')
      .replaceAll('؛', ';'),
  tokens: pattern('[\\p{Script=Arabic}\\p{M}ـ]+', 'st|nd|rd|th'),
  fold: (text) =>
    text
      .toLowerCase()
      .replace(/ً(?=ا(?!\p{L}))|ـ/gu, '')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[ىةٱیک]/gu, (c) => sameLetter[c] ?? c),
  variants: (word) => {
    const bare = withoutArticle(word);
    return [
      ...bare.map((w) => ({ word: w, price: ending / 2 })),
      ...[word, ...bare].flatMap(withoutAccusative).map((w) => ({ word: w, price: ending })),
    ];
  },
  cased: false,
  article,
  clitics: [
    { front: 'لل', rest: article },
    { front: 'و', rest: '', more: true },
    { front: 'ف', rest: '', more: true },
    { front: 'ل', rest: '' },
    { front: 'ب', rest: '' },
  ],
};

export const orthographies: Readonly<Record<Language, Orthography>> = { en: english, fr: french, ar: arabic };

const joint = new RegExp(`(^|[ -])(${elided})(?=\\p{L})`, 'gu');

/** The words of a form of the lexicon, folded. */
export const partsOf = (form: string, language: Language): string[] => {
  const folded = orthographies[language].fold(form);
  return (language === 'fr' ? folded.replace(joint, '$1$2 ') : folded).split(/[ -]+/).filter(Boolean);
};

/** A form of the lexicon also without its articles, which may be left out. */
export const barePartsOf = (parts: readonly string[], language: Language): string[] =>
  language === 'ar' ? parts.map((part) => withoutArticle(part)[0] ?? part) : [...parts];
