import { readFileSync } from 'node:fs';

/** What learning added to the weights that features were given by hand; written by `npm run learn`. */
export type Weights = Readonly<Record<string, number>>;

const file = new URL('../../data/lexicon/weights.json', import.meta.url);
let learnt = JSON.parse(readFileSync(file, 'utf8')) as Weights;

/** The weight of a feature: what it was given by hand, and what learning added. */
export const weightOf = (feature: string, byHand: number): number => byHand + (learnt[feature] ?? 0);

/** A feature that counts so many times. */
export const repeated = (feature: string, times: number): string[] =>
  times > 0 ? new Array<string>(times).fill(feature) : [];

/** Reads with other weights from here on: for learning them, never in the program. */
export function readWith(weights: Weights): void {
  learnt = weights;
}
