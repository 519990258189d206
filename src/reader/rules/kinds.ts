import { made, type Rule, rule } from '../grammar.ts';

export const kinds: Rule[] = [
  rule(
    'attacked civilians',
    ['kind', 'people'],
    (kind, people) =>
      people.as === 'civilian' && kind === 'violence' ? made('kind', 'attack-on-civilians') : undefined,
    0.4,
  ),
  rule(
    'attack of civilians',
    ['kind', 'of', 'people'],
    (kind, _, people) =>
      people.as === 'civilian' && (kind === 'violence' || kind === 'attack-on-civilians')
        ? made('kind', 'attack-on-civilians')
        : undefined,
    0.6,
  ),
  rule(
    'attack on civilians',
    ['kind', 'against', 'people'],
    (kind, _, people) =>
      kind === 'violence' && people.as === 'civilian' ? made('kind', 'attack-on-civilians') : undefined,
    0.8,
  ),
  rule(
    'on civilians',
    ['against', 'people'],
    (_, people) => (people.as === 'civilian' ? made('kinds', ['attack-on-civilians']) : undefined),
    0.4,
  ),
  rule('kind', ['kind'], (kind) => made('kinds', [kind]), 0),
  rule('attack', ['kind', 'attack'], (kind) => made('kind', kind), 0),
];

export const manyKinds: Rule[] = [
  rule(
    'kinds',
    ['kind-list'],
    (list) => {
      const { all, joint } = list as unknown as { all: string[]; joint: string };
      return joint === 'vs' ? undefined : made('kinds', all);
    },
    0.1,
  ),
];
