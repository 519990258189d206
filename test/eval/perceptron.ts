import { seeded } from '../support/seeded.ts';

/** One way to read a question: its score before learning, and the weights that count in it. */
interface Way {
  byHand: number;
  /** How often each weight counts. */
  features: ReadonlyMap<string, number>;
  outcome: Outcome;
}

/** Read as meant; asked back or declined; or read as something else, which nobody is told. */
export type Outcome = 'right' | 'asked' | 'silent';

export interface Question {
  /** The same for all questions that mean the same. */
  meaning: string;
  ways: readonly Way[];
  /** Whether it must stay right where it was right by hand. */
  kept: boolean;
}

const epochs = 8;
const mostRounds = 6;
const step = 0.02;
/** The right way is to be better than others by this, and by most where an error would be silent. */
const margins: Record<Outcome, number> = { right: 0, asked: 0.1, silent: 0.4 };
const mostWeight = 1.5;
/** A weight that questions of fewer meanings would move is left alone: it would be learnt by heart. */
const fewestMeanings = 3;

/** Additions to the weights, as `learnOnce` finds them; a question that is to be kept and is lost is then asked more often. */
export function learn(questions: readonly Question[], learns: (feature: string) => boolean): Record<string, number> {
  const asked = [...questions];
  const held = questions.filter(({ ways, kept }) => kept && isRight(bestWith({}, ways)));
  let weights = learnOnce(asked, learns);
  for (let round = 1; round < mostRounds; round++) {
    const lost = held.filter(({ ways }) => !isRight(bestWith(weights, ways)));
    if (lost.length === 0) break;
    asked.push(...lost, ...lost);
    weights = learnOnce(asked, learns);
  }
  return weights;
}

const bestWith = (weights: Readonly<Record<string, number>>, ways: readonly Way[]): Way | undefined => {
  const scores = ways.map(({ byHand, features }) =>
    [...features].reduce((sum, [feature, times]) => sum + times * (weights[feature] ?? 0), byHand),
  );
  return ways[scores.indexOf(Math.max(...scores))];
};

/**
 * Additions to the weights that make the right way to read each question its best one: an averaged structured perceptron
 * whose derivations are latent, so that any right way will do. A question without a right or without a wrong way teaches
 * nothing. `learns`: which weights may change. The same questions in the same order give the same weights.
 */
function learnOnce(questions: readonly Question[], learns: (feature: string) => boolean): Record<string, number> {
  const taught = questions.filter(({ ways }) => ways.some(isRight) && !ways.every(isRight));
  const weights = new Map<string, number>();
  /** Each change times the questions that were seen before it, which makes the average in the end. */
  const late = new Map<string, number>();
  const movedBy = new Map<string, Set<string>>();
  const scoreOf = ({ byHand, features }: Way) =>
    [...features].reduce((sum, [feature, times]) => sum + times * (weights.get(feature) ?? 0), byHand);
  const rival = (way: Way) => scoreOf(way) + margins[way.outcome];
  const best = (ways: readonly Way[]) => ways.reduce((a, b) => (rival(b) > rival(a) ? b : a));
  const random = seeded(1);
  let seen = 0;
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const at of shuffled(taught.length, random)) {
      seen++;
      const { ways, meaning } = taught[at] as Question;
      const right = best(ways.filter(isRight));
      const wrong = best(ways.filter((w) => !isRight(w)));
      if (rival(right) >= rival(wrong)) continue;
      for (const [feature, times] of difference(right, wrong)) {
        if (!learns(feature)) continue;
        weights.set(feature, (weights.get(feature) ?? 0) + step * times);
        late.set(feature, (late.get(feature) ?? 0) + step * times * (seen - 1));
        movedBy.set(feature, (movedBy.get(feature) ?? new Set()).add(meaning));
      }
    }
  const average = [...weights].flatMap(([feature, last]): [string, number][] => {
    if ((movedBy.get(feature)?.size ?? 0) < fewestMeanings) return [];
    const weight = Math.round(1000 * bounded(last - (late.get(feature) ?? 0) / seen)) / 1000;
    return weight ? [[feature, weight]] : [];
  });
  return Object.fromEntries(average.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const isRight = (way: Way | undefined) => way?.outcome === 'right';
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
