import type { EntityLinker } from '../../entities/entity-linker.ts';
import { buildQuery } from '../../frames/build-query.ts';
import type { Slots } from '../../frames/slots.ts';
import type { Filter, Query, Unit } from '../../incidents/query.ts';
import { isCycleUnit, isTimeUnit } from '../../incidents/time-units.ts';
import { periodOfKey } from './anchor.ts';

const levels = { country: 'country', admin1: 'admin1', district: 'admin2', place: 'town' } as const;
const isPlace = (unit: Unit): unit is keyof typeof levels => unit in levels;

/** The filter of one group of a ranking, by its key; undefined where there is none for such groups. */
export function groupFilter({ by, filter }: Query, key: string, names: EntityLinker): Filter | undefined {
  if (!by || isCycleUnit(by)) return undefined;
  if (isTimeUnit(by)) return { period: periodOfKey(key) };
  const slots = slotsOf(by, key, filter, names);
  const built = slots && buildQuery(slots, names);
  return built && 'query' in built ? built.query.filter : undefined;
}

function slotsOf(by: Unit, key: string, { places }: Filter, names: EntityLinker): Slots | undefined {
  if (isPlace(by)) {
    const country = places?.[0]?.country ?? (places?.[0]?.level === 'country' ? places[0].name : undefined);
    const level = levels[by];
    const [found] = names.places(key, { level, limit: 5, ...(country ? { country } : {}) }).filter(hasName(key));
    return found && { places: [{ relation: 'in', place: found.key }] };
  }
  if (by === 'pair') {
    const [a, b] = key.split(' | ').map((name) => names.actors(name, { exact: true, limit: 1 })[0]?.key);
    return a && b ? { pair: [a, b] } : undefined;
  }
  if (by === 'eventType') return { eventTypes: [key] };
  if (by === 'source') return { source: key };
  const [actor] = names.actors(key, { limit: 1 });
  return actor && { actors: [{ actor: actor.key, role: 'either' }] };
}

const hasName = (key: string) => (c: { name: string; dataNames: string[]; score: number }) =>
  c.dataNames.includes(key) || c.name === key || c.score > 0.9;
