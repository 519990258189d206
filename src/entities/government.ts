import type { ActorCandidate, EntityLinker } from './entity-linker.ts';

/** A country that acts is its government; one that no incident names is told under the same name. */
export function governmentOf(names: EntityLinker, country: string): ActorCandidate {
  const known = names.actors(country, { exact: true, limit: 4 }).find(({ name }) => /\bof\b/.test(name));
  const code = names.places(country, { exact: true, level: 'country', limit: 1 })[0]?.countryCode ?? '';
  const name = `Government of ${country}`;
  const none = {
    key: `state:${code}`,
    name,
    dataNames: [],
    factions: [],
    country,
    incidents: 0,
    score: 1,
    matched: country,
  };
  return known ?? none;
}
