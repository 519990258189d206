import { eventTypeById } from '../../../incidents/event-types.ts';
import { periodsOf } from '../../../incidents/periods.ts';
import type { ActorFilter, Filter, PlaceFilter } from '../../../incidents/query.ts';
import { datasetName } from '../dataset-name.ts';
import { day, moment, periods } from './dates.ts';
import { list, number } from './text.ts';

/** "attack", "airstrikes": the noun for the asked types. */
export function kinds(filter: Filter, n: number): string {
  const nodes = (filter.eventTypes ?? []).flatMap((id) => eventTypeById(id) ?? []);
  if (nodes.length === 0) return n === 1 ? 'incident' : 'incidents';
  return list(
    nodes.map((node) =>
      node.id === 'violence'
        ? n === 1
          ? 'attack or other violent incident'
          : 'attacks and other violent incidents'
        : n === 1
          ? node.one
          : node.many,
    ),
    'or',
  );
}

/** Short for first sentences: "attacks". */
export function shortKinds(filter: Filter, n: number): string {
  const only = filter.eventTypes?.length === 1 && filter.eventTypes[0] === 'violence';
  return only ? (n === 1 ? 'attack' : 'attacks') : kinds(filter, n);
}

const levels: Partial<Record<PlaceFilter['level'], string>> = { admin1: 'province', admin2: 'district' };
const said = (p: PlaceFilter) =>
  levels[p.level] &&
  !/\b(?:state|region|province|governorate|oblast|division|district|prefecture|department)\b/i.test(p.name)
    ? `${p.name} ${levels[p.level]}`
    : p.name;

/** "the Netherlands", "the Middle East". */
const definite: Partial<Record<PlaceFilter['level'], RegExp>> = {
  country: /^(?:United|Central|Democratic|Dominican|Philippines|Netherlands|Gambia|Palestinian)/,
  'world-region':
    /^(?:Sahel|Balkans|Baltic|Levant|Middle|Arabian|Gulf|Horn|Great|South Caucasus|European Union|Americas|Caribbean)/,
};

/** As people say it: 100 miles are 161 km. */
export function kilometres({
  relation,
  radiusKm = relation === 'between' || relation === 'along' ? 25 : 50,
}: PlaceFilter): number {
  return radiusKm < 10 ? Math.round(radiusKm * 10) / 10 : Math.round(radiusKm);
}

/** "33.2° N" */
const degrees = (value: number, [positive, negative]: readonly [string, string]): string =>
  `${number(Math.abs(Math.round(value * 10) / 10))}° ${value < 0 ? negative : positive}`;

/** The borders of a part, each in the words for its side: "north of 33.2° N and east of 43.7° E". */
export function borders({ bounds: b }: NonNullable<PlaceFilter['part']>, words: PartWords): string[] {
  const lat = (value: number) => degrees(value, words.poles);
  const lon = (value: number) => degrees(value, words.sides);
  return [
    ...(b.south === undefined ? [] : [words.northOf(lat(b.south))]),
    ...(b.north === undefined ? [] : [words.southOf(lat(b.north))]),
    ...(b.west === undefined ? [] : [words.eastOf(lon(b.west))]),
    ...(b.east === undefined ? [] : [words.westOf(lon(b.east))]),
  ];
}

/** How a language tells what lies beyond a line of the map; `poles` and `sides` are the letters of N, S and E, W. */
interface PartWords {
  poles: readonly [string, string];
  sides: readonly [string, string];
  northOf(line: string): string;
  southOf(line: string): string;
  eastOf(line: string): string;
  westOf(line: string): string;
}
const partWords: PartWords = {
  poles: ['N', 'S'],
  sides: ['E', 'W'],
  northOf: (line) => `north of ${line}`,
  southOf: (line) => `south of ${line}`,
  eastOf: (line) => `east of ${line}`,
  westOf: (line) => `west of ${line}`,
};

function place(p: PlaceFilter): string {
  if (p.part) return inPart(p, p.part);
  const country =
    p.country && p.country !== p.name && p.level !== 'world-region' && p.level !== 'region' ? `, ${p.country}` : '';
  if (p.relation === 'along') return `within ${number(kilometres(p))} km of the border of ${p.name}`;
  if (p.relation === 'between') return `within ${number(kilometres(p))} km of the line between ${p.name}`;
  if (p.relation === 'near') return `within ${number(kilometres(p))} km of ${p.name}${country}`;
  return `in ${definite[p.level]?.test(p.name) ? 'the ' : ''}${said(p)}${country}`;
}

/** "in northern Iraq (north of 33.2° N)", "within 50 km north of Mosul" */
function inPart(p: PlaceFilter, part: NonNullable<PlaceFilter['part']>): string {
  const country = p.country && p.country !== p.name ? `, ${p.country}` : '';
  const side = part.of === 'centre' ? 'around' : `${part.of} of`;
  if (p.relation === 'near') return `within ${number(kilometres(p))} km ${side} ${p.name}${country}`;
  const adjective = part.of === 'centre' ? 'central' : `${part.of}ern`;
  return `in ${adjective} ${said(p)}${country} (${list(borders(part, partWords), 'and')})`;
}

const roles: Record<ActorFilter['role'], string> = { attacker: 'by', target: 'against', either: 'involving' };

export const bounds = (what: string, b: { min?: number; max?: number }): string => {
  if (b.min !== undefined && b.max !== undefined)
    return b.min === b.max
      ? `with exactly ${number(b.min)} ${what}`
      : `with ${number(b.min)} to ${number(b.max)} ${what}`;
  return b.min !== undefined ? `with at least ${number(b.min)} ${what}` : `with at most ${number(b.max ?? 0)} ${what}`;
};

/** Any of them; what they do in it is said once for neighbours that do the same. */
const involved = (actors: readonly ActorFilter[]): string =>
  list(
    actors.map((a, i) => (actors[i - 1]?.role === a.role ? a.name : `${roles[a.role]} ${a.name}`)),
    'or',
  );

/** Every facet but the kind of incident, in words, in the order people say them. */
export function facets(filter: Filter, options: { period?: boolean } = {}): string[] {
  const within = periodsOf(filter);
  return [
    ...(filter.actors ? [involved(filter.actors)] : []),
    ...(filter.pair ? [`between ${filter.pair[0].name} and ${filter.pair[1].name}`] : []),
    ...(filter.places ? [list(filter.places.map(place), 'or')] : []),
    ...(filter.text ? [`mentioning “${filter.text}”`] : []),
    ...mentionsOf(filter, (m) => `“${m}”`).map((all) => `mentioning ${list([...all, 'the like'], 'or')}`),
    ...(filter.attribution ? [attributed(filter.attribution)] : []),
    ...(filter.dataset ? [`in the ${datasetName(filter.dataset)} data`] : []),
    ...(filter.source ? [`reported by ${filter.source}`] : []),
    ...(filter.killed ? [bounds('killed', filter.killed)] : []),
    ...(filter.civilians ? [bounds('civilians killed', filter.civilians)] : []),
    ...(filter.wounded ? [bounds('wounded', filter.wounded)] : []),
    ...(filter.wherePrecision ? ['exactly located'] : []),
    ...(filter.whenPrecision ? ['dated to the day'] : []),
    ...excluded(filter),
    ...(filter.unreviewed ? ['not reviewed yet'] : []),
    ...(within && options.period !== false ? [periods(within)] : []),
    ...(filter.asOf ? [`as known ${asOf(filter.asOf.at)}`] : []),
  ];
}

const mostMentioned = 3;
/** The first phrases that a filter's incidents mention, quoted: one list, or none. */
export const mentionsOf = ({ mentions }: Filter, quote: (phrase: string) => string): string[][] =>
  mentions ? [mentions.slice(0, mostMentioned).map(quote)] : [];

const prepositions: Record<string, string> = { claimed: 'by', denied: 'by', blamed: 'on', suspected: 'to be by' };

/** "claimed by X, not confirmed", "blamed on or suspected to be by X" */
function attributed({ statuses, actor, unless }: NonNullable<Filter['attribution']>): string {
  if (statuses.length === 0) return `${list(unless ?? [], 'or')} by nobody`;
  const words = statuses.map((status) => (actor ? `${status} ${prepositions[status] ?? 'of'}` : status));
  return `${list(words, 'or')}${actor ? ` ${actor.name}` : ''}${unless ? ` and not ${list(unless, 'or')}` : ''}`;
}

const asOf = (at: string) => (at.includes('T') ? `at ${moment(at)}` : `at the end of ${day(at)}`);

function excluded({ exclude }: Filter): string[] {
  return [
    ...(exclude?.places
      ? [
          `outside ${list(
            exclude.places.map((p) => said(p)),
            'and',
          )}`,
        ]
      : []),
    ...(exclude?.actors ? [`without ${list(exclude.actors.map((a) => a.name))}`] : []),
    ...(exclude?.eventTypes
      ? [`other than ${list(exclude.eventTypes.flatMap((t) => eventTypeById(t)?.many ?? []))}`]
      : []),
  ];
}

/** A comma before a range of dates: it alone begins without a preposition. */
const joined = (parts: readonly string[]): string =>
  parts.reduce((said, part) => `${said}${said === '' ? '' : /^[A-Z\d]/.test(part) ? ', ' : ' '}${part}`, '');

/** "7 attacks in Niger in October 2026" */
export const counted = (filter: Filter, n: number): string =>
  `${n === 0 ? 'No' : number(n)} ${joined([shortKinds(filter, n), ...facets(filter)])}`;

/** "attacks in Niger with at least 5 killed" */
export const filterText = (filter: Filter): string => [kinds(filter, 2), ...facets(filter)].join(' ');

/** "in Iraq in 2016", to follow a noun that is said already. */
export const around = (filter: Filter): string => joined(facets(filter));
