import { editDistance } from '../kernel/edit-distance.ts';

/** One letter wrong, missing, too many, or two neighbours swapped. Short words are too alike to say. */
export const isOneEdit = (said: string, name: string): boolean =>
  Math.min(said.length, name.length) >= 5 && editDistance(said, name, 1) <= 1;

/** Likeness given to a slip: surer than two names that merely sound alike. */
export const oneEditScore = 0.92;
