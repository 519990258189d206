import type { PlaceCandidate } from './entity-linker.ts';

/** Words that say what kind of place a name is, as a part of a pattern, with the level they mean. */
export const placeKinds: readonly [string, PlaceCandidate['level']][] = [
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

const whole = placeKinds.map(([words, level]) => ({ level, pattern: new RegExp(`^(?:${words})$`, 'i') }));

/** The level that the last word of a name says: "Aleppo governorate" is a province. */
export function kindInside(said: string): PlaceCandidate['level'] | undefined {
  const words = said.split(' ');
  return words.length < 2 ? undefined : whole.find(({ pattern }) => pattern.test(words.at(-1) as string))?.level;
}
