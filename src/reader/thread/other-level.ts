import type { EntityLinker, PlaceCandidate } from '../../entities/entity-linker.ts';
import { levelInName } from '../../entities/place-kinds.ts';
import { buildQuery } from '../../frames/build-query.ts';
import type { PlaceFilter, Query } from '../../incidents/query.ts';
import type { DialogueState } from '../../reading/dialogue-state.ts';

const closeEnough = 0.85;

/** The place of the same name, or the country that it lies in, on the level that a word such as "province" means. */
function onLevel(
  { name, country, countries }: PlaceFilter,
  kind: string,
  names: EntityLinker,
): PlaceCandidate | undefined {
  const level = levelInName(`${name} ${kind}`);
  const said = level === 'country' ? (country ?? name) : name;
  const fits = (c: PlaceCandidate) => c.level === level || (level === 'admin1' && c.level === 'region');
  return names
    .places(said, { limit: 20, ...(level ? { level } : {}) })
    .find((c) => fits(c) && c.score >= closeEnough && c.countries.some((one) => countries.includes(one)));
}

/** The thread's question with its place on another level; undefined where it has no place, or there is none of the kind. */
export function withKind({ query, before }: DialogueState, kind: string, names: EntityLinker): Query | undefined {
  const last = query.filter.ids && before ? before : query;
  const [place] = last.filter.places ?? [];
  const found = place && onLevel(place, kind, names);
  const built = found && buildQuery({ places: [{ relation: 'in', place: found.key }] }, names);
  if (!built || 'problem' in built) return undefined;
  return { ...last, offset: 0, filter: { ...last.filter, ...built.query.filter } };
}
