import { countedQuantity, knownQuantity } from '../../../incidents/quantities.ts';
import type { Query, Unit } from '../../../incidents/query.ts';
import { isTimeUnit } from '../../../incidents/time-units.ts';
import type { MessageCatalogue } from '../catalogue.ts';
import { englishAlerts } from './alerts.ts';
import { cardOf, title } from './card.ts';
import { englishCaveats } from './caveat.ts';
import { englishChanges } from './changes.ts';
import { englishBack } from './clarification.ts';
import { day, when } from './dates.ts';
import { englishFigures, harms } from './figures.ts';
import { around, counted, facets, kinds, shortKinds } from './filter.ts';
import { englishGroups } from './group-figures.ts';
import { keyWords, measuredWords, unitWords } from './groups.ts';
import { englishAccount } from './incident-narrative.ts';
import { englishRow } from './row.ts';
import { englishScope } from './scope.ts';
import { englishStanding } from './subscription-text.ts';
import { capital, list, number, plural } from './text.ts';
import { englishWhy } from './why.ts';

const space = (text: string) => (text ? ` ${text}` : '');
const areOr = (n: number, one: string, many: string) => (n === 1 ? one : many);
const hows = { deadliest: 'deadliest', oldest: 'earliest', relevance: 'best matching', newest: 'latest' };
const people = (of: Query['of'], n: number) =>
  of === 'civilians killed' ? plural(n, 'civilian') : plural(n, 'person', 'people');
const nearest = {
  'any time before': 'The latest before that was',
  'any time': 'The nearest in time was',
  'further around': 'The nearest within a wider circle was',
  'any kind': 'Of any kind, the latest was',
};

function noGroup(unit: Unit | undefined): string {
  if (isTimeUnit(unit) || unit === 'season') return `the date range crosses the border of a ${unitWords[unit][0]}`;
  if (unit === 'pair') return 'the data does not tell two sides';
  if (unit === 'actor') return 'the data names nobody';
  if (unit === 'weekday') return 'the date is not known to the day';
  return unit === 'hour' ? 'the time of day is not known' : 'the data gives none';
}

export const english: MessageCatalogue = {
  list,
  day,
  when,
  title,
  card: cardOf,
  row: englishRow,
  caveat: englishCaveats,
  scope: englishScope,
  account: englishAccount,
  figures: englishFigures,
  groups: englishGroups,
  back: englishBack,
  why: englishWhy,
  changes: englishChanges,
  alerts: englishAlerts,
  standing: englishStanding,
  counted,
  about: around,
  shown: (how, n, from) =>
    from
      ? `${areOr(n, 'Number', `Numbers ${number(from)} to`)} ${number(from + n - 1)}, ${hows[how]} first:`
      : `The ${hows[how]}${n === 1 ? '' : ` ${number(n)}`}:`,
  end: (which, total, filter, incident) =>
    `The ${which === 'first' ? 'first' : 'latest'} of ${plural(total, shortKinds(filter, 1), shortKinds(filter, 2))}${space(around(filter))}: ${title(incident)}, ${when(incident.when)}.`,
  toll: (of, value, range, known, filter) =>
    `${people(of, value)} ${areOr(value, 'was', 'were')} ${harms[of]}${range ? ` (best estimate; ${number(range[0])} to ${number(range[1])})` : ''} in ${plural(known, shortKinds(filter, 1), shortKinds(filter, 2))}${space(around(filter))}.`,
  noToll: (of, total, filter) =>
    `No source gives a number of ${of === 'civilians killed' ? 'civilians' : 'people'} ${harms[of]} for the ${plural(total, shortKinds(filter, 1), shortKinds(filter, 2))}${space(around(filter))}.`,
  withoutFigure: (n) => `For ${plural(n, 'more incident', 'more incidents')} no source gives a number.`,
  span: (days, filter, first, last) =>
    `${capital(plural(days, 'day'))} lie between the first and the last ${shortKinds(filter, 2)}${space(around(filter))}: ${when(first)} and ${when(last)}.`,
  series: (total, of, filter, unit) =>
    `${number(total)} ${measuredWords({ of, filter }, total)}${space(around(filter))}, by ${unitWords[unit][0]}.`,
  highest: (key, quantity) => `Highest: ${key}, ${quantity}.`,
  leader: (unit, fewest, of, filter, key, quantity) =>
    `The ${unitWords[unit][0]} with the ${fewest ? 'fewest' : 'most'} ${measuredWords({ of, filter })}${space(around(filter))}: ${key}, with ${quantity}.`,
  follow: (others) => `Then ${others.join(' · ')}.`,
  compared: (sides, filter) => `${capital(sides.join('; '))}${around(filter) ? `, ${around(filter)}` : ''}.`,
  quiet: (unit, keys, more, filter) => {
    const named = list([...keys.map((key) => keyWords(unit, key)), ...(more ? [`${number(more)} more`] : [])]);
    return `No ${shortKinds(filter, 2)} in ${plural(keys.length + more, ...unitWords[unit])}: ${named}. Among the others,`;
  },
  bothSides: 'Both sides of a fight are counted: the data does not say who attacked whom.',
  nothingToRank: 'There is nothing to rank.',
  noGroups: (unit, total, filter) =>
    `The data does not tell the ${unitWords[unit][0]} of any of the ${plural(total, shortKinds(filter, 1), shortKinds(filter, 2))}${space(around(filter))}.`,
  quantity: (of, g, filter) => {
    const incidents = plural(g.count, shortKinds(filter, 1), shortKinds(filter, 2));
    if (of === 'incidents') return g.killed === null ? incidents : `${incidents} (${number(g.killed)} killed)`;
    if (knownQuantity(of, g) === null) return `no figure for ${incidents}`;
    return `${number(countedQuantity(of, g))} ${of} in ${incidents}`;
  },
  key: keyWords,
  columns: {
    unit: Object.fromEntries(Object.entries(unitWords).map(([unit, [one]]) => [unit, capital(one)])) as Record<
      Unit,
      string
    >,
    side: 'Side',
    incidents: 'Incidents',
    killed: 'Killed',
    civilians: 'Civilians killed',
    wounded: 'Wounded',
    abducted: 'Abducted',
    arrested: 'Arrested',
  },
  sideBySide: 'Side by side',
  nearest: (what, at, words) =>
    `${nearest[what]} ${at.start ? `on ${when(at)}`.replace(/^on (.* to )/, '$1') : 'undated'}: ${words}.`,
  dataBegins: (iso) => `The data begins on ${day(iso)}.`,
  dataEnds: (iso, country, beyond) =>
    `The data${country ? ` for ${country}` : ''} ends on ${day(iso)}${beyond ? ', before the period asked for' : ''}.`,
  notes: {
    readAs: (filter, sides) =>
      `Read as: ${[kinds(filter, 2), ...facets(filter)].join(' ')}${sides.length ? `, comparing ${list(sides)}` : ''}.`,
    assumed: (said) => `Taken for granted: ${said.join('; ')}.`,
    unreviewed: (n) =>
      `${plural(n, 'of these is', 'of these are')} not reviewed yet: reported by people, confirmed by nobody.`,
    alike: (n) =>
      `${number(n)} of these may be the same as another told by a different dataset, and ${areOr(n, 'is', 'are')} counted beside it: “merge” lists them.`,
    overlapping: (n) =>
      `${number(n)} more only ${areOr(n, 'overlaps', 'overlap')} the period and ${areOr(n, 'is', 'are')} not counted.`,
    coarse: (n, excluding) =>
      excluding
        ? `${number(n)} may lie in the place left out, or outside the place asked for: the location is too coarse to tell.`
        : `${number(n)} more may lie there, located too coarsely to count.`,
    ungrouped: (n, unit) => `${plural(n, 'incident')} ${areOr(n, 'is', 'are')} in no group: ${noGroup(unit)}.`,
    unfinished: (files) => `The import of ${list(files)} is not finished: the data has only a part of it.`,
    battles: 'Civilians killed in battles are not in this figure: there the data names no one as responsible.',
    alongLine: 'An incident recorded between two places lies somewhere along that line; the exact point is not known.',
    laterChanges: 'What was added, corrected or taken back after that is left out.',
    noData: 'There is no data yet.',
    from: (datasets, more) =>
      `From ${list([...datasets, ...(more ? [`${number(more)} more (“status” names them)`] : [])])}.`,
    total: (statement, by) => `Reported as a total, not counted here: ${statement}${by ? ` (${by})` : ''}`,
    unread: (words) => `Not used: ${words.map((w) => `“${w}”`).join(', ')}.`,
    country: (name) => name,
  },
  steps: {
    details: 'Details',
    show: 'Show them',
    map: 'Map',
    more: 'More',
    back: 'Back',
    subscribe: 'Tell me about new ones',
    export: 'Export',
    why: 'Why?',
    within: (km) => `Search within ${number(km)} km`,
    anyKind: 'Any kind of incident',
    anyTime: 'Search any time',
    earlier: 'Search before that',
  },
};
