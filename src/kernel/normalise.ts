import { memoize } from './memoize.ts';

const letters: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ʿ: '',
  ʾ: '',
  ʼ: '',
  ə: 'a',
  ħ: 'h',
  ŋ: 'n',
};
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');
const articles = new Set(
  // Arabic ones in Latin and in Cyrillic letters.
  'al el ad ed ar as at an az ez ash esh ech ath adh аль эль ель ад эд ед ар эр ер ас эс ес ат эт ет ан эн ен аз эз ез аш эш еш the la los las le'.split(
    ' ',
  ),
);

// Names share their words, and most spans of a question are looked up once: words are kept, not whole names.
const foldPart = memoize((part: string): string =>
  part
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(special, (c) => letters[c] ?? c)
    .replace(/['’‘`ʻ]/g, '')
    .replace(/^e(?:d|n|r|s|sh|ch|t)-(?=\p{L}{3})/u, 'al-')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim(),
);

// One name is asked for as a place, without its kind, and as an actor, one after the other.
let [lastKept, lastFold] = [
  { name: '', folded: '' },
  { name: '', folded: '' },
];

/** A name in lower case, without diacritics and punctuation, in its own script: "Ad-Dīwānīyah" → "ad diwaniyah". */
export function foldKeepingArticles(name: string): string {
  if (name === lastKept.name) return lastKept.folded;
  let folded = '';
  for (const part of name.split(' ')) {
    const words = foldPart(part);
    if (words) folded += folded ? ` ${words}` : words;
  }
  lastKept = { name, folded };
  return folded;
}

/** The same without articles: "Ad-Dīwānīyah" → "diwaniyah". The last word always stays. */
export function fold(name: string): string {
  if (name !== lastFold.name) lastFold = { name, folded: withoutArticles(foldKeepingArticles(name)) };
  return lastFold.folded;
}

function withoutArticles(folded: string): string {
  const words = folded.split(' ');
  return words
    .filter((word, i) => i === words.length - 1 || !articles.has(word))
    .map((word) => (word.startsWith('ال') ? word.replace(/^ال(?=\p{L}{3})/u, '') : word))
    .join(' ');
}

const generic = new Set(
  'province governorate governate state oblast region division district department prefecture city town village municipality county lga township commune cercle woreda tehsil upazila raion sub subdistrict locality area camp neighborhood neighbourhood wilayat wilayah qada nahiyah muhafazat muhafazah autonomous regional republic kray krai'.split(
    ' ',
  ),
);

/** "Rutshuru Territory", but "Northern Territory". */
const territory = /^territor(?:y|ies|ire)$/;
const adjective = /^(?:north|south|east|west|central|capital|federal|national|union|british|french|indian)/;

/**
 * The same without words for types of place: "Deir ez Zor Governorate" → "deir zor". A name of such words alone stays.
 */
export function foldWithoutPlaceType(name: string): string {
  const folded = fold(name);
  const words = folded.split(' ');
  const rest = words.filter((word) => !generic.has(word) && !(territory.test(word) && !adjective.test(folded)));
  return rest.length && rest.length < words.length ? rest.join(' ') : folded;
}
