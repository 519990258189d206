import type { Filter, PlaceFilter, Query } from '../../src/incidents/query.ts';

export interface Span {
  start: string | null;
  end: string | null;
}

const placesOf = (filter: Filter, relation: PlaceFilter['relation']): PlaceFilter[] | undefined => {
  const places = filter.places?.filter((p) => p.relation === relation) ?? [];
  return places.length > 0 ? places : undefined;
};
const actorNames = (a: { name: string; names: string[] }) => [a.name, ...a.names].join(' | ');
const notEmpty = <T>(list: T[] | undefined) => (list?.length ? list : undefined);

/** "claimed/confirmed:Islamic State": what is said, what is not, and of whom. */
const saidOf = ({ attribution: a }: Filter) =>
  a && `${a.statuses.join(',')}${a.unless ? `/${a.unless.join(',')}` : ''}${a.actor ? `:${a.actor.name}` : ''}`;

/** The bounds of the dead, the civilian dead or the wounded, whichever the question has. */
function boundsOf(filter: Filter) {
  const bound = (['killed', 'civilians', 'wounded'] as const).find((b) => filter[b]);
  return { bound, killed: bound && filter[bound]?.min, max: bound && filter[bound]?.max };
}

/** A side of a comparison: everything it may be called by, and its period. */
const sidesOf = ({ sides }: Query) =>
  sides?.map(({ key, filter }) => ({
    called: [
      key,
      ...(filter.places ?? []).map((p) => p.name),
      ...(filter.actors ?? []).map(actorNames),
      ...(filter.eventTypes ?? []),
    ].join(' | '),
    period: filter.period,
  }));

function placeFacetsOf(filter: Filter) {
  const [place] = filter.places ?? [];
  return {
    place: (placesOf(filter, 'in') ?? placesOf(filter, 'along'))?.map((p) => p.name),
    relation: filter.places?.[0]?.relation as string | undefined,
    near: placesOf(filter, 'near')?.map((p) => p.name),
    between: placesOf(filter, 'between')?.map((p) => `${p.name} | ${p.to?.name}`),
    km: placesOf(filter, 'near')?.[0]?.radiusKm,
    part: place?.part?.of as string | undefined,
    level: place?.level as string | undefined,
    country: place?.country,
    without: notEmpty(filter.exclude?.places)?.map((p) => p.name),
  };
}

/** Each facet as the question has it; undefined where it has none. */
export function facetsOf(query: Query) {
  const { measure, of, lost, by, change, having, filter, order, limit, about, changes } = query;
  return {
    measure: measure as string,
    of: of === 'incidents' ? undefined : of,
    lost: lost as string | undefined,
    by,
    change: change as string | undefined,
    dataset: filter.dataset,
    having: having && `${having.of}:${having.min ?? ''}..${having.max ?? ''}`,
    ...placeFacetsOf(filter),
    ...boundsOf(filter),
    period: filter.period,
    periods: notEmpty((filter as { periods?: Span[] }).periods),
    actor: filter.actors?.map(actorNames),
    role: filter.actors?.[0]?.role as string | undefined,
    pair: filter.pair?.map(actorNames),
    notby: notEmpty(filter.exclude?.actors)?.map(actorNames),
    type: filter.eventTypes,
    nottype: notEmpty(filter.exclude?.eventTypes),
    target: filter.text,
    sides: sidesOf(query),
    order: order === 'newest' || (measure !== 'list' && order !== 'fewest') ? undefined : order,
    limit,
    about,
    said: saidOf(filter),
    asof: filter.asOf?.at.slice(0, 10),
    changed: changes && (changes.lastImport ? 'import' : (changes.actions?.join(',') ?? 'any')),
    since: changes?.since?.slice(0, 16),
  };
}

export type Facets = ReturnType<typeof facetsOf>;
export type Side = NonNullable<Facets['sides']>[number];
