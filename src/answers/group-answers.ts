import { comparesSides } from '../incidents/difference.ts';
import { weightOf as weightIn } from '../incidents/group-changes.ts';
import type { Group } from '../incidents/incidents.ts';
import { isNonFatal, knownQuantity } from '../incidents/quantities.ts';
import { isQuantity } from '../incidents/query.ts';
import { type CycleUnit, isCycleUnit, keysOfCycle } from '../incidents/time-units.ts';
import { creditOf, pointOf, seriesOf, seriesUnit } from './chart-data.ts';
import type { Part } from './document/answer.ts';
import type { AnswerBody } from './document/answer-body.ts';
import type { AnswerContext } from './document/answer-context.ts';
import { signed } from './messages/group-figures.ts';
import { weightOf } from './messages/headline.ts';
import { messagesFor } from './messages/localize.ts';
import { pictureLabelsFor } from './messages/localize-pictures.ts';

type Chart = Extract<Part, { kind: 'chart' }>;

interface OwnColumn {
  name: string;
  cell(group: Group): string;
}

/** What groups have besides their sums: what they were before and what changed, or how many different ones they have. */
function ownColumns({ query: { change, having }, language }: AnswerContext): OwnColumn[] {
  const { columns } = messagesFor(language).groups;
  const { number } = pictureLabelsFor(language);
  if (change)
    return [
      { name: columns.before, cell: (g) => (g.before == null ? '–' : number(g.before)) },
      { name: columns.change, cell: (g) => (g.change == null ? '–' : signed(g.change, number)) },
    ];
  return having && !isQuantity(having.of)
    ? [{ name: columns.different(having.of), cell: (g) => number(g.distinct ?? 0) }]
    : [];
}

/** The figures of groups; one that nobody gives is a dash. */
function tableOf(context: AnswerContext, groups: Group[], title: string, line?: string): Part {
  const { query, language } = context;
  const own = ownColumns(context);
  const { columns, key } = messagesFor(language);
  const { number } = pictureLabelsFor(language);
  const orDash = (n: number | null): string => (n === null ? '–' : number(n));
  const by = comparesSides(query.measure) ? undefined : (query.by ?? 'year');
  const asked = isNonFatal(query.of) ? query.of : undefined;
  const names = [
    columns.incidents,
    ...(asked ? [columns[asked]] : []),
    columns.killed,
    columns.civilians,
    ...own.map(({ name }) => name),
  ];
  return {
    kind: 'table',
    table: {
      title,
      columns: [
        { name: by ? columns.unit[by] : columns.side, align: 'left' },
        ...names.map((name) => ({ name, align: 'right' as const })),
      ],
      rows: groups.map((g) => [
        key(by, g.key),
        number(g.count),
        ...(asked ? [orDash(g.asked ?? null)] : []),
        orDash(g.killed),
        orDash(g.civilians),
        ...own.map(({ cell }) => cell(g)),
      ]),
      ...(line === undefined ? {} : { line }),
    },
  };
}

/** A series as a chart and a table. */
export function trend(context: AnswerContext): AnswerBody {
  const { query, result } = context;
  const groups = result.groups ?? [];
  if (groups.length === 0) return { parts: [] };
  const total = groups.reduce((n, g) => n + weightOf(query.of)(g), 0);
  const chart: Chart = isCycleUnit(query.by)
    ? cycleOf(context, query.by, total)
    : { kind: 'chart', ...seriesOf(context, seriesUnit(context), query.by ?? 'year', total) };
  return { parts: [chart, tableOf(context, groups, chart.title, lineOf(context, chart))] };
}

const mostInLine = 60;

/** The drawn figures as running words; without those that are 0 where there are very many. */
function lineOf({ query: { by }, language }: AnswerContext, { points }: Chart): string {
  const words = pictureLabelsFor(language);
  const told = points.length > mostInLine ? points.filter(({ value }) => value > 0) : points;
  return told
    .map(({ label, value }) => words.labelled(isCycleUnit(by) ? label : words.key(by, label), words.number(value)))
    .join(' · ');
}

/** A ranking as bars and a table. */
export function rank(context: AnswerContext): AnswerBody {
  const { query, result, language } = context;
  const groups = result.groups ?? [];
  if (groups.length === 0) return { parts: [] };
  const { ranked } = pictureLabelsFor(language).chart;
  const title = ranked(query, query.by ?? 'actor', groups.length, result.groupTotal ?? 0);
  const table = tableOf(context, groups, title, othersOf(context, groups));
  // What fell would have no bar.
  return { parts: query.change ? [table] : [bars(context, groups, title), table] };
}

/** Those after the leader, whom the first sentence has, as running words. */
function othersOf({ query, language }: AnswerContext, [, ...others]: Group[]): string {
  const { by, change } = query;
  const { key, follow } = messagesFor(language);
  const words = pictureLabelsFor(language);
  const figures = others.map((g) => {
    const n = weightIn(query, g);
    const said = n === null ? '–' : change ? signed(n, words.number) : words.number(n);
    return words.labelled(key(by, g.key), n !== null && change === 'percent' ? `${said} %` : said);
  });
  return figures.length ? follow(figures) : '';
}

/** All units that come round again as bars, in their order. */
function cycleOf(context: AnswerContext, by: CycleUnit, total: number): Chart {
  const { query, result, language } = context;
  const found = new Map((result.groups ?? []).map((g) => [g.key, g]));
  const nothing = { count: 0, killed: 0, low: 0, high: 0, civilians: 0 };
  const all = keysOfCycle(by).map((key) => found.get(key) ?? { key, ...nothing });
  return bars(context, all, pictureLabelsFor(language).chart.series(query, by, total));
}

/** Ranks and sides as bars, in the order of the table. */
function bars(context: AnswerContext, groups: Group[], title: string): Chart {
  const { query, language } = context;
  const words = pictureLabelsFor(language);
  return {
    kind: 'chart',
    language,
    title,
    about: words.around(query.filter),
    unit: words.measured(query),
    points: groups
      .filter((g) => knownQuantity(query.of, g) !== null)
      .map((g) => pointOf(query, words.key(query.by, g.key))(g)),
    credit: creditOf(context),
  };
}

/** The sides as bars and as a table, in the question's order; the first sentence has their figures. */
export function sideBySide(context: AnswerContext): AnswerBody {
  const { query, result, language } = context;
  const groups = result.groups ?? [];
  const chart = bars(context, groups, pictureLabelsFor(language).chart.sides(query));
  return { parts: [chart, tableOf(context, groups, messagesFor(language).sideBySide, '')] };
}
