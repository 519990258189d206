import type { ActorCandidate, PlaceCandidate } from '../entities/entity-linker.ts';
import type { FrameProblem } from './problem.ts';

/** What a name may mean, as people are asked about it. */
export type PlaceEntity = { kind: 'place'; key: string } & Pick<PlaceCandidate, 'name' | 'level' | 'country'>;
export type ActorEntity = { kind: 'actor'; key: string } & Pick<ActorCandidate, 'name' | 'country'>;
export type Entity = PlaceEntity | ActorEntity;

type WithoutSlot<P> = P extends unknown ? Omit<P, 'slot'> : never;

/** What a name in a slot was linked to; the likeliest candidate first. */
export type LinkResult<M extends Entity> =
  /** The first is meant; the others are readings that may be offered beside it. `assumed`: it was written otherwise. */
  | { kind: 'one'; said: string; candidates: readonly [M, ...M[]]; assumed?: { said: string; name: string } }
  /** `which`: one of them must be chosen. `unknown`: nobody has that name, these are like it. */
  | { kind: 'which' | 'unknown'; said: string; candidates: readonly M[] }
  | { kind: 'problem'; problem: WithoutSlot<FrameProblem> };

/** So like the name that it is taken for it; and so like it that it is offered. */
export const [minAssumedScore, minOfferedScore] = [0.85, 0.6];
export const maxGuesses = 3;
export const maxChoices = 4;

/** The data knows both, and neither is far likelier. */
export const areRivals = (a: { incidents: number }, b: { incidents: number }): boolean =>
  b.incidents >= 3 && a.incidents <= 2 * b.incidents;
