import { readFileSync } from 'node:fs';

const file = new URL('../../data/lexicon/weights.json', import.meta.url);
const learnt = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;

/** The weight of a feature: learnt, else the one it was given by hand. */
export const weightOf = (feature: string, byHand: number): number => byHand + (learnt[feature] ?? 0);
