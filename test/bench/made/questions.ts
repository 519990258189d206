import { type Random, randomFrom } from './random.ts';
import { type Country, madeWorld } from './world.ts';

export interface MadeQuestion {
  family: string;
  text: string;
}

const kinds = [
  'airstrikes',
  'shellings',
  'protests',
  'battles',
  'abductions',
  'attacks on civilians',
  'riots',
  'roadside bombs',
];
const violent = ['attacks', 'incidents', 'battles', 'airstrikes', 'shellings', 'attacks on civilians'];
const months = ['January', 'March', 'May', 'June', 'August', 'October', 'December'];
const mentioned = ['hospital', 'market', 'school', 'checkpoint', 'mosque', 'convoy', 'pipeline', 'bridge', 'prison'];

/** What a template may speak of: names that the made-up incidents have, the frequent ones more often. */
function vocabularyOf(random: Random, world: readonly Country[]) {
  const country = () => random.skewed(world, 1.5);
  const year = () => 2004 + random.below(23);
  const provinceOf = (c: Country) => random.skewed(c.provinces, 1.5);
  const groupOf = (c: Country) => random.skewed(c.groups.slice(0, 5), 1.5);
  return {
    country,
    year,
    provinceOf,
    groupOf,
    kind: () => random.any(kinds),
    violent: () => random.any(violent),
    month: () => `${random.any(months)} ${year()}`,
    town: (c: Country) => `${random.skewed(provinceOf(c).towns.slice(0, 12), 1.5).place}, ${c.name}`,
    word: () => random.any(mentioned),
    any: random.any,
    below: random.below,
  };
}

type Say = ReturnType<typeof vocabularyOf>;

const placed = (say: Say): string => {
  const c = say.country();
  return say.any([c.name, `${say.provinceOf(c).name}, ${c.name}`]);
};
const pair = (say: Say): string => {
  const c = say.country();
  return `${c.groups[0]} and ${c.groups[1 + say.below(3)] ?? 'civilians'}`;
};

// One family each, with the ways it is asked.
const templates: Record<string, ((say: Say) => string)[]> = {
  list: [
    (s) => `${s.violent()} in ${placed(s)} in ${s.year()}`,
    (s) => `latest ${s.kind()} in ${placed(s)}`,
    (s) => `${s.kind()} in ${s.country().name} in ${s.month()}`,
  ],
  near: [
    (s) => `attacks near ${s.town(s.country())} in ${s.year()}`,
    (s) => `${s.kind()} within ${s.any([10, 25, 40, 80])} km of ${s.town(s.country())} since ${s.year()}`,
    (s) => `incidents near ${s.town(s.country())} in ${s.month()}`,
  ],
  between: [
    (s) => {
      const [a, b] = s.country().provinces.find((p) => p.towns.length > 1)?.towns ?? [];
      return `attacks between ${a?.place} and ${b?.place} in ${s.year()}`;
    },
  ],
  count: [
    (s) => `how many ${s.kind()} were there in ${placed(s)} in ${s.year()}?`,
    (s) => `how many incidents in ${placed(s)} between ${s.month()} and December 2026?`,
  ],
  sum: [
    (s) => `how many civilians were killed in ${placed(s)} in ${s.year()}?`,
    (s) => `how many people were killed in ${s.country().name} since ${s.year()}?`,
  ],
  'rank actors': [
    (s) => `top 5 groups in ${placed(s)} in ${s.year()}`,
    (s) => `which group was involved in the most incidents in ${s.country().name} since ${s.year()}?`,
    (s) => `top 10 groups by people killed in ${s.year()}`,
  ],
  'rank places': [
    (s) => `which provinces of ${s.country().name} had the most deaths in ${s.year()}?`,
    (s) => `which countries had the most ${s.kind()} in ${s.year()}?`,
    (s) => `top 5 provinces of ${s.country().name} by incidents`,
  ],
  trend: [
    (s) => `${s.kind()} by month in ${s.country().name} in ${s.year()}`,
    (s) => `people killed per year in ${placed(s)}`,
    (s) => `${s.kind()} by year worldwide`,
  ],
  'first and last': [
    (s) => `last ${s.any(['airstrike', 'protest', 'abduction', 'battle'])} in ${placed(s)}`,
    (s) => `first attack by ${s.groupOf(s.country())} in ${s.year()}`,
  ],
  deadliest: [
    (s) => `deadliest attacks in ${placed(s)} in ${s.year()}`,
    (s) => `deadliest ${s.kind()} in ${s.country().name} since ${s.year()}`,
    (s) => `deadliest attacks in ${s.month()}`,
  ],
  'free text': [
    (s) => `attacks on a ${s.word()} in ${s.country().name} in ${s.year()}`,
    (s) => `incidents mentioning "${s.word()}" in ${placed(s)} since ${s.year()}`,
  ],
  actors: [
    (s) => {
      const c = s.country();
      return `attacks by ${s.groupOf(c)} in ${s.provinceOf(c).name}, ${c.name} since ${s.year()}`;
    },
    (s) => `clashes between ${pair(s)} in ${s.year()}`,
    (s) => `how many clashes between ${pair(s)} since ${s.year()}?`,
  ],
  compare: [
    (s) => `compare ${s.country().name} with ${s.any(['Iraq', 'Syria', 'Yemen', 'Nigeria'])} in ${s.year()}, deaths`,
    (s) =>
      `compare ${s.any(['airstrikes', 'protests'])} with ${s.any(['shellings', 'abductions'])} in ${s.country().name} in ${s.year()}`,
  ],
  conditions: [
    (s) => `${s.kind()} in ${placed(s)} in ${s.year()} with at least ${3 + s.below(20)} killed`,
    (s) => {
      const c = s.country();
      return `attacks by ${s.groupOf(c)} on civilians in ${c.name} in ${s.year()} with more than 5 killed`;
    },
  ],
  exclusion: [
    (s) => {
      const c = s.country();
      return `how many attacks in ${c.name} outside ${s.provinceOf(c).name} in ${s.year()}?`;
    },
    (s) => `incidents in ${s.country().name} in ${s.year()} except protests`,
  ],
  'by id': [(s) => `made:${1 + s.below(10_000)}`],
};

/** At least 200 questions of all families, the same every time. */
export function madeQuestions(perFamily = 14, world = madeWorld()): MadeQuestion[] {
  const say = vocabularyOf(randomFrom(11), world);
  return Object.entries(templates).flatMap(([family, ways]) =>
    Array.from({ length: perFamily }, (_, n) => ({
      family,
      text: (ways[n % ways.length] as (say: Say) => string)(say),
    })),
  );
}
