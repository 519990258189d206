import type { Coverage } from '../../incidents/data-profile.ts';
import { comparesSides } from '../../incidents/difference.ts';
import type { Result } from '../../incidents/incidents.ts';
import { periodsOf } from '../../incidents/periods.ts';
import { byQuantity } from '../../incidents/quantities.ts';
import type { ActorFilter, Filter, PlaceFilter, Query } from '../../incidents/query.ts';
import { type AnswerContext, type Beyond, contributingDatasets } from './answer-context.ts';
import type { AnswerDocument, DocumentFilter, DocumentPlace } from './answer-document.ts';

const placeOf = (p: PlaceFilter): DocumentPlace => ({
  name: p.name,
  ...(p.country ? { country: p.country } : {}),
  level: p.level,
  relation: p.relation,
  ...(p.lat === undefined ? {} : { lat: p.lat, lon: p.lon as number }),
  ...(p.radiusKm === undefined ? {} : { radiusKm: p.radiusKm }),
  ...(p.part ? { part: p.part } : {}),
});

/** An actor by the name that the data itself uses, as in rankings. */
const actorOf = ({ name, names, role }: ActorFilter) => ({ name: names[0] ?? name, role });

/** The filter as the documented JSON has it: absent facets left out. */
function filterOf(filter: Filter): DocumentFilter {
  const { places, actors, pair, exclude, killed, civilians, wounded, ...rest } = filter;
  const both = [...(actors ?? []), ...(pair ?? [])].map(actorOf);
  return {
    ...rest,
    ...(places?.[0] ? { place: placeOf(places[0]) } : {}),
    ...(places && places.length > 1 ? { places: places.map(placeOf) } : {}),
    ...(both.length ? { actors: both } : {}),
    ...bounds('Killed', killed),
    ...bounds('Civilians', civilians),
    ...bounds('Wounded', wounded),
    ...(exclude
      ? {
          exclude: {
            ...exclude,
            ...(exclude.places ? { places: exclude.places.map(placeOf) } : {}),
            ...(exclude.actors ? { actors: exclude.actors.map(actorOf) } : {}),
          },
        }
      : {}),
  };
}

const bounds = (what: string, b: { min?: number; max?: number } | undefined) => ({
  ...(b?.min === undefined ? {} : { [`min${what}`]: b.min }),
  ...(b?.max === undefined ? {} : { [`max${what}`]: b.max }),
});

/** Of the killed, those not on the side of the one actor that is named. */
const notOwn = ({ own, value }: Result) =>
  own === undefined || value == null ? {} : { notOwn: Math.max(0, value - own) };

/** What the result holds, by measure, as docs/asking.md documents it. */
function resultOf(query: Query, result: Result): AnswerDocument['result'] {
  const { total, overlapping, coarse } = result;
  const common = { total, ...(periodsOf(query.filter) ? { overlapping } : {}), ...(coarse ? { coarse } : {}) };
  const ids = result.incidents.map((i) => i.id);
  const groups = result.groups?.map(byQuantity(query.of)).map(({ low, high, ...group }) => group);
  switch (query.measure) {
    case 'count':
      return query.by ? { ...common, value: result.value, groups: groups ?? [] } : { ...common, value: total };
    case 'sum':
      return { ...common, value: result.value, low: result.low ?? null, high: result.high ?? null, ...notOwn(result) };
    case 'trend':
    case 'rank':
      return { ...common, groups: groups ?? [] };
    case 'compare': {
      const { value, percent } = result;
      return { ...common, ...(percent === undefined ? {} : { value, percent }), groups: groups ?? [] };
    }
    case 'ratio':
      return { ...common, value: result.value, groups: groups ?? [] };
    case 'median':
      return { ...common, value: result.value, ...(result.units ? { units: result.units } : {}) };
    case 'difference':
      return { ...common, value: result.value, percent: result.percent, groups: groups ?? [] };
    case 'average':
      return { ...common, value: result.value, sum: result.sum, ...(result.units ? { units: result.units } : {}) };
    case 'share':
      return { ...common, value: result.value, part: result.part, whole: result.whole };
    case 'changes': {
      const { since, before, incidents, fields, rows } = result.changes ?? { incidents: {}, fields: {}, rows: [] };
      return { total, ids: rows.map((r) => r.id), changes: { since, before, incidents, fields } };
    }
    case 'span':
      return { ...common, value: result.value, ids };
    default:
      return { ...common, ids };
  }
}

/** The nearest as data. */
function nearestData({ nearest }: Beyond) {
  if (!nearest) return undefined;
  const { result } = nearest;
  return {
    total: result.total,
    ...(nearest.how === 'killed' ? { value: result.value ?? null } : {}),
    ids: result.incidents.map(({ id }) => id),
    how: nearest.how === 'killed' ? 'everybody killed' : `text mentions ${nearest.phrases.join(', ')}`,
  };
}

/** Beyond the scope of the data nothing is told but what comes nearest. */
const beyondResult = ({ measure }: Query, beyond: Beyond): AnswerDocument['result'] => {
  const nearest = nearestData(beyond);
  const grouped = measure === 'trend' || measure === 'rank' || comparesSides(measure);
  return { total: 0, value: null, ids: [], ...(grouped ? { groups: [] } : {}), ...(nearest ? { nearest } : {}) };
};

const dataset = ({ incidents: _, first, last, countries, kinds, scope, ...told }: Coverage['datasets'][number]) => told;

export function documentOf(
  { query, result, beyond, unread, coverage }: AnswerContext,
  { text, caveat }: Pick<AnswerDocument, 'text' | 'caveat'>,
): AnswerDocument {
  const { measure, of, lost, by, having, change, order, limit, about, filter, part } = query;
  return {
    status: 'answered',
    understood: {
      measure,
      of,
      ...(lost ? { lost } : {}),
      ...(by ? { by } : {}),
      ...(having ? { having } : {}),
      ...(change ? { change } : {}),
      order,
      limit,
      ...(about ? { about } : {}),
      filter: filterOf(filter),
      ...(part ? { part: filterOf(part) } : {}),
      unread,
    },
    result: beyond?.answered === false ? beyondResult(query, beyond) : resultOf(query, result),
    ...(caveat === undefined ? {} : { caveat }),
    datasets: contributingDatasets(query, coverage).map(dataset),
    text,
  };
}
