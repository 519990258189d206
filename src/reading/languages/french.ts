import { frenchPeoples } from './demonyms.ts';
import { frenchAspects } from './french-aspects.ts';
import { frenchNames } from './french-names.ts';
import { frenchPhrases } from './french-phrases.ts';
import { frenchTimeWords } from './french-time-words.ts';
import { frenchWords } from './french-words.ts';
import { kindPairs, type Lexicon, pairs } from './lexicon.ts';

const allWords = `${frenchTimeWords}${frenchWords}`;

/** Accents gone but on "à" and "où", which are other words without: "évènement" → "evenement". */
const fold = (text: string): string =>
  [...text].map((c) => (/[àùÀÙ]/.test(c) ? c : c.normalize('NFD').charAt(0)).toLowerCase()).join('');

const evened = { fold, stem: (word: string) => word };
const kinds = kindPairs('fr', evened, (words) => !/[sx]$/.test(words.split(/[ -]/)[0] ?? ''));

export const french: Lexicon = {
  language: 'fr',
  ...evened,
  phrases: [...frenchAspects, ...frenchPhrases],
  words: new Map([
    ...kinds,
    ...pairs(frenchPeoples, evened),
    ...pairs(allWords, evened),
    ...pairs(frenchNames, evened),
  ]),
  kinds: new Set(kinds.map(([key]) => key)),
  clitics: [],
};

/** Each word of the kinds and of the grammar, without names: they tell that a question is French. */
export const frenchOwn: ReadonlySet<string> = new Set(
  [...kinds, ...pairs(allWords, evened)].flatMap(([key]) => key.split(' ')),
);
