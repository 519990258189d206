import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { GazetteerRow } from './row.ts';

const file = new URL('../../../data/countries.json', import.meta.url);
const known = z.record(
  z.string().length(2),
  z.strictObject({
    names: z.array(z.string()),
    adjectives: z.array(z.string()),
    /** Countries that it was part of, to which data may still count its places. */
    partOf: z.array(z.string().length(2)).optional(),
  }),
);

/** Curated: what people call a country besides its name, and its adjectives ("Iraqi"). */
export const curatedCountries = known.parse(JSON.parse(readFileSync(file, 'utf8')));

/** Countries, by ISO code, that were once part of this one. */
export const partsOf = (code: string): string[] =>
  Object.entries(curatedCountries).flatMap(([part, { partOf }]) => (partOf?.includes(code) ? part : []));

const languages = [
  'en',
  'ar',
  'fr',
  'es',
  'de',
  'ru',
  'uk',
  'tr',
  'fa',
  'pt',
  'it',
  'zh',
  'my',
  'bn',
  'ha',
  'sw',
  'ku',
  'he',
  'ur',
  'id',
  'pl',
  'nl',
];
const displays = languages.map((language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }));

/** Names in several languages of a country (ISO code) or region (UN M.49 code). Source: Unicode CLDR, through Intl. */
export const namesInLanguages = (code: string): string[] => displays.flatMap((d) => d.of(code) ?? []);

/** English name of the country with this ISO code. Source: Unicode CLDR. Throws RangeError for anything but one code. */
export const countryName = (code: string): string => displays[0]?.of(code) ?? code;

const peoples = new Set(
  [
    ...Object.values(curatedCountries).flatMap((c) => c.adjectives),
    'Kurdish',
    'Kurd',
    'Yazidi',
    'Yezidi',
    'Rohingya',
    'Hazara',
    'Uyghur',
    'Uighur',
    'Alawite',
    'Copt',
    'Druze',
    'Islamist',
    'Jihadist',
    'Sunni',
    'Shia',
    'Shiite',
    'Christian',
    'Muslim',
    'Jewish',
    'Arab',
    'Western',
    'Eastern',
    'Northern',
    'Southern',
    'Central',
  ].map((w) => w.toLowerCase()),
);

/** Whether a word is an adjective of a people or country: "Iraqi", "Kurdish". */
export const isNationality = (word: string): boolean =>
  peoples.has(word.toLowerCase()) || peoples.has(word.toLowerCase().replace(/s$/, ''));

const byPeople = new Map(
  Object.entries(curatedCountries).flatMap(([code, c]) => c.adjectives.map((a) => [a.toLowerCase(), code] as const)),
);

/** The English name of the country for a word such as "Iraqi" or "Iraqis"; undefined for other words. */
export function countryOfPeople(word: string): string | undefined {
  const code = byPeople.get(word.toLowerCase()) ?? byPeople.get(word.toLowerCase().replace(/s$/, ''));
  return code === undefined ? undefined : countryName(code);
}

const ofPeople = new RegExp(
  `\\b(?:${[...byPeople.keys()]
    .filter((p) => p !== 'us')
    .sort((a, b) => b.length - a.length)
    .join('|')})s?\\b`,
  'gi',
);

export interface People {
  start: number;
  end: number;
  /** English name of the country. */
  country: string;
}
/** Adjectives of peoples in a text, with their positions and countries: "Iraqi", "South African". */
export const peoplesIn = (text: string): People[] =>
  [...text.matchAll(ofPeople)].flatMap(({ index, 0: said }) => {
    const country = countryOfPeople(said);
    return country === undefined ? [] : [{ start: index, end: index + said.length, country }];
  });

const deprecated = new Set('AN BU CS DD DY FX HV NH NT QU RH SU TP UK VD YD YU ZR'.split(' '));

function rowsOfCountries(): GazetteerRow[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters
    .flatMap((a) => letters.map((b) => a + b))
    .filter((c) => displays[0]?.of(c) && !/^(EU|EZ|UN|ZZ|QO|XA|XB)$/.test(c) && !deprecated.has(c));
  return codes.map((code) => ({
    level: 'country' as const,
    name: countryName(code),
    country: code,
    admin1: '',
    population: 0,
    names: [...namesInLanguages(code), ...(curatedCountries[code]?.names ?? [])],
  }));
}

/** Every country and territory with its names in many languages. */
export const countryRows: readonly GazetteerRow[] = rowsOfCountries();
