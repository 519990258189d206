import type { ActorCandidate, PlaceCandidate } from '../../entities/entity-linker.ts';

/** What settling needs to look up. */
export interface Lookup {
  governmentOf(country: string): ActorCandidate;
  actor(key: string): ActorCandidate | undefined;
  country(name: string): PlaceCandidate | undefined;
}
