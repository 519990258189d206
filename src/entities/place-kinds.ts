import { memoize } from '../kernel/memoize.ts';
import { foldKeepingArticles } from '../kernel/normalise.ts';
import type { PlaceCandidate } from './entity-linker.ts';

/** Words for kinds of place as regular expressions, with their level. */
export const placeTypeWords: readonly [string, PlaceCandidate['level']][] = [
  [
    'provinces?|krais?|krays?|regional states?|governorates?|governates?|oblasts?|states?|prefectures?|departments?|divisions?|muhafazah?|wilaya[th]?',
    'admin1',
  ],
  [
    'districts?|count(?:y|ies)|lgas?|municipalit(?:y|ies)|raions?|subdistricts?|townships?|communes?|territor(?:y|ies)|cercles?|woredas?|tehsils?|localit(?:y|ies)',
    'admin2',
  ],
  ['cit(?:y|ies)|towns?|villages?', 'town'],
  ['country', 'country'],
  ['regions?', 'admin1'],
];

const placeTypes = placeTypeWords.map(([words, level]) => ({ level, pattern: new RegExp(`^(?:${words})$`, 'i') }));

const levelSaid = memoize((word) => placeTypes.find(({ pattern }) => pattern.test(word))?.level);

const firstWord = /^(?:qada|cercle|distrito|municipio) /;

/** The level that a name of two words or more says, with its last word or its first: admin1 for "Aleppo governorate"; otherwise undefined. */
export function levelInName(name: string): PlaceCandidate['level'] | undefined {
  const folded = foldKeepingArticles(name);
  const last = folded.lastIndexOf(' ') + 1;
  if (last === 0) return undefined;
  return levelSaid(folded.slice(last)) ?? (firstWord.test(folded) ? 'admin2' : undefined);
}
