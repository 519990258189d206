import type { AnswerContext } from './document/answer-context.ts';

/** The coverage of the country that the question names; undefined unless it names exactly one. */
export function endOfCountry({ query, coverage }: Pick<AnswerContext, 'query' | 'coverage'>) {
  const asked = new Set(query.filter.places?.flatMap((p) => p.countries) ?? []);
  const ends = coverage.countries.filter((c) => asked.has(c.country));
  return ends.length === 1 ? ends[0] : undefined;
}
