import type { ActorCandidate, EntityLinker } from '../entities/entity-linker.ts';
import { countryRows } from '../entities/gazetteer/countries.ts';
import {
  type ActorEntity,
  areRivals,
  type LinkResult,
  maxChoices,
  maxGuesses,
  minAssumedScore,
  minOfferedScore,
} from './link-result.ts';

const toEntity = ({ key, name, country }: ActorCandidate): ActorEntity => ({
  kind: 'actor',
  key,
  name,
  ...(country ? { country } : {}),
});

const countryCodes = new Set(countryRows.map(({ country }) => country));

/** Whether it is the key of a government, but of a country that does not exist: "state:XX". */
const isNoState = (key: string): boolean => key.startsWith('state:') && !countryCodes.has(key.slice('state:'.length));

const isExact = ({ score }: ActorCandidate) => score > 0.999;

/**
 * Links a name or key in an actor slot. In this order: the actor with this key, one that the data itself calls so, an
 * exact name or alias, the government of a country with this name, the most similar name if it scores at least
 * `minAssumedScore`. An exact name that several actors share about equally is ambiguous. Never throws.
 */
export function linkActor(
  said: string,
  names: Pick<EntityLinker, 'actor' | 'actors' | 'places'>,
): LinkResult<ActorEntity> {
  const byKey = isNoState(said) ? undefined : names.actor(said);
  if (byKey) return { kind: 'one', said: byKey.name, candidates: [{ ...toEntity(byKey), key: said }] };
  if (/^(?:data|state):/.test(said)) return { kind: 'problem', problem: { wrong: 'unknown', said } };
  const found = names.actors(said, { limit: 20 });
  const exact = found.filter(isExact);
  const named = exact.find(({ name, dataNames }) => name === said || dataNames[0] === said);
  const [best] = named ? [named] : exact;
  if (best) {
    const namesakes = named ? [] : exact.filter((c) => c !== best && areRivals(best, c));
    return namesakes.length
      ? { kind: 'which', said, candidates: [best, ...namesakes].slice(0, maxChoices).map(toEntity) }
      : { kind: 'one', said, candidates: [toEntity(best)] };
  }
  const state = governmentNamed(said, names);
  if (state) return { kind: 'one', said, candidates: [toEntity(state)], assumed: { said, name: state.name } };
  const [closest] = found;
  if (closest && closest.score >= minAssumedScore)
    return { kind: 'one', said, candidates: [toEntity(closest)], assumed: { said, name: closest.name } };
  const guesses = found.filter((c) => c.score >= minOfferedScore).slice(0, maxGuesses);
  return { kind: 'unknown', said, candidates: guesses.map(toEntity) };
}

/** The government of the country with this name: a country as an actor is its government. */
function governmentNamed(said: string, names: Pick<EntityLinker, 'actor' | 'places'>): ActorCandidate | undefined {
  const country = names.places(said, { exact: true, level: 'country' }).find(({ level }) => level === 'country');
  return country?.countryCode === undefined ? undefined : names.actor(`state:${country.countryCode}`);
}
