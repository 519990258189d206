import { withDescendants } from '../../event-types.ts';
import { type ActorFilter, type Filter, rolesOf } from '../../query.ts';
import { all, any, type Clause, clause, isOneOf } from '../clause.ts';
import { countriesOf } from '../where-place.ts';

const typeSets = (ids: string[]): Clause => {
  const types = isOneOf('type', withDescendants(ids));
  return clause(`SELECT types FROM type_set WHERE ${types.sql}`, ...types.values);
};
const typed = (ids: string[] | undefined, not: '' | 'NOT '): Clause[] => {
  if (!ids?.length) return [];
  const { sql, values } = typeSets(ids);
  return [clause(`i.types ${not}IN (${sql})`, ...values)];
};

const nothing = (rest: object): boolean => Object.values(rest).every((value) => value === undefined);

/** By whose name alone: of several names an incident may have two, and would be counted twice. */
const alone = (actors: ActorFilter[]): ActorFilter | undefined => {
  const [one, ...more] = actors;
  return more.length === 0 && one?.names.length === 1 ? one : undefined;
};

function acted({ names, role }: ActorFilter): Clause {
  const roles = rolesOf[role]?.map((one) => clause('i.roles LIKE ?', `%${one}%`));
  return all([isOneOf('i.actor', names), ...(roles ? [any(roles)] : [])]);
}

export interface Told {
  facets: Clause;
  ofActor: boolean;
  ofTypes: boolean;
  everywhere: boolean;
}

/** A filter's facets over totals, the period apart; undefined where totals cannot tell. */
export function totalFacets(filter: Filter): Told | undefined {
  const { places = [], eventTypes, actors = [], period, exclude = {}, ...rest } = filter;
  const { places: outside = [], eventTypes: but, ...others } = exclude;
  const [inside, excluded] = [places.map(countriesOf), outside.map(countriesOf)];
  const actor = alone(actors);
  if (!nothing(rest) || !nothing(others) || [...inside, ...excluded].includes(undefined)) return undefined;
  if (actors.length > 0 && !actor) return undefined;
  const facets = all([
    clause('i.n > 0'),
    ...(places.length ? [isOneOf('i.country', inside.flat() as string[])] : []),
    ...(outside.length
      ? [clause(`NOT (${isOneOf('i.country', excluded.flat() as string[]).sql})`, ...(excluded.flat() as string[]))]
      : []),
    ...typed(eventTypes, ''),
    ...typed(but, 'NOT '),
    ...(actor ? [acted(actor)] : []),
  ]);
  const ofTypes = Boolean(eventTypes?.length || but?.length);
  return { facets, ofActor: actor !== undefined, ofTypes, everywhere: places.length === 0 };
}
