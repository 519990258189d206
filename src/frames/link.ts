import type { ActorCandidate, PlaceCandidate } from '../entities/entity-linker.ts';
import type { Problem } from './problem.ts';

/** What a name may mean, as people are asked about it. */
export type PlaceMeant = { kind: 'place'; key: string } & Pick<PlaceCandidate, 'name' | 'level' | 'country'>;
export type ActorMeant = { kind: 'actor'; key: string } & Pick<ActorCandidate, 'name' | 'country'>;
export type Meant = PlaceMeant | ActorMeant;

type WithoutSlot<P> = P extends unknown ? Omit<P, 'slot'> : never;

/** What a name in a slot was linked to; the likeliest candidate first. */
export type Link<M extends Meant> =
  /** The first is meant; the others are readings that may be offered beside it. `assumed`: it was written otherwise. */
  | { kind: 'one'; said: string; candidates: readonly [M, ...M[]]; assumed?: { said: string; name: string } }
  /** `which`: one of them must be chosen. `unknown`: nobody has that name, these are like it. */
  | { kind: 'which' | 'unknown'; said: string; candidates: readonly M[] }
  | { kind: 'problem'; problem: WithoutSlot<Problem> };

/** So like the name that it is taken for it; and so like it that it is offered. */
export const [closeEnough, likeEnough] = [0.85, 0.6];
export const mostGuesses = 3;
export const mostChoices = 4;

/** The data knows both, and neither is far likelier. */
export const rivals = (a: { incidents: number }, b: { incidents: number }): boolean =>
  b.incidents >= 3 && a.incidents <= 2 * b.incidents;
