import type { ActorCandidate, EntityLinker } from '../entities/entity-linker.ts';
import { type ActorMeant, closeEnough, type Link, likeEnough, mostChoices, mostGuesses, rivals } from './link.ts';

const meant = ({ key, name, country }: ActorCandidate): ActorMeant => ({
  kind: 'actor',
  key,
  name,
  ...(country ? { country } : {}),
});

const isExact = ({ score }: ActorCandidate) => score > 0.999;

/**
 * The actor that is meant by words where an actor must stand, or by its key: one that the data calls so, an exact name,
 * the government of a country, a name much like it.
 */
export function linkActor(said: string, names: Pick<EntityLinker, 'actor' | 'actors' | 'places'>): Link<ActorMeant> {
  const keyed = names.actor(said);
  if (keyed) return { kind: 'one', said: keyed.name, candidates: [{ ...meant(keyed), key: said }] };
  if (/^(?:data|state):/.test(said)) return { kind: 'problem', problem: { wrong: 'unknown', said } };
  const found = names.actors(said, { limit: 20 });
  const exact = found.filter(isExact);
  const own = exact.find(({ name, dataNames }) => name === said || dataNames[0] === said);
  const [best] = own ? [own] : exact;
  if (best) {
    const namesakes = own ? [] : exact.filter((c) => c !== best && rivals(best, c));
    return namesakes.length
      ? { kind: 'which', said, candidates: [best, ...namesakes].slice(0, mostChoices).map(meant) }
      : { kind: 'one', said, candidates: [meant(best)] };
  }
  const state = governmentOf(said, names);
  if (state) return { kind: 'one', said, candidates: [meant(state)], assumed: { said, name: state.name } };
  const [like] = found;
  if (like && like.score >= closeEnough)
    return { kind: 'one', said, candidates: [meant(like)], assumed: { said, name: like.name } };
  const guesses = found.filter((c) => c.score >= likeEnough).slice(0, mostGuesses);
  return { kind: 'unknown', said, candidates: guesses.map(meant) };
}

/** A country that acts is its government. */
function governmentOf(said: string, names: Pick<EntityLinker, 'actor' | 'places'>): ActorCandidate | undefined {
  const country = names.places(said, { exact: true, level: 'country' }).find(({ level }) => level === 'country');
  return country?.countryCode === undefined ? undefined : names.actor(`state:${country.countryCode}`);
}
