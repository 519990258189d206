import { comparesSides } from '../../incidents/difference.ts';
import type { Group } from '../../incidents/incidents.ts';
import { wholePeriod } from '../../incidents/periods.ts';
import { countedQuantity, isUncounted } from '../../incidents/quantities.ts';
import { attackersOnly, type Query } from '../../incidents/query.ts';
import type { AnswerContext } from '../document/answer-context.ts';
import { quietUnits } from '../quiet-units.ts';
import type { MessageCatalogue } from './catalogue.ts';
import { clean, sentence } from './english/text.ts';
import { figureSentence, isUntold } from './figures.ts';
import { betweenPeriods, groupSentence, stepsOf } from './group-figures.ts';
import { ownWords } from './scope.ts';

/** What a group is measured by. */
export const weightOf = (of: Query['of']) => (g: Group) => countedQuantity(of, g);

/** How many were found, and which of them follow in a list. */
function found(w: MessageCatalogue, { query, result }: AnswerContext): string {
  const n = query.measure === 'list' ? result.incidents.length : 0;
  const how =
    query.order === 'deadliest' || query.order === 'oldest' || query.order === 'relevance' ? query.order : 'newest';
  const rest = result.total > n && n > 0 ? ` ${w.shown(how, n, query.offset ? query.offset + 1 : undefined)}` : '';
  return `${sentence(w.counted(query.filter, result.total))}${rest}`;
}

function sum(w: MessageCatalogue, context: AnswerContext): string {
  const { query, result } = context;
  const { of, lost, filter } = query;
  const [value, low, high] = [result.value ?? 0, result.low ?? 0, result.high ?? 0];
  const known = result.total - result.withoutFigure;
  if (lost && result.value != null) return `${w.scope.lost(lost, value, known, filter)}${without(w, result)}`;
  if (known === 0 && result.total > 0) return w.noToll(of, result.total, filter);
  const range: [number, number] | undefined =
    of === 'killed' && (low !== value || high !== value) ? [low, high] : undefined;
  return `${w.toll(of, value, range, known, filter)}${ownWords(w.scope, context)}${without(w, result)}`;
}

const without = (w: MessageCatalogue, { withoutFigure }: AnswerContext['result']) =>
  withoutFigure ? ` ${w.withoutFigure(withoutFigure)}` : '';

function trend(w: MessageCatalogue, context: AnswerContext): string {
  const { query, result } = context;
  const { of, by = 'year', filter } = query;
  const groups = result.groups ?? [];
  if (groups.length === 0) return w.noGroups(by, result.total, filter);
  const weight = weightOf(of);
  const [top] = [...groups].sort((a, b) => weight(b) - weight(a));
  const total = groups.reduce((n, g) => n + weight(g), 0);
  const steps = stepsOf(w.groups, w, context);
  const highest = steps ? ` ${steps}` : top ? ` ${w.highest(w.key(by, top.key), w.quantity(of, top, filter))}` : '';
  return `${w.series(total, of, filter, by)}${highest}${without(w, result)}`;
}

function rank(w: MessageCatalogue, context: AnswerContext): string {
  const { query, result } = context;
  const { of, by = 'actor', order, filter } = query;
  const quiet = quietUnits(context);
  const [leader] = result.groups ?? [];
  if (!leader) return result.ungrouped ? w.noGroups(by, result.ungrouped, filter) : w.nothingToRank;
  const both = by === 'actor' && !attackersOnly(filter) ? ` ${w.bothSides}` : '';
  const leading = `${w.leader(by, order === 'fewest', of, filter, w.key(by, leader.key), w.quantity(of, leader, filter))}${without(w, result)}${both}`;
  return quiet ? `${w.quiet(by, quiet.keys, quiet.more, filter)} ${uncapital(leading)}` : leading;
}

function compare(w: MessageCatalogue, context: AnswerContext): string {
  const { query, result } = context;
  const { of, filter } = query;
  const weight = weightOf(of);
  const sorted = [...(result.groups ?? [])].sort((a, b) => weight(b) - weight(a));
  const compared = sorted.map((g) => `${w.key(undefined, clean(g.key, 80))}: ${w.quantity(of, g, filter)}`);
  return `${w.compared(compared, filter)}${betweenPeriods(w.groups, context)}`;
}

function nothing(w: MessageCatalogue, { query, result, nearest, coverage }: AnswerContext): string {
  const total = result.aggregates.find((a) => a.count !== null);
  const [other] = nearest?.result.incidents ?? [];
  const period = wholePeriod(query.filter);
  const outside =
    period?.end && coverage.first && period.end <= coverage.first
      ? w.dataBegins(coverage.first)
      : period?.start && coverage.last && period.start > coverage.last
        ? w.dataEnds(coverage.last, undefined, false)
        : '';
  return [
    total ? w.notes.total(sentence(clean(total.statement, 300)), undefined) : '',
    sentence(w.counted(query.filter, 0)),
    nearest && other ? w.nearest(nearest.what, other.when, w.title(other)) : outside,
  ]
    .filter(Boolean)
    .join(' ');
}

const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The sentence that answers. */
export function headlineFor(w: MessageCatalogue, context: AnswerContext): string {
  const { query, result } = context;
  const [a, b] = result.incidents;
  if (result.total > 0 && result.groups && isUncounted(query.of, result.groups))
    return w.noToll(query.of, result.total, query.filter);
  if (query.measure === 'compare') return compare(w, context);
  if (result.total === 0 && !comparesSides(query.measure)) return nothing(w, context);
  const groups = groupSentence(w.groups, w, context);
  if (groups) return `${groups}${without(w, result)}`;
  const figure = figureSentence(w.figures, context);
  if (figure && isUntold(result)) return w.noToll(query.of, result.total, query.filter);
  if (figure) return `${figure}${without(w, result)}`;
  if (query.measure === 'sum') return sum(w, context);
  if (query.measure === 'trend') return trend(w, context);
  if (query.measure === 'rank') return rank(w, context);
  if ((query.measure === 'first' || query.measure === 'last') && a)
    return w.end(query.measure, result.total, query.filter, a);
  if (query.measure === 'span' && a && b) return w.span(result.value ?? 0, query.filter, a.when, b.when);
  return found(w, context);
}
