import { type DatasetCoverage, shortName } from '../../incidents/data-profile.ts';
import type { Filter, Quantity } from '../../incidents/query.ts';
import type { Beyond } from '../document/answer-context.ts';
import { clean } from './english/text.ts';

/** The words for what lies beyond the scope of the data: sentences with a full stop. */
export interface ScopeMessages {
  /** "UCDP does not record suicide bombings." */
  kind(datasets: readonly string[], kinds: readonly string[]): string;
  casualty(datasets: readonly string[], of: Quantity): string;
  /** `covered`: the countries of the data, `more` of them not named; `world`: more can be imported. */
  country(asked: readonly string[], covered: readonly string[], more: number, world: boolean): string;
  period(datasets: readonly string[], country: string | undefined, edge: 'begins' | 'ends', day: string): string;
  toll(datasets: readonly string[], least: number): string;
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
  if (gap.what === 'toll') return w.toll(datasets, gap.least);
  if (gap.what === 'period') {
    const start = gap.filter.period?.start ?? gap.filter.periods?.[0]?.start ?? '';
    const after = start > gap.last;
    const country = gap.country && withText(gap.country);
    return w.period(datasets, after ? country : undefined, after ? 'ends' : 'begins', after ? gap.last : gap.first);
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
