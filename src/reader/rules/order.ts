import { made, type Rule, rule } from '../grammar.ts';
import type { GovernmentOf } from './parties.ts';

/** "أكثر ثلاث هجمات دموية": what is put in order stands between "most" and what it has most of. */
export const orderAround: Rule[] = [
  rule(
    'most unit deadly',
    ['superlative', 'unit', 'fatal'],
    (order, unit) => (order === 'most' ? made('grouping', { by: unit, how: 'which', order: 'deadliest' }) : undefined),
    1.6,
  ),
  rule(
    'most n kind deadly',
    ['superlative', 'number', 'kind', 'fatal'],
    (order, limit, kind) => (order === 'most' ? made('ends', { order: 'deadliest', limit, kinds: [kind] }) : undefined),
    0.6,
  ),
  rule(
    'most kind deadly',
    ['superlative', 'kind', 'fatal'],
    (order, kind) => (order === 'most' ? made('ends', { order: 'deadliest', kinds: [kind] }) : undefined),
    0.6,
  ),
];

/** What languages put the other way round: "l'armée irakienne", "الجيش العراقي". */
export const nounFirst = (governmentOf: GovernmentOf): Rule[] => [
  rule(
    'forces of people',
    ['forces', 'place'],
    (_, place) => {
      const actor = place.people ? governmentOf(place) : undefined;
      const assumed = { kind: 'name' as const, said: place.said, name: actor?.candidates[0]?.name ?? '' };
      return actor && made('actor', { ...actor, said: place.said }, { assumed });
    },
    0.6,
  ),
];
