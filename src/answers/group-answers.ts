import { comparesSides } from '../incidents/difference.ts';
import type { Group } from '../incidents/incidents.ts';
import { countedQuantity, isNonFatal, knownQuantity } from '../incidents/quantities.ts';
import { attackersOnly, type Query } from '../incidents/query.ts';
import { type CycleUnit, isCycleUnit, keysOfCycle } from '../incidents/time-units.ts';
import { creditOf, pointOf, seriesOf, seriesUnit } from './chart-data.ts';
import type { Part } from './document/answer.ts';
import type { AnswerBody } from './document/answer-body.ts';
import type { AnswerContext } from './document/answer-context.ts';
import { withoutFigure } from './list-answer.ts';
import { around, shortKinds } from './messages/english/filter.ts';
import { keyWords, measuredWords, unitWords } from './messages/english/groups.ts';
import { capital, clean, list, number, plural } from './messages/english/text.ts';
import { pictureLabelsFor } from './messages/localize-pictures.ts';
import { quietUnits } from './quiet-units.ts';

const space = (text: string) => (text ? ` ${text}` : '');

function quantity(query: Query, g: Group): string {
  const incidents = plural(g.count, shortKinds(query.filter, 1), shortKinds(query.filter, 2));
  if (query.of === 'incidents') return g.killed === null ? incidents : `${incidents} (${number(g.killed)} killed)`;
  if (knownQuantity(query.of, g) === null) return `no figure for ${incidents}`;
  return `${number(countedQuantity(query.of, g))} ${query.of} in ${incidents}`;
}

/** A figure that nobody gives is a dash. */
const orDash = (n: number | null): string => (n === null ? '–' : number(n));

function groupTable(context: AnswerContext, groups: Group[], head: string): AnswerBody['parts'][number] {
  const beside = isNonFatal(context.query.of) ? capital(context.query.of) : undefined;
  const rows = groups.map((g) => [
    keyWords(context.query.by, g.key),
    number(g.count),
    ...(beside ? [orDash(g.asked ?? null)] : []),
    orDash(g.killed),
    orDash(g.civilians),
  ]);
  return {
    kind: 'table',
    table: {
      title: head,
      columns: [
        {
          name: capital(comparesSides(context.query.measure) ? 'side' : unitWords[context.query.by ?? 'year'][0]),
          align: 'left',
        },
        { name: 'Incidents', align: 'right' },
        ...(beside ? [{ name: beside, align: 'right' as const }] : []),
        { name: 'Killed', align: 'right' },
        { name: 'Civilians killed', align: 'right' },
      ],
      rows,
    },
  };
}

/** None of so many incidents is in any group. */
const noGroups = ({ by = 'year', filter }: Query, n: number): string =>
  `The data does not tell the ${unitWords[by][0]} of any of the ${plural(n, shortKinds(filter, 1), shortKinds(filter, 2))}${space(around(filter))}.`;

/** A series: the total, the highest unit, a chart and a table. */
export function trend(context: AnswerContext): AnswerBody {
  const { query, result } = context;
  const groups = result.groups ?? [];
  if (groups.length === 0) return { first: noGroups(query, result.total), parts: [] };
  const weight = (g: Group) => countedQuantity(query.of, g);
  const top = groups.reduce<Group | undefined>(
    (best, g) => (best === undefined || weight(g) > weight(best) ? g : best),
    undefined,
  );
  const total = groups.reduce((n, g) => n + weight(g), 0);
  const noun = measuredWords(query, total);
  const [one] = unitWords[query.by ?? 'year'];
  const first =
    `${number(total)} ${noun}${space(around(query.filter))}, by ${one}. ${top ? `Highest: ${keyWords(query.by, top.key)}, ${quantity(query, top)}.` : ''}`.trim() +
    withoutFigure(context);
  const chart = isCycleUnit(query.by)
    ? cycleOf(context, query.by, total)
    : seriesOf(context, seriesUnit(context), query.by ?? 'year', total);
  return { first, parts: [{ kind: 'chart', ...chart }, groupTable(context, groups, chart.title)] };
}

/** Units of time that have none, where the fewest are asked for; the sentence about the others goes on from it. */
function quietWords(context: AnswerContext): string {
  const { by = 'year', filter } = context.query;
  const quiet = quietUnits(context);
  if (!quiet) return '';
  const { keys, more } = quiet;
  const named = list([...keys.map((key) => keyWords(by, key)), ...(more ? [`${number(more)} more`] : [])]);
  return `No ${shortKinds(filter, 2)} in ${plural(keys.length + more, ...unitWords[by])}: ${named}. Among the others, `;
}

/** A ranking, with the leader in the first sentence. */
export function rank(context: AnswerContext): AnswerBody {
  const { query, result } = context;
  const groups = result.groups ?? [];
  const [leader] = groups;
  if (!leader && result.ungrouped) return { first: noGroups(query, result.ungrouped), parts: [] };
  if (!leader) return { first: `There is nothing to rank${space(around(query.filter))}.`, parts: [] };
  const by = query.by ?? 'actor';
  const [one] = unitWords[by];
  const what = query.order === 'fewest' ? 'fewest' : 'most';
  const measured = measuredWords(query);
  const both = query.by === 'actor' && result.groups?.length ? actorCaveat(query) : '';
  const quiet = quietWords(context);
  const first = `${quiet}${quiet ? 'the' : 'The'} ${one} with the ${what} ${measured}${space(around(query.filter))}: ${keyWords(query.by, leader.key)}, with ${quantity(query, leader)}.${withoutFigure(context)}${both}`;
  const title = pictureLabelsFor(context.language).chart.ranked(query, by, groups.length, result.groupTotal ?? 0);
  return { first, parts: [bars(context, groups, title), groupTable(context, groups, title)] };
}

/** All units that come round again as bars, in their order. */
function cycleOf(context: AnswerContext, by: CycleUnit, total: number): Extract<Part, { kind: 'chart' }> {
  const { query, result, language } = context;
  const found = new Map((result.groups ?? []).map((g) => [g.key, g]));
  const nothing = { count: 0, killed: 0, low: 0, high: 0, civilians: 0 };
  const all = keysOfCycle(by).map((key) => found.get(key) ?? { key, ...nothing });
  return bars(context, all, pictureLabelsFor(language).chart.series(query, by, total));
}

/** Ranks and sides as bars, in the order of the table. */
function bars(context: AnswerContext, groups: Group[], title: string): Extract<Part, { kind: 'chart' }> {
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

const actorCaveat = (query: Query) =>
  attackersOnly(query.filter) ? '' : ' Both sides of a fight are counted: the data does not say who attacked whom.';

/** A comparison: the larger side first in the sentence, the question's order in the table. */
export function compare(context: AnswerContext): AnswerBody {
  const { query, result } = context;
  const groups = result.groups ?? [];
  const weight = (g: Group) => countedQuantity(query.of, g);
  const sorted = [...groups].sort((a, b) => weight(b) - weight(a));
  const first = `${capital(
    list(
      sorted.map((g) => `${clean(g.key, 80)}: ${quantity(query, g)}`),
      'and',
    ).replace(/ and (?=[^:]+: )/, '; '),
  )}${around(query.filter) ? ` (${around(query.filter)})` : ''}.`;
  return { first, parts: sideBySide(context) };
}

/** The sides as bars and as a table. */
export function sideBySide(context: AnswerContext): Part[] {
  const { query, result, language } = context;
  const groups = result.groups ?? [];
  const chart = bars(context, groups, pictureLabelsFor(language).chart.sides(query));
  return [chart, groupTable(context, groups, 'Side by side')];
}
