import { withDescendants } from '../../event-types.ts';
import { type ActorFilter, type Filter, type PlaceFilter, rolesOf } from '../../query.ts';
import { all, any, clause, isOneOf, type SqlFragment } from '../sql-fragment.ts';
import { countriesOf, type Provinces, provincesOf } from '../where-place.ts';

const typeSetsWith = (ids: string[]): SqlFragment => {
  const types = isOneOf('type', withDescendants(ids));
  return clause(`SELECT types FROM type_set WHERE ${types.sql}`, ...types.values);
};
const typeFacet = (ids: string[] | undefined, not: '' | 'NOT '): SqlFragment[] => {
  if (!ids?.length) return [];
  const { sql, values } = typeSetsWith(ids);
  return [clause(`i.types ${not}IN (${sql})`, ...values)];
};

const isEmpty = (rest: object): boolean => Object.values(rest).every((value) => value === undefined);

/** The filter's actor, if it has one name only: an incident may have two of several names and would count twice. */
const singleActor = (actors: ActorFilter[]): ActorFilter | undefined => {
  const [one, ...more] = actors;
  return more.length === 0 && one?.names.length === 1 ? one : undefined;
};

function actorFacet({ names, role }: ActorFilter): SqlFragment {
  const roles = rolesOf[role]?.map((one) => clause('i.roles LIKE ?', `%${one}%`));
  return all([isOneOf('i.actor', names), ...(roles ? [any(roles)] : [])]);
}

/** A filter's facets as conditions on a roll-up table. */
export interface RollupFacets {
  facets: SqlFragment;
  /** The table's dimension besides countries that the facets need. */
  of?: 'actor' | 'admin1';
  /** Whether the facets name types. */
  ofTypes: boolean;
  /** Whether all countries are meant; `but`: all except some. */
  everywhere: boolean | 'but';
}

/** Places as columns of a roll-up; undefined if they are neither countries nor provinces. `by`: which of the two. */
function placeFacet(places: readonly PlaceFilter[]): { where: SqlFragment; by: 'country' | 'admin1' } | undefined {
  const countries = places.map(countriesOf);
  if (!countries.includes(undefined))
    return { where: isOneOf('i.country', countries.flat() as string[]), by: 'country' };
  const provinces = places.map(provincesOf);
  if (provinces.includes(undefined)) return undefined;
  return {
    where: any(
      (provinces as Provinces[]).map((p) => all([isOneOf('i.country', p.countries), isOneOf('i.admin1', p.names)])),
    ),
    by: 'admin1',
  };
}

/** A filter's facets, without its periods, on roll-ups; undefined if the roll-ups lack one of them. */
export function rollupFacets(filter: Filter): RollupFacets | undefined {
  const { places = [], eventTypes, actors = [], period, periods, exclude = {}, ...rest } = filter;
  const { places: outside = [], eventTypes: but, ...others } = exclude;
  const [inside, excluded] = [placeFacet(places), placeFacet(outside)];
  const actor = singleActor(actors);
  if (!isEmpty(rest) || !isEmpty(others) || !inside || excluded?.by !== 'country') return undefined;
  if (actors.length > 0 && (!actor || inside.by === 'admin1')) return undefined;
  const facets = all([
    clause('i.n > 0'),
    ...(places.length ? [inside.where] : []),
    ...(outside.length ? [clause(`NOT (${excluded.where.sql})`, ...excluded.where.values)] : []),
    ...typeFacet(eventTypes, ''),
    ...typeFacet(but, 'NOT '),
    ...(actor ? [actorFacet(actor)] : []),
  ]);
  const everywhere = places.length === 0 && (outside.length === 0 || 'but');
  const ofTypes = Boolean(eventTypes?.length || but?.length);
  const of = actor ? 'actor' : inside.by === 'admin1' ? 'admin1' : undefined;
  return { facets, ...(of ? { of } : {}), ofTypes, everywhere };
}
