import type { Coverage, DatasetCoverage } from './data-profile.ts';
import { isCoded } from './dataset-scope.ts';
import { daysLater } from './day-spans.ts';
import { comparesSides } from './difference.ts';
import { telling } from './end-of-country.ts';
import { periodsOf } from './periods.ts';
import type { Filter, Quantity, Query } from './query.ts';

/** What was asked for that no dataset could tell, so that it must not be denied; `datasets`: those that were asked. */
export type ScopeGap = { filter: Filter; datasets: DatasetCoverage[] } & (
  | { what: 'country'; countries: string[] }
  | { what: 'period'; country?: string; first: string; last: string }
  | { what: 'kind'; kinds: string[]; elsewhere: DatasetCoverage[] }
  | { what: 'casualty'; of: Quantity; elsewhere: DatasetCoverage[] }
  | { what: 'toll'; least: number }
  | { what: 'sample'; countries: string[]; whole?: { first: string; last: string } }
  | { what: 'sides' }
  | { what: 'dataset'; asked: string }
);

/** Countries of the filter's places; empty if any place names none. */
function countriesAsked({ places = [] }: Filter): Set<string> {
  return new Set(places.some((p) => p.countries.length === 0) ? [] : places.flatMap((p) => p.countries));
}

const records = ({ scope, kinds }: DatasetCoverage, kind: string): boolean =>
  isCoded(kind, scope?.kinds && [...scope.kinds, ...kinds]);

const counts = ({ scope }: DatasetCoverage, of: Quantity): boolean =>
  of === 'incidents' || scope === undefined || scope.casualties.includes(of);

const dayBefore = (day: string) => daysLater(day, -1);

/** First and last day of a dataset in the countries that were asked for; of none, of the whole dataset. */
function spanIn({ first, last, countries }: DatasetCoverage, asked: ReadonlySet<string>) {
  const ends = countries.filter(({ country }) => asked.has(country)).map((c) => c.last);
  return { first: first ?? '', last: ends.reduce((latest, end) => (end > latest ? end : latest), '') || (last ?? '') };
}

function reaches(filter: Filter, { first, last }: { first: string; last: string }): boolean {
  const periods = periodsOf(filter);
  return !periods || periods.some(({ start, end }) => (start ?? '') <= last && (end === null || end > first));
}

/** The people of whom a number is asked for, or required. */
const figuresAsked = ({ civilians, wounded }: Filter, of: Quantity): Quantity[] => [
  of,
  ...(civilians ? ['civilians killed' as const] : []),
  ...(wounded ? ['wounded' as const] : []),
];

/**
 * Countries that were asked for of which all datasets have only a sample, then or at any time. `whole`: when they have
 * every incident of the one country.
 */
function sampleGap(filter: Filter, datasets: readonly DatasetCoverage[], asked: ReadonlySet<string>) {
  const periods = periodsOf(filter) ?? [];
  const isSampled = ({ scope, first, last, countries }: DatasetCoverage, country: string): boolean => {
    if (!scope?.whole) return false;
    const part = scope.whole.find((one) => one.country === country);
    if (!part) return true;
    const end = countries.find((one) => one.country === country)?.last ?? last ?? '';
    return periods.some(
      (p) => (p.start ?? first ?? '') < part.first || (p.end === null ? end : dayBefore(p.end)) > part.last,
    );
  };
  const sampled = [...asked].filter((country) => datasets.every((d) => isSampled(d, country)));
  const [only] = sampled;
  if (only === undefined) return undefined;
  const [part] = datasets.flatMap(({ scope }) => scope?.whole?.filter(({ country }) => country === only) ?? []);
  const whole = sampled.length === 1 && part ? { whole: { first: part.first, last: part.last } } : {};
  return { what: 'sample' as const, countries: sampled, ...whole };
}

function gapIn(filter: Filter, { of, lost }: Pick<Query, 'of' | 'lost'>, coverage: Coverage): ScopeGap | undefined {
  const held = coverage.datasets.filter((d) => d.incidents > 0 && (filter.dataset ?? d.id) === d.id);
  if (held.length === 0 && filter.dataset !== undefined && coverage.incidents > 0)
    return {
      what: 'dataset',
      filter,
      datasets: coverage.datasets.filter((d) => d.incidents > 0),
      asked: filter.dataset,
    };
  if (held.length === 0 || filter.ids || filter.unreviewed) return undefined;
  const asked = countriesAsked(filter);
  const there = asked.size ? held.filter((d) => d.countries.some(({ country }) => asked.has(country))) : held;
  if (there.length === 0) return { what: 'country', filter, datasets: held, countries: [...asked] };
  const base = telling(there);
  const spans = base.map((d) => spanIn(d, asked));
  const now = base.filter((_, n) => reaches(filter, spans[n] ?? { first: '', last: '' }));
  if (now.length === 0) {
    const [country, ...more] = asked;
    return {
      ...{ what: 'period', filter, datasets: base },
      ...(country !== undefined && more.length === 0 ? { country } : {}),
      first: spans.map(({ first }) => first).sort()[0] ?? '',
      last:
        spans
          .map(({ last }) => last)
          .sort()
          .at(-1) ?? '',
    };
  }
  const elsewhere = (tells: (d: DatasetCoverage) => boolean) =>
    coverage.datasets.filter((d) => d.incidents > 0 && !d.scope?.selected && !now.includes(d) && tells(d));
  const kinds = filter.eventTypes?.filter((kind) => !now.some((d) => records(d, kind))) ?? [];
  if (kinds.length)
    return {
      what: 'kind',
      filter,
      datasets: now,
      kinds,
      elsewhere: elsewhere((d) => kinds.some((k) => records(d, k))),
    };
  const figure = figuresAsked(filter, of).find((one) => !now.some((d) => counts(d, one)));
  if (figure)
    return { what: 'casualty', filter, datasets: now, of: figure, elsewhere: elsewhere((d) => counts(d, figure)) };
  if (lost && !now.some(({ scope }) => scope === undefined || scope.sides))
    return { what: 'sides', filter, datasets: now };
  const sample = sampleGap(filter, now, asked);
  if (sample) return { ...sample, filter, datasets: now };
  const least = Math.min(...now.map(({ scope }) => scope?.leastKilled ?? 0));
  return (filter.killed?.max ?? least) < least ? { what: 'toll', filter, datasets: now, least } : undefined;
}

/** The filters that a query counts by: of its sides, of a share's part, or its own. */
function filtersCounted({ measure, filter, sides, part, change }: Query): Filter[] {
  if ((comparesSides(measure) || change) && sides?.length) return sides.map((side) => ({ ...filter, ...side.filter }));
  return part ? [filter, { ...filter, ...part }] : [filter];
}

/** What a query asks for beyond the scope of the datasets, for each of the filters that it counts by. */
export function scopeGaps(query: Query, coverage: Coverage): (ScopeGap | undefined)[] {
  if (query.measure === 'changes') return [];
  return filtersCounted(query).map((filter) => gapIn(filter, query, coverage));
}
