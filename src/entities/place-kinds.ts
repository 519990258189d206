import type { PlaceCandidate } from './entity-linker.ts';

/** Words for kinds of place as regular expressions, with their level. */
export const placeTypeWords: readonly [string, PlaceCandidate['level']][] = [
  [
    'provinces?|krais?|krays?|regional states?|governorates?|governates?|oblasts?|states?|prefectures?|departments?|divisions?|muhafazah?|wilaya[th]?',
    'admin1',
  ],
  [
    'districts?|count(?:y|ies)|lgas?|municipalit(?:y|ies)|raions?|subdistricts?|townships?|communes?|territor(?:y|ies)|cercles?|woredas?|tehsils?',
    'admin2',
  ],
  ['cit(?:y|ies)|towns?|villages?', 'town'],
  ['country', 'country'],
  ['regions?', 'admin1'],
];

const placeTypes = placeTypeWords.map(([words, level]) => ({ level, pattern: new RegExp(`^(?:${words})$`, 'i') }));

/** The level that the last word of a name of two words or more says: admin1 for "Aleppo governorate"; otherwise undefined. */
export function levelInName(name: string): PlaceCandidate['level'] | undefined {
  const words = name.split(' ');
  return words.length < 2 ? undefined : placeTypes.find(({ pattern }) => pattern.test(words.at(-1) as string))?.level;
}
