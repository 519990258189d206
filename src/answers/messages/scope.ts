import { type DatasetCoverage, shortName } from '../../incidents/data-profile.ts';
import type { Filter, Quantity, Query } from '../../incidents/query.ts';
import type { AnswerContext, Beyond } from '../document/answer-context.ts';
import { datasetName } from './dataset-name.ts';
import { clean } from './english/text.ts';

/** The words for what lies beyond the scope of the data: sentences with a full stop. */
export interface ScopeMessages {
  /** "UCDP does not record suicide bombings." */
  kind(datasets: readonly string[], kinds: readonly string[]): string;
  casualty(datasets: readonly string[], of: Quantity): string;
  /** `covered`: the countries of the data, `more` of them not named; `world`: more can be imported. */
  country(asked: readonly string[], covered: readonly string[], more: number, world: boolean): string;
  /** `asked`: nothing but the time that is asked for. */
  period(
    datasets: readonly string[],
    country: string | undefined,
    edge: 'begins' | 'ends',
    day: string,
    asked: Filter,
  ): string;
  toll(datasets: readonly string[], least: number): string;
  /** Of some countries there is only a sample of the incidents, but for the days in `whole`. */
  sample(datasets: readonly string[], countries: readonly string[], whole?: { first: string; last: string }): string;
  /** On which side the dead were. */
  sides(datasets: readonly string[]): string;
  /** So many people killed on the side of governments, or of the others who fought, in so many incidents. */
  lost(side: NonNullable<Query['lost']>, value: number, incidents: number, filter: Filter): string;
  /** Of the killed, how many were of the actor's own side and how many were not. */
  own(actor: string, own: number, others: number): string;
  /** There is no data of a dataset that is asked for. */
  dataset(asked: string, held: readonly string[]): string;
  /** Another dataset that records it. */
  elsewhere(datasets: readonly string[]): string;
  /** So many of `of` incidents of a filter mention it, found by one of the phrases and `more`. */
  mentions(n: number, of: number, filter: Filter, phrases: readonly string[], more: number): string;
  /** So many people were killed in so many incidents. */
  killed(value: number, incidents: number, filter: Filter): string;
  show: string;
  /** Of a subscription: it can never send anything. */
  never: string;
}

const mostNames = 5;
const mostPhrases = 3;
const names = (datasets: readonly DatasetCoverage[]) =>
  datasets.slice(0, mostNames).map((d) => clean(shortName(d), 80));
const withText = (text: string) => clean(text, 60);

/** What the answer begins with: what the data cannot tell. */
export function gapText(w: ScopeMessages, { gap }: Pick<Beyond, 'gap'>, world = false): string {
  const datasets = names(gap.datasets);
  if (gap.what === 'kind') return `${w.kind(datasets, gap.kinds)}${elsewhere(w, gap.elsewhere)}`;
  if (gap.what === 'casualty') return `${w.casualty(datasets, gap.of)}${elsewhere(w, gap.elsewhere)}`;
  if (gap.what === 'dataset') return w.dataset(withText(datasetName(gap.asked)), datasets);
  if (gap.what === 'sides') return w.sides(datasets);
  if (gap.what === 'toll') return w.toll(datasets, gap.least);
  if (gap.what === 'sample') return w.sample(datasets, gap.countries.slice(0, mostNames).map(withText), gap.whole);
  if (gap.what === 'period') {
    const start = gap.filter.period?.start ?? gap.filter.periods?.[0]?.start ?? '';
    const after = start > gap.last;
    const country = gap.country && withText(gap.country);
    const { period, periods } = gap.filter;
    const asked = { ...(period ? { period } : {}), ...(periods ? { periods } : {}) };
    return after
      ? w.period(datasets, country, 'ends', gap.last, asked)
      : w.period(datasets, undefined, 'begins', gap.first, asked);
  }
  const covered = [...new Set(gap.datasets.flatMap(({ countries }) => countries.map(({ country }) => country)))];
  const shown = covered.slice(0, mostNames).map(withText);
  return w.country(gap.countries.slice(0, mostNames).map(withText), shown, covered.length - shown.length, world);
}

const elsewhere = (w: ScopeMessages, datasets: readonly DatasetCoverage[]): string =>
  datasets.length ? ` ${w.elsewhere(names(datasets))}` : '';

/** The nearest that the data has, as a sentence. */
export function nearestText(w: ScopeMessages, { nearest, gap }: Beyond): string {
  if (nearest?.how === 'mentions') {
    const { eventTypes: _, ...filter } = gap.filter;
    const phrases = nearest.phrases.slice(0, mostPhrases);
    return w.mentions(nearest.result.total, nearest.of, filter, phrases, nearest.phrases.length - phrases.length);
  }
  if (nearest) return w.killed(nearest.result.value ?? 0, nearest.result.total, nearest.query.filter);
  return '';
}

/** How many of the killed were of the side of the one actor that the query names, as a sentence that follows another. */
export function ownWords(
  w: ScopeMessages,
  { query, result: { own, value } }: Pick<AnswerContext, 'query' | 'result'>,
): string {
  const [actor] = query.filter.actors ?? [];
  return own === undefined || value == null || !actor
    ? ''
    : ` ${w.own(clean(actor.name, 80), own, Math.max(0, value - own))}`;
}
