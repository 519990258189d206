import { memoize } from '../kernel/memoize.ts';

const cyrillic: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  є: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'u',
  я: 'a',
  қ: 'k',
  ғ: 'g',
  ң: 'n',
  ө: 'o',
  ұ: 'u',
  ү: 'u',
  һ: 'h',
  ә: 'a',
};
const arabic: Record<string, string> = {
  ا: 'a',
  أ: 'a',
  إ: 'i',
  آ: 'a',
  ب: 'b',
  پ: 'p',
  ت: 't',
  ث: 'th',
  ج: 'j',
  چ: 'ch',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'd',
  ر: 'r',
  ز: 'z',
  ژ: 'zh',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'g',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ک: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  ة: 'a',
  و: 'w',
  ؤ: 'w',
  ي: 'y',
  ی: 'y',
  ى: 'a',
  ئ: 'y',
  ء: '',
  ە: 'a',
  ۆ: 'o',
  ێ: 'e',
  ڤ: 'v',
};
const scripts = { ...cyrillic, ...arabic };

/** Rough transliteration of Cyrillic and Arabic letters to Latin; other scripts stay. */
export const transliterate = (folded: string): string =>
  folded.replace(/[\u0400-\u04ff\u0600-\u06ff]/g, (c) => scripts[c] ?? '');

const digraphs: [string, string][] = [
  ['tsch', 'c'],
  ['sch', 's'],
  ['tch', 'c'],
  ['dzh', 'j'],
  ['dsch', 'j'],
  ['sh', 's'],
  ['ch', 'c'],
  ['cz', 'c'],
  ['sz', 's'],
  ['zh', 'j'],
  ['dj', 'j'],
  ['dz', 'z'],
  ['ts', 'c'],
  ['tz', 'c'],
  ['kh', 'h'],
  ['gh', 'g'],
  ['ph', 'f'],
  ['th', 't'],
  ['dh', 'd'],
  ['ou', 'u'],
  ['oo', 'u'],
  ['ck', 'k'],
  ['qu', 'k'],
  ['x', 'ks'],
];
const consonantClasses: Record<string, string> = {
  b: 'b',
  p: 'b',
  v: 'v',
  w: 'v',
  f: 'f',
  d: 'd',
  t: 't',
  g: 'g',
  j: 'g',
  k: 'k',
  q: 'k',
  c: 'k',
  z: 's',
  s: 's',
  l: 'l',
  r: 'r',
  m: 'm',
  n: 'n',
};

const soundRules: [RegExp, string][] = [
  [/(.)\1+/g, '$1'],
  [/w/g, 'v'],
  [/[yj]/g, 'i'],
  [/[qc]/g, 'k'],
  [/e/g, 'i'],
  [/o/g, 'u'],
  [/(.)\1+/g, '$1'],
];

/** A phonetic key and all keys with one consonant deleted, to find names with one wrong consonant (as in SymSpell). */
export const keysWithinOneDeletion = (key: string): string[] =>
  key.length < 3 ? [key] : [...new Set([key, ...[...key].map((_, i) => key.slice(0, i) + key.slice(i + 1))])];

/** A rough pronunciation with vowels, the same for spellings of different languages: "Izyum" and "Izium", "Kurdufan" and "Kordofan". */
export const soundKey = memoize((folded: string): string => {
  let text = transliterate(folded);
  for (const [from, to] of digraphs) text = text.replaceAll(from, to);
  for (const [from, to] of soundRules) text = text.replace(from, to);
  return text;
});

/**
 * Consonant classes of a folded name, like Metaphone but without its English rules, so that spellings of one name agree:
 * "Nineveh", "Ninawa" → "nnv". A name with fewer than two consonants keeps its first four letters.
 */
export const phoneticKey = memoize((folded: string): string => {
  let text = transliterate(folded).replaceAll(' ', '');
  for (const [from, to] of digraphs) text = text.replaceAll(from, to);
  const consonants = [...text].map((c) => consonantClasses[c] ?? '').join('');
  const squeezed = consonants.replace(/(.)\1+/g, '$1');
  return squeezed.length >= 2 ? squeezed : text.slice(0, 4);
});
