import type { ActorCandidate, PlaceCandidate } from '../entities/entity-linker.ts';
import type { FrameProblem } from './problem.ts';

/** A linked entity, with what people need to tell it from others. */
export type PlaceEntity = { kind: 'place'; key: string } & Pick<
  PlaceCandidate,
  'name' | 'level' | 'country' | 'lat' | 'lon'
>;
export type ActorEntity = { kind: 'actor'; key: string } & Pick<ActorCandidate, 'name' | 'country'>;
export type Entity = PlaceEntity | ActorEntity;

type WithoutSlot<P> = P extends unknown ? Omit<P, 'slot'> : never;

/** The result of linking one name; the likeliest candidate first. */
export type LinkResult<M extends Entity> =
  /** The first candidate is taken; the others are alternatives to offer. `assumed`: the name as written and the name it was taken for. */
  | { kind: 'one'; said: string; candidates: readonly [M, ...M[]]; assumed?: { said: string; name: string } }
  /** `which`: the name is ambiguous. `unknown`: nothing has that name; the candidates have similar ones. */
  | { kind: 'which' | 'unknown'; said: string; candidates: readonly M[] }
  | { kind: 'problem'; problem: WithoutSlot<FrameProblem> };

/** Scores, 0 to 1, from which a similar name is taken for the one written, and from which it is offered as a choice. */
export const [minAssumedScore, minOfferedScore] = [0.85, 0.6];
export const maxGuesses = 3;
export const maxChoices = 4;

/** Whether b is about as likely as a: it has at least 3 incidents, and a has at most twice as many. */
export const areRivals = (a: { incidents: number }, b: { incidents: number }): boolean =>
  b.incidents >= 3 && a.incidents <= 2 * b.incidents;
