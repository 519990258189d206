import { made, type Rule, rule } from '../grammar.ts';

/** "drop the date", "the second one", "#3": what is said to the thread and not of incidents. */
export const moves: Rule[] = [
  rule('drop facet', ['drop', 'facet'], (_, facet) => made('free', facet), 0.5),
  rule('drop facet condition', ['drop', 'facet', 'condition'], (_, facet) => made('free', facet), 1),
  rule('nth shown', ['ordinal', 'shown'], (n) => made('nth', n), 0.5),
  rule('nth of shown', ['ordinal', 'of', 'shown'], (n) => made('nth', n), 0.5),
  rule('nth of nth', ['nth', 'shown'], (n) => made('nth', n), 0.5),
  rule('number n', ['count', 'number'], (_, n) => made('nth', String(n - 1)), 0.2),
  rule('shown n', ['shown', 'number'], (_, n) => made('nth', String(n - 1)), 0.2),
];
