import { seeded } from '../support/seeded.ts';

/** One way to read a question: its score before learning, and the weights that count in it. */
export interface Way {
  byHand: number;
  /** How often each weight counts. */
  features: ReadonlyMap<string, number>;
  right: boolean;
}

const epochs = 12;
const step = 0.1;
/** The right way is to be better than any wrong one by this. */
const margin = 0.2;
const mostWeight = 1.5;
/** Weights that fewer questions would move are left alone: they would be learnt by heart. */
const fewestQuestions = 3;

/**
 * Additions to the weights that make the right way to read each question its best one: an averaged structured perceptron
 * whose derivations are latent, so that any right way will do. A question without a right or without a wrong way teaches
 * nothing. The same questions in the same order give the same weights.
 */
export function learn(questions: readonly (readonly Way[])[]): Record<string, number> {
  const taught = questions.filter((ways) => ways.some((w) => w.right) && ways.some((w) => !w.right));
  const weights = new Map<string, number>();
  /** Each change times the questions that were seen before it, which makes the average in the end. */
  const late = new Map<string, number>();
  const movedBy = new Map<string, Set<number>>();
  const scoreOf = ({ byHand, features }: Way) =>
    [...features].reduce((sum, [feature, times]) => sum + times * (weights.get(feature) ?? 0), byHand);
  const best = (ways: readonly Way[]) => ways.reduce((a, b) => (scoreOf(b) > scoreOf(a) ? b : a));
  const random = seeded(1);
  let seen = 0;
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const at of shuffled(taught.length, random)) {
      seen++;
      const ways = taught[at] as readonly Way[];
      const right = best(ways.filter((w) => w.right));
      const wrong = best(ways.filter((w) => !w.right));
      if (scoreOf(right) >= scoreOf(wrong) + margin) continue;
      for (const [feature, times] of difference(right, wrong)) {
        weights.set(feature, (weights.get(feature) ?? 0) + step * times);
        late.set(feature, (late.get(feature) ?? 0) + step * times * (seen - 1));
        movedBy.set(feature, (movedBy.get(feature) ?? new Set()).add(at));
      }
    }
  const average = [...weights].flatMap(([feature, last]): [string, number][] => {
    if ((movedBy.get(feature)?.size ?? 0) < fewestQuestions) return [];
    const weight = Math.round(1000 * bounded(last - (late.get(feature) ?? 0) / seen)) / 1000;
    return weight ? [[feature, weight]] : [];
  });
  return Object.fromEntries(average.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const bounded = (weight: number) => Math.max(-mostWeight, Math.min(mostWeight, weight));

function shuffled(length: number, random: () => number): number[] {
  const order = Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}

function difference(right: Way, wrong: Way): [string, number][] {
  const all = new Set([...right.features.keys(), ...wrong.features.keys()]);
  return [...all].flatMap((feature): [string, number][] => {
    const times = (right.features.get(feature) ?? 0) - (wrong.features.get(feature) ?? 0);
    return times ? [[feature, times]] : [];
  });
}
