import { arabicAspects } from './arabic-aspects.ts';
import { arabicPhrases } from './arabic-phrases.ts';
import { arabicWords } from './arabic-words.ts';
import { arabicPeoples } from './demonyms.ts';
import { kindPairs, type Lexicon, pairs } from './lexicon.ts';

const forms: Record<string, string> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ة: 'ه' };

/** Letters that people write one for the other made the same. */
const fold = (text: string): string => text.toLowerCase().replace(/[أإآٱىة]/g, (c) => forms[c] ?? c);

/** Without the article: "الهجمات" → "هجمات". */
const stem = (word: string): string => word.replace(/^ال(?=\p{L}{3})/u, '');

const evened = { fold, stem };
const kinds = kindPairs('ar', evened, (words) =>
  ['هجوم', 'حادث', 'حادثة', 'ضربة', 'غارة', 'هجمة', 'حدث', 'مجزرة', 'مذبحة', 'انفجار', 'اشتباك', 'اعتداء'].includes(
    words.split(' ')[0] ?? '',
  ),
);

/** Digits of Arabic and Persian as Latin ones, marks of vowels and stretching gone, an accusative ending too. */
export const arabicPrepared = (text: string): string =>
  text
    .replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (d) => String(d.charCodeAt(0) - 0x6f0))
    .replace(/(?:اً|ًا)(?!\p{L})/gu, '')
    .replace(/[\u064b-\u065f\u0670\u0640]/g, '')
    .replaceAll('؟', '?')
    .replaceAll('،', ',')
    .replaceAll('؛', ';');

export const arabic: Lexicon = {
  language: 'ar',
  ...evened,
  phrases: [...arabicAspects, ...arabicPhrases],
  words: new Map([...kinds, ...pairs(arabicPeoples, evened), ...pairs(arabicWords, evened)]),
  kinds: new Set(kinds.map(([key]) => key)),
  clitics: [
    [/^و/, 'and'],
    [/^ف/, ''],
    [/^لل/, 'of'],
    [/^ل/, 'of'],
    [/^ب/, 'in'],
  ],
};
