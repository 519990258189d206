import { seeded } from '../../support/seeded.ts';

/** Choices that look random and are the same for the same seed. */
export function randomFrom(seed: number) {
  const next = seeded(seed);
  return {
    next,
    below: (n: number) => Math.floor(next() * n),
    chance: (share: number) => next() < share,
    /** The first ones much more often than the last. */
    skewed: <T>(all: readonly T[], power = 2.2): T => all[Math.floor(next() ** power * all.length)] as T,
    any: <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)] as T,
  };
}

export type Random = ReturnType<typeof randomFrom>;
