import { eventTypeById } from '../incidents/event-types.ts';
import type { Group } from '../incidents/incidents.ts';
import type { Query, Unit } from '../incidents/query.ts';
import type { Part } from './answer.ts';
import { creditOf, pointOf, seriesOf, seriesUnit, weightOf } from './series.ts';
import type { Composed, Told } from './told.ts';
import { timeKey } from './wording/dates.ts';
import { around, shortKinds } from './wording/filter.ts';
import { capital, clean, list, number, plural } from './wording/words.ts';

const unitWords: Record<Unit, [string, string]> = {
  day: ['day', 'days'],
  week: ['week', 'weeks'],
  month: ['month', 'months'],
  year: ['year', 'years'],
  place: ['place', 'places'],
  admin1: ['province', 'provinces'],
  country: ['country', 'countries'],
  actor: ['actor', 'actors'],
  eventType: ['kind of incident', 'kinds of incident'],
  source: ['source', 'sources'],
};

const keyWords = (g: Group, by: Unit | undefined) =>
  by === 'eventType' ? (eventTypeById(g.key)?.many ?? g.key) : clean(timeKey(g.key), 100);
const space = (text: string) => (text ? ` ${text}` : '');

function quantity(query: Query, g: Group): string {
  const incidents = plural(g.count, shortKinds(query.filter, 1), shortKinds(query.filter, 2));
  if (query.of === 'incidents') return `${incidents} (${number(g.killed)} killed)`;
  return query.of === 'civilians killed'
    ? `${number(g.civilians)} civilians killed in ${incidents}`
    : `${number(g.killed)} killed in ${incidents}`;
}

function table(told: Told, groups: Group[], head: string): Composed['parts'][number] {
  const rows = groups.map((g) => [keyWords(g, told.query.by), number(g.count), number(g.killed), number(g.civilians)]);
  return {
    kind: 'table',
    table: {
      title: head,
      columns: [
        {
          name: capital(told.query.measure === 'compare' ? 'side' : unitWords[told.query.by ?? 'year'][0]),
          align: 'left',
        },
        { name: 'Incidents', align: 'right' },
        { name: 'Killed', align: 'right' },
        { name: 'Civilians killed', align: 'right' },
      ],
      rows,
    },
  };
}

/** What is counted: "attacks", "people killed". */
export const measuredWords = ({ of, filter }: Query, n = 2): string =>
  of === 'incidents' ? shortKinds(filter, n) : of === 'civilians killed' ? 'civilians killed' : 'people killed';

/** A series: the total, the highest unit, then the table. */
export function trend(told: Told): Composed {
  const { query, result } = told;
  const groups = result.groups ?? [];
  const weight = weightOf(query);
  const top = groups.reduce<Group | undefined>(
    (best, g) => (best === undefined || weight(g) > weight(best) ? g : best),
    undefined,
  );
  const total = groups.reduce((n, g) => n + weight(g), 0);
  const noun = measuredWords(query, total);
  const [one] = unitWords[query.by ?? 'year'];
  const first =
    `${number(total)} ${noun}${space(around(query.filter))}, by ${one}. ${top ? `Highest: ${timeKey(top.key)}, ${quantity(query, top)}.` : ''}`.trim();
  const title = `${capital(noun)} by ${one}`;
  const chart = seriesOf(told, seriesUnit(told), { title, about: around(query.filter), unit: noun });
  return { first, parts: [{ kind: 'chart', ...chart }, table(told, groups, title)] };
}

/** A ranking: the leader in the first sentence. */
export function rank(told: Told): Composed {
  const { query, result } = told;
  const groups = result.groups ?? [];
  const [leader] = groups;
  if (!leader) return { first: `There is nothing to rank${space(around(query.filter))}.`, parts: [] };
  const [one, many] = unitWords[query.by ?? 'actor'];
  const what = query.order === 'fewest' ? 'fewest' : 'most';
  const measured = measuredWords(query);
  const both = query.by === 'actor' && result.groups?.length ? actorCaveat(query) : '';
  const first = `The ${one} with the ${what} ${measured}${space(around(query.filter))}: ${keyWords(leader, query.by)}, with ${quantity(query, leader)}.${both}`;
  const more =
    (result.groupTotal ?? 0) > groups.length
      ? ` (${number(groups.length)} of ${number(result.groupTotal ?? 0)} ${many})`
      : '';
  const title = `${capital(many)} by ${measured}${more}`;
  return { first, parts: [bars(told, groups, title, measured), table(told, groups, title)] };
}

/** Ranks and sides as bars, in the order of the table. */
function bars(told: Told, groups: Group[], title: string, unit: string): Part {
  const { query } = told;
  const points = groups.map((g) => pointOf(query, keyWords(g, query.by))(g));
  return { kind: 'chart', title, about: around(query.filter), unit, points, credit: creditOf(told) };
}

const actorCaveat = (query: Query) =>
  query.filter.eventTypes?.some((t) => t === 'one-sided' || t === 'attack-on-civilians')
    ? ''
    : ' Both sides of a fight are counted: the data does not say who attacked whom.';

/** Two or more sides, the larger one first in words, in the order asked in the table. */
export function compare(told: Told): Composed {
  const { query, result } = told;
  const groups = result.groups ?? [];
  const weight = weightOf(query);
  const sorted = [...groups].sort((a, b) => weight(b) - weight(a));
  const first = `${capital(
    list(
      sorted.map((g) => `${clean(g.key, 80)}: ${quantity(query, g)}`),
      'and',
    ).replace(/ and (?=[^:]+: )/, '; '),
  )}${around(query.filter) ? ` (${around(query.filter)})` : ''}.`;
  const unit = measuredWords(query);
  const chart = bars(told, groups, `${capital(unit)}, side by side`, unit);
  return { first, parts: [chart, table(told, groups, 'Side by side')] };
}
