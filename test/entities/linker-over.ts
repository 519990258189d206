import type { EntityLinker } from '../../src/entities/entity-linker.ts';
import { openEntityLinker } from '../../src/entities/open-index.ts';
import type { Vocabulary, VocabularyPlace } from '../../src/incidents/data-profile.ts';
import { knownActors } from '../../src/incidents/known-actors.ts';
import { indexFolder } from '../support/names-index.ts';

export type Named = [level: VocabularyPlace['level'], name: string, incidents: number, at?: [lat: number, lon: number]];
export const inIraq = ([level, name, incidents, [lat, lon] = [31, 42]]: Named): VocabularyPlace => ({
  ...{ level, name, incidents, country: 'Iraq', admin1: null },
  ...(level === 'place' ? { lat, lon } : { lat: null, lon: null }),
});
export const actor = (name: string, incidents: number, country = 'Nepal') => ({ name, incidents, country });
export const names = openEntityLinker({ folder: indexFolder, actors: knownActors });
let version = 0;
export const currentVersion = () => version;
/** The linker, over data with those names and no others. */
export function over(places: (Named | VocabularyPlace)[], actors: Vocabulary['actors'] = []): EntityLinker {
  const told = places.map((place) => (Array.isArray(place) ? inIraq(place) : place));
  names.setVocabulary({ version: ++version, places: told, actors, sources: [] });
  return names;
}
