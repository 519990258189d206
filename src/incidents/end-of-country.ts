import type { Coverage, DatasetCoverage } from './data-profile.ts';
import type { Query } from './query.ts';

interface Asked {
  query: Pick<Query, 'filter'>;
  coverage: Pick<Coverage, 'datasets'>;
}

/** Those whose silence says something; if there are none, those that are a choice of incidents. */
export function telling(datasets: readonly DatasetCoverage[]): DatasetCoverage[] {
  const whole = datasets.filter(({ scope }) => !scope?.selected);
  return whole.length ? whole : [...datasets];
}

/** The last day of a dataset in each country; of a sample, the last of those of which it has every incident. */
const endsOf = ({ countries, scope }: DatasetCoverage) =>
  countries.map(({ country, last }) => ({
    country,
    last: scope?.whole?.find((part) => part.country === country)?.last ?? last,
  }));

/** Where the data ends of the country, by the dataset if the question names one, that the question names; undefined unless it names exactly one. */
export function endOfCountry({ query, coverage }: Asked): { country: string; last: string } | undefined {
  const asked = new Set(query.filter.places?.flatMap((p) => p.countries) ?? []);
  const { dataset } = query.filter;
  const own = coverage.datasets.filter(
    (d) => d.id === (coverage.datasets.some(({ id }) => id === dataset) ? dataset : d.id),
  );
  const there = own.filter((d) => d.countries.some(({ country }) => asked.has(country)));
  const ends = telling(there).flatMap((d) => endsOf(d).filter(({ country }) => asked.has(country)));
  const [country, ...more] = new Set(ends.map((end) => end.country));
  if (country === undefined || more.length) return undefined;
  return { country, last: ends.reduce((latest, { last }) => (last > latest ? last : latest), '') };
}
