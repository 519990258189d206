import type { EntityLinker } from '../entities/entity-linker.ts';
import type { Problem } from './problem.ts';

/** Where keys are looked up. */
export type Entities = Pick<EntityLinker, 'place' | 'actor'>;

/** Looks keys up and notes what is wrong; what is wrong is left out. */
export interface Building extends Entities {
  wrong(problem: Problem): undefined;
}
