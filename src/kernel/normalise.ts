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
const article = /^(?:al|el|ad|ar|as|at|an|az|ez|ash|ath|adh|the|la|los|las|le)$/;

/** A name in lower case, without diacritics and punctuation, in its own script: "Ad-Dīwānīyah" → "ad diwaniyah". */
export const foldKeepingArticles = memoize((name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(special, (c) => letters[c] ?? c)
    .replace(/['’‘`ʻ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim(),
);

/** The same without articles: "Ad-Dīwānīyah" → "diwaniyah". The last word always stays. */
export const fold = memoize((name: string): string => {
  const words = foldKeepingArticles(name).split(' ');
  const rest = words
    .filter((word, i) => !(article.test(word) && i < words.length - 1))
    .map((w) => w.replace(/^ال(?=\p{L}{3})/u, ''));
  return rest.join(' ');
});

const generic =
  /^(?:province|governorate|governate|state|oblast|region|division|district|department|prefecture|city|town|village|municipality|county|lga|township|commune|cercle|woreda|tehsil|upazila|raion|sub|subdistrict|locality|area|camp|neighbou?rhood|wilayat|wilayah|qada|nahiyah|muhafazat|muhafazah|autonomous|regional|republic|kray|krai)$/;

/** "Rutshuru Territory", but "Northern Territory". */
const territory = /^territor(?:y|ies|ire)$/;
const adjective = /^(?:north|south|east|west|central|capital|federal|national|union|british|french|indian)/;

/**
 * The same without words for types of place: "Deir ez Zor Governorate" → "deir zor". A name of such words alone stays.
 */
export const foldWithoutPlaceType = memoize((name: string): string => {
  const words = fold(name).split(' ');
  const plain = !adjective.test(words[0] ?? '');
  const rest = words.filter((word) => !generic.test(word) && !(plain && territory.test(word)));
  return (rest.length ? rest : words).join(' ');
});
