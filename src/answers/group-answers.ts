import type { Group } from '../incidents/incidents.ts';
import { countedQuantity, isNonFatal } from '../incidents/quantities.ts';
import { attackersOnly, type Query } from '../incidents/query.ts';
import { creditOf, pointOf, seriesOf, seriesUnit } from './chart-data.ts';
import type { Part } from './document/answer.ts';
import type { AnswerBody } from './document/answer-body.ts';
import type { AnswerContext } from './document/answer-context.ts';
import { withoutFigure } from './list-answer.ts';
import { timeKey } from './messages/english/dates.ts';
import { around, shortKinds } from './messages/english/filter.ts';
import { keyWords, measuredWords, unitWords } from './messages/english/groups.ts';
import { capital, clean, list, number, plural } from './messages/english/text.ts';
import { pictureLabelsFor } from './messages/localize-pictures.ts';

const space = (text: string) => (text ? ` ${text}` : '');

function quantity(query: Query, g: Group): string {
  const incidents = plural(g.count, shortKinds(query.filter, 1), shortKinds(query.filter, 2));
  if (query.of === 'incidents') return `${incidents} (${number(g.killed)} killed)`;
  if (g.asked === null) return `no figure for ${incidents}`;
  return `${number(countedQuantity(query.of, g))} ${query.of} in ${incidents}`;
}

function groupTable(context: AnswerContext, groups: Group[], head: string): AnswerBody['parts'][number] {
  const beside = isNonFatal(context.query.of) ? capital(context.query.of) : undefined;
  const rows = groups.map((g) => [
    keyWords(context.query.by, g.key),
    number(g.count),
    ...(beside ? [g.asked == null ? '–' : number(g.asked)] : []),
    number(g.killed),
    number(g.civilians),
  ]);
  return {
    kind: 'table',
    table: {
      title: head,
      columns: [
        {
          name: capital(context.query.measure === 'compare' ? 'side' : unitWords[context.query.by ?? 'year'][0]),
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

/** A series: the total, the highest unit, a chart and a table. */
export function trend(context: AnswerContext): AnswerBody {
  const { query, result } = context;
  const groups = result.groups ?? [];
  const weight = (g: Group) => countedQuantity(query.of, g);
  const top = groups.reduce<Group | undefined>(
    (best, g) => (best === undefined || weight(g) > weight(best) ? g : best),
    undefined,
  );
  const total = groups.reduce((n, g) => n + weight(g), 0);
  const noun = measuredWords(query, total);
  const [one] = unitWords[query.by ?? 'year'];
  const first =
    `${number(total)} ${noun}${space(around(query.filter))}, by ${one}. ${top ? `Highest: ${timeKey(top.key)}, ${quantity(query, top)}.` : ''}`.trim() +
    withoutFigure(context);
  const chart = seriesOf(context, seriesUnit(context), query.by ?? 'year', total);
  return { first, parts: [{ kind: 'chart', ...chart }, groupTable(context, groups, chart.title)] };
}

/** A ranking, with the leader in the first sentence. */
export function rank(context: AnswerContext): AnswerBody {
  const { query, result } = context;
  const groups = result.groups ?? [];
  const [leader] = groups;
  if (!leader) return { first: `There is nothing to rank${space(around(query.filter))}.`, parts: [] };
  const by = query.by ?? 'actor';
  const [one] = unitWords[by];
  const what = query.order === 'fewest' ? 'fewest' : 'most';
  const measured = measuredWords(query);
  const both = query.by === 'actor' && result.groups?.length ? actorCaveat(query) : '';
  const first = `The ${one} with the ${what} ${measured}${space(around(query.filter))}: ${keyWords(query.by, leader.key)}, with ${quantity(query, leader)}.${withoutFigure(context)}${both}`;
  const title = pictureLabelsFor(context.language).chart.ranked(query, by, groups.length, result.groupTotal ?? 0);
  return { first, parts: [bars(context, groups, title), groupTable(context, groups, title)] };
}

/** Ranks and sides as bars, in the order of the table. */
function bars(context: AnswerContext, groups: Group[], title: string): Part {
  const { query, language } = context;
  const words = pictureLabelsFor(language);
  return {
    kind: 'chart',
    language,
    title,
    about: words.around(query.filter),
    unit: words.measured(query),
    points: groups.filter(({ asked }) => asked !== null).map((g) => pointOf(query, words.key(query.by, g.key))(g)),
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
  const chart = bars(context, groups, pictureLabelsFor(context.language).chart.sides(query));
  return { first, parts: [chart, groupTable(context, groups, 'Side by side')] };
}
