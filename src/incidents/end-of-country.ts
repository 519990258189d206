import type { Coverage } from './data-profile.ts';
import type { Query } from './query.ts';

interface Asked {
  query: Pick<Query, 'filter'>;
  coverage: Coverage;
}

/** The coverage of the country, by the dataset if the question names one, that the question names; undefined unless it names exactly one. */
export function endOfCountry({ query, coverage }: Asked): Coverage['countries'][number] | undefined {
  const asked = new Set(query.filter.places?.flatMap((p) => p.countries) ?? []);
  const own = coverage.datasets.find(({ id }) => id === query.filter.dataset);
  const ends = (own ?? coverage).countries.filter((c) => asked.has(c.country));
  return ends.length === 1 ? ends[0] : undefined;
}
