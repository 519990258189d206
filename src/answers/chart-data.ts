import { endOfCountry } from '../incidents/end-of-country.ts';
import type { Group } from '../incidents/incidents.ts';
import { wholePeriod } from '../incidents/periods.ts';
import { countedQuantity } from '../incidents/quantities.ts';
import type { Query, Unit } from '../incidents/query.ts';
import { isTimeUnit, type TimeUnit, unitKey, unitsBetween } from '../incidents/time-units.ts';
import { day } from '../kernel/duration.ts';
import { askedRanges, isAsked, isPartial, mostUnits } from './asked-units.ts';
import type { AnswerContext } from './document/answer-context.ts';
import type { Chart, ChartPoint } from './document/chart.ts';
import { clean } from './messages/english/text.ts';
import { pictureLabelsFor } from './messages/localize-pictures.ts';

/** A group as a chart point. Only totals of killed have a low and a high estimate. */
export const pointOf =
  (query: Query, label: string) =>
  (g: Group): ChartPoint => ({
    label,
    value: countedQuantity(query.of, g),
    ...(query.of === 'killed'
      ? { low: Math.min(g.low, g.killed ?? g.low), high: Math.max(g.high, g.killed ?? g.high) }
      : {}),
  });

/** The credit line: the datasets with their licences. */
export function creditOf({ coverage, language }: Pick<AnswerContext, 'coverage' | 'language'>): string {
  const words = pictureLabelsFor(language);
  const withIncidents = coverage.datasets.filter((d) => d.incidents > 0);
  return words.list(withIncidents.map((d) => words.name(`${clean(d.name, 60)} (${clean(d.licence, 40)})`)));
}

/** The first and last unit of a series: the question's period as far as there is data, else the groups' own. */
function boundsOf(context: AnswerContext, by: TimeUnit): { from: string; to: string } | undefined {
  const groups = context.result.groups ?? [];
  const [first, last] = [groups[0]?.key, groups.at(-1)?.key];
  if (!first || !last) return undefined;
  const { start, end } = wholePeriod(context.query.filter) ?? { start: null, end: null };
  const data = endOfCountry(context)?.last;
  const from = start !== null && context.coverage.first !== null && start >= context.coverage.first ? start : undefined;
  const until = [end === null ? undefined : Date.parse(end.slice(0, 10)) - day, data && Date.parse(data)];
  const known = until.filter((at) => typeof at === 'number');
  const to = data === undefined || known.length === 0 ? last : unitKey(Math.min(...known), by);
  return { from: from === undefined ? first : unitKey(Date.parse(from.slice(0, 10)), by), to: to > last ? to : last };
}

/** A series with zeros for empty units. `unit`: what the title names; `total`: the sum, for the plural of the title's noun. */
export function seriesOf(context: AnswerContext, by: TimeUnit, unit: Unit, total: number): Chart {
  const { query, result, coverage, language } = context;
  const words = pictureLabelsFor(language);
  const groups = new Map((result.groups ?? []).map((g) => [g.key, g]));
  const bounds = boundsOf(context, by);
  const asked = askedRanges(context);
  const all = bounds ? unitsBetween(bounds.from, bounds.to, by, mostUnits) : [];
  const keys = asked.length > 1 ? all.filter((key) => groups.has(key) || isAsked(asked, key)) : all;
  const end = endOfCountry(context)?.last ?? coverage.last ?? undefined;
  const points = (keys.length ? keys : [...groups.keys()]).map((key): ChartPoint => {
    const group = groups.get(key);
    const point = group ? pointOf(query, key)(group) : { label: key, value: 0 };
    return isPartial(asked, key, end) ? { ...point, partial: true } : point;
  });
  return {
    language,
    title: words.chart.series(query, unit, total),
    about: words.around(query.filter),
    unit: words.measured(query, total),
    points,
    by,
    ...(end ? { end } : {}),
    credit: creditOf(context),
  };
}

/** The unit of time of a series; a year where the query groups by something else. */
export const seriesUnit = ({ query, result }: AnswerContext): TimeUnit => {
  const unit = result.unit ?? query.by;
  return isTimeUnit(unit) ? unit : 'year';
};
