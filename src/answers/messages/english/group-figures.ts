import type { Having, Query } from '../../../incidents/query.ts';
import { signedPercent } from '../figures.ts';
import { type Change, type GroupFigureMessages, signed } from '../group-figures.ts';
import { around, bounds, shortKinds } from './filter.ts';
import { measuredWords, unitWords } from './groups.ts';
import { capital, list, number, plural } from './text.ts';

const space = (text: string) => (text ? ` ${text}` : '');

const percentOf = ({ percent }: Change) => (percent === undefined ? '' : `${signedPercent(percent, number)} %`);
const ways = { up: 'rise', down: 'fall' };

/** "with at least 1,001 people killed", "without attacks" */
function condition(having: Having | undefined, query: Pick<Query, 'of' | 'filter'>): string {
  const { of, min, max } = having ?? { of: query.of, min: undefined, max: undefined };
  const what =
    of in unitWords
      ? unitWords[of as keyof typeof unitWords][1]
      : measuredWords({ ...query, of: of as Query['of'] } as Query);
  if (max === 0) return `without ${of === 'incidents' ? shortKinds(query.filter, 2) : what}`;
  return min === undefined && max === undefined
    ? `with ${what}`
    : bounds(what, { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) });
}

export const englishGroups: GroupFigureMessages = {
  change: (change) =>
    `from ${number(change.before)} to ${number(change.now)} (${[signed(change.change, number), percentOf(change)].filter(Boolean).join(', ')})`,
  greatest: ({ by, of, filter, went, asked, between, group }) => {
    const [one, many] = unitWords[by];
    const what = `${measuredWords({ of, filter } as Query)}${space(around(filter))}${between ? ` from ${between[0]} to ${between[1]}` : ''}`;
    const none = `No ${one} has a ${ways[asked]} in ${what}`;
    if (went === 'nowhere') return `${none}.`;
    return went === asked
      ? `The ${one} with the biggest ${ways[asked]} in ${what}: ${group.key}, ${group.words}.`
      : `${none}. The smallest ${ways[went]} of all ${many}: ${group.key}, ${group.words}.`;
  },
  steps: (rise, fall) =>
    capital(
      [rise ? `biggest rise: ${rise.key}, ${rise.words}` : '', fall ? `biggest fall: ${fall.key}, ${fall.words}` : '']
        .filter(Boolean)
        .join('; '),
    ) + (rise || fall ? '.' : ''),
  kept: ({ by, of, filter, n, having, leader, empty, more }) => {
    const groups = n === 0 ? `No ${unitWords[by][0]}` : plural(n, ...unitWords[by]);
    const said = `${groups} ${condition(having, { of, filter })}${space(around(filter))}`;
    if (empty.length)
      return more ? `${said}. The first ${number(empty.length)}: ${list(empty)}.` : `${said}: ${list(empty)}.`;
    if (!leader) return `${said}.`;
    return n === 1
      ? `${said}: ${leader.key}, with ${leader.words}.`
      : `${said}. The most: ${leader.key}, with ${leader.words}.`;
  },
  different: (n, unit, quantity) => `${plural(n, ...unitWords[unit])}, ${quantity}`,
  between: (from, to, change) =>
    `From ${from} to ${to}: ${signed(change.change, number)}${change.percent === undefined ? '' : ` (${percentOf(change)})`}.`,
  columns: { before: 'Before', change: 'Change', different: (unit) => capital(unitWords[unit][1]) },
};
