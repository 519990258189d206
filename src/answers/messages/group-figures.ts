import { comparedSides } from '../../incidents/difference.ts';
import { weightOf } from '../../incidents/group-changes.ts';
import type { Filter, Having, Quantity, Query, Unit } from '../../incidents/query.ts';
import type { Group } from '../../incidents/result.ts';
import type { AnswerContext } from '../document/answer-context.ts';
import { clean } from './english/text.ts';
import { common } from './figures.ts';

/** What a figure was, what it is, and the change; `percent` undefined where it was 0. */
export interface Change {
  before: number;
  now: number;
  change: number;
  percent: number | undefined;
}
interface Named {
  key: string;
  words: string;
}
interface About {
  by: Unit;
  of: Quantity;
  filter: Filter;
}
interface GreatestChange extends About {
  /** How the figure of the group went, and whether no other changed more in the way that was asked for. */
  went: 'up' | 'down' | 'nowhere';
  asked: 'up' | 'down';
  /** The earlier and the later period, if two are compared. */
  between: readonly [string, string] | undefined;
  group: Named;
}
interface KeptGroups extends About {
  n: number;
  having: Having | undefined;
  /** The one with most, if the groups are shown. */
  leader: Named | undefined;
  /** Units of time in which nothing is counted, the first of them; whether there are more. */
  empty: readonly string[];
  more: boolean;
}

/** The sentences about groups: what changed in them, and which fulfil a condition. */
export interface GroupFigureMessages {
  /** "from 100 to 150 (+50, +50 %)" */
  change(change: Change): string;
  greatest(told: GreatestChange): string;
  /** Of a series: the units of time with the greatest rise and fall. */
  steps(rise: Named | undefined, fall: Named | undefined): string;
  kept(told: KeptGroups): string;
  /** "5 actors, 38 incidents" */
  different(n: number, unit: Unit, quantity: string): string;
  /** "From 2014 to 2015: +50 (+50 %)." */
  between(from: string, to: string, change: Change): string;
  columns: { before: string; change: string; different(unit: Unit): string };
}

/** How a language names groups and their figures. */
export interface GroupWords {
  key(by: Unit | undefined, key: string): string;
  quantity(of: Quantity, group: Group, filter: Filter): string;
}

/** "+4,534", "−221" */
export const signed = (n: number, number: (n: number) => string): string =>
  `${n < 0 ? '−' : n > 0 ? '+' : ''}${number(Math.abs(n))}`;

/** What changed in a group; undefined where it is not known. */
function changeOf({ change, before, percent }: Group): Change | undefined {
  if (change == null || before == null) return undefined;
  return { before, now: before + change, change, percent: percent ?? undefined };
}

/** Whether a condition counts different ones of a unit. */
const distinctUnit = ({ having }: Pick<Query, 'having'>, { distinct }: Group): Unit | undefined =>
  distinct === undefined ? undefined : (having?.of as Unit | undefined);

function named(w: GroupFigureMessages, words: GroupWords, query: Query, group: Group): Named {
  const [change, unit] = [changeOf(group), distinctUnit(query, group)];
  const quantity = words.quantity(query.of, group, query.filter);
  const told = change ? w.change(change) : unit ? w.different(group.distinct ?? 0, unit, quantity) : quantity;
  return { key: words.key(query.by, group.key), words: told };
}

function greatest(w: GroupFigureMessages, words: GroupWords, { query, result }: AnswerContext): string | undefined {
  const { by = 'actor', of, filter, sides = [], order } = query;
  const [leader] = result.groups ?? [];
  const change = leader && changeOf(leader);
  if (!leader || !change) return undefined;
  const { of: now, than } =
    comparedSides(
      { sides },
      sides.map(() => leader),
    ) ?? {};
  return w.greatest({
    ...{ by, of, filter: common(filter, sides) },
    went: change.change > 0 ? 'up' : change.change < 0 ? 'down' : 'nowhere',
    asked: order === 'fewest' ? 'down' : 'up',
    between: now && than ? [clean(than.side.key, 60), clean(now.side.key, 60)] : undefined,
    group: named(w, words, query, leader),
  });
}

/** The rise and the fall of a series that are the greatest; empty where nothing rose or fell. */
export function stepsOf(w: GroupFigureMessages, words: GroupWords, { query, result }: AnswerContext): string {
  if (!query.change) return '';
  const weight = (group: Group) => weightOf(query, group) ?? 0;
  const sorted = [...(result.groups ?? [])].sort((a, b) => weight(b) - weight(a));
  const [rise, fall] = [sorted[0], sorted.at(-1)];
  const told = (group: Group | undefined) => group && named(w, words, query, group);
  return w.steps(rise && weight(rise) > 0 ? told(rise) : undefined, fall && weight(fall) < 0 ? told(fall) : undefined);
}

const mostNamed = 5;

function kept(w: GroupFigureMessages, words: GroupWords, { query, result }: AnswerContext): string {
  const { by = 'actor', of, having, filter, measure } = query;
  const [leader] = result.groups ?? [];
  const n = measure === 'count' ? Number(result.value ?? 0) : (result.groupTotal ?? 0);
  const empty = (result.empty ?? []).map((key) => words.key(by, key));
  const some = { empty: empty.slice(0, mostNamed), more: empty.length > mostNamed };
  return w.kept({ ...{ by, of, filter, having, n }, ...some, leader: leader && named(w, words, query, leader) });
}

/** The sentence of a ranking by change, of groups with a condition and of a count of groups; undefined for others. */
export function groupSentence(w: GroupFigureMessages, words: GroupWords, context: AnswerContext): string | undefined {
  const { measure, by, change, having } = context.query;
  if (measure === 'count') return by && kept(w, words, context);
  if (measure !== 'rank') return undefined;
  if (change) return greatest(w, words, context);
  return having && kept(w, words, context);
}

/** What changed between two periods that are compared; empty for other comparisons. */
export function betweenPeriods(w: GroupFigureMessages, { query, result }: AnswerContext): string {
  const compared = comparedSides(query, result.groups ?? []);
  if (query.measure !== 'compare' || result.percent === undefined || result.value == null || !compared) return '';
  const { of, than } = compared;
  const sum = [than, of].map(({ group }) => (query.of === 'incidents' ? group.count : (group.killed ?? 0)));
  const change = { before: sum[0] ?? 0, now: sum[1] ?? 0, change: result.value, percent: result.percent ?? undefined };
  return ` ${w.between(clean(than.side.key, 60), clean(of.side.key, 60), change)}`;
}
