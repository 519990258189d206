import { periodsOf, without } from '../../incidents/periods.ts';
import type { Filter, Period, PlaceFilter } from '../../incidents/query.ts';
import { type Draft, has, itemsOf } from '../draft.ts';
import { timesOut } from '../interpret/slots.ts';
import { carriedOver, withDistance } from './carried.ts';
import type { Turn } from './turn.ts';

type Facet = 'places' | 'actors' | 'eventTypes';
const facets: readonly Facet[] = ['places', 'actors', 'eventTypes'];
type Values = Filter[Facet];
const nameOf = (one: string | { name: string }): string => (typeof one === 'string' ? one : one.name);
const named = (all: Values | Filter['pair']): string[] => (all ?? []).map(nameOf);
const only = <V extends Values>(all: V, keep: (name: string) => boolean): V | undefined => {
  const left = (all ?? []).filter((one) => keep(nameOf(one)));
  return left.length ? (left as unknown as V) : undefined;
};
const clean = (filter: object): Filter =>
  Object.fromEntries(Object.entries(filter).filter(([, v]) => v !== undefined)) as Filter;

/** The filter of the thread with what is said now replaced, added, narrowed or left out. */
export function editedFilter(turn: Turn, before: Filter, now: Filter): Filter {
  const [kept, said] = reconciled(turn, loosened(before, turn.free), now);
  const km = itemsOf(turn.draft, 'distance')[0]?.value;
  const around = turn.leads.has('same') ? asNear(kept, said) : said;
  const next = km && !said.places ? carriedOver(withDistance(kept, km), said) : carriedOver(kept, around);
  return clean(timed(turn, added(turn, next, kept, said), kept, said));
}

/** "same for Erbil": as near to it as to the place before. */
function asNear({ places: [old] = [] }: Filter, said: Filter): Filter {
  const isPoint = ({ level }: PlaceFilter) => level === 'town' || level === 'site';
  if (old?.relation !== 'near' || !said.places?.every((p) => p.relation === 'in' && isPoint(p))) return said;
  return { ...said, places: said.places.map((p) => ({ ...p, relation: 'near', radiusKm: old.radiusKm })) };
}

/** Without the facets that are free now. */
function loosened(filter: Filter, free: readonly string[]): Filter {
  const rest: Filter = { ...filter };
  for (const facet of free) delete rest[facet as keyof Filter];
  if (free.includes('actors')) delete rest.pair;
  if (free.includes('period')) delete rest.periods;
  if (free.includes('killed')) for (const field of ['civilians', 'wounded'] as const) delete rest[field];
  return rest;
}

/**
 * What is left out now and stood in the thread's question is no condition any longer, and what is told beside it takes
 * its place ("not Idlib, Aleppo"); what was left out and is told now is let in again.
 */
function reconciled(turn: Turn, before: Filter, now: Filter): [Filter, Filter] {
  let both: [Filter, Filter] = [before, now];
  for (const facet of facets) both = readmitted(turn, facet, ...removed(turn, facet, ...both));
  return [clean(both[0]), clean(both[1])];
}

const withoutPair = (filter: Filter): Filter => ({ ...filter, pair: undefined });
/** "Hamas instead of Hezbollah": the other side stays. */
function rematched({ pair }: Filter, { actors }: Filter, gone: readonly string[]): Filter {
  const [other] = (pair ?? []).filter((side) => !gone.includes(side.name));
  const [one] = actors ?? [];
  return other && one ? { pair: [{ ...one, role: 'either' }, other], actors: undefined } : {};
}

const leftOut = ({ exclude }: Filter, facet: Facet): Values => exclude?.[facet];
/** The filter with other values left out of a facet. */
function leavingOut(filter: Filter, facet: Facet, values: Values): Filter {
  const exclude = clean({ ...filter.exclude, [facet]: values });
  return { ...filter, exclude: Object.keys(exclude).length ? exclude : undefined } as Filter;
}

function removed({ notOnly, draft, leads }: Turn, facet: Facet, kept: Filter, now: Filter): [Filter, Filter] {
  // "replace Idlib with Aleppo": what the thread has already is not what is meant.
  const fresh = leads.has('instead') ? only(now[facet], (name) => !named(kept[facet]).includes(name)) : undefined;
  const said = fresh ? { ...now, [facet]: fresh } : now;
  const gone = [...named(leftOut(said, facet)), ...(notOnly ? named(said[facet]) : [])];
  const pair = facet === 'actors' ? named(kept.pair) : [];
  const hits = gone.filter((name) => named(kept[facet]).includes(name) || pair.includes(name));
  if (hits.length === 0 && !notOnly) return [kept, said];
  const rest = notOnly ? undefined : only(leftOut(said, facet), (name) => !hits.includes(name));
  if (hits.length === 1 && pair.length && said.actors?.length === 1)
    return [withoutPair(kept), { ...leavingOut(said, facet, rest), ...rematched(kept, said, hits) }];
  const stays = only(kept[facet], (name) => !gone.includes(name));
  const replaces = rest && !said[facet] && !stays && listed(draft);
  return [
    { ...kept, [facet]: stays, ...(pair.length ? { pair: undefined } : {}) },
    {
      ...leavingOut(said, facet, replaces ? undefined : rest),
      [facet]: notOnly ? undefined : replaces ? rest : said[facet],
    },
  ];
}

function readmitted({ leads }: Turn, facet: Facet, kept: Filter, said: Filter): [Filter, Filter] {
  const back = named(said[facet]).filter((name) => named(leftOut(kept, facet)).includes(name));
  if (back.length === 0) return [kept, said];
  const other = (name: string) => !back.includes(name);
  return [
    leavingOut(kept, facet, only(leftOut(kept, facet), other)),
    leads.has('add') || kept[facet] ? { ...said, [facet]: only(said[facet], other) } : said,
  ];
}

/** "not Idlib, Aleppo": a comma stands before what is meant instead. */
const listed = ({ tokens }: Draft): boolean => tokens.some((t) => t.text === ',' || t.lower === 'but');

/** "and Homs too": beside what the thread has. */
function added({ leads }: Turn, next: Filter, kept: Filter, said: Filter): Filter {
  if (!leads.has('add') || leads.has('same') || leads.has('instead')) return next;
  const all: Filter = { ...next };
  for (const facet of facets) {
    const [old, more] = [kept[facet], said[facet]];
    if (!old || !more || named(old).every((name) => named(more).includes(name))) continue;
    const inside =
      facet === 'places' &&
      said.places?.every((p) =>
        kept.places?.some((q) => q.level === 'country' && p.level !== 'country' && p.country === q.name),
      );
    if (!inside) all[facet] = [...old, ...more.filter((one) => !named(old).includes(nameOf(one)))] as never;
  }
  return all;
}

/** A new time takes the place of the old one, or stands beside it. */
function timed({ leads, draft }: Turn, next: Filter, kept: Filter, said: Filter): Filter {
  if (!said.period && !said.periods) return next;
  const [old, now] = [[...(periodsOf(kept) ?? [])], [...(periodsOf(said) ?? [])]];
  const gone = has(draft, 'time', 'times') ? [] : timesOut(draft);
  const all = gone.length
    ? old.length
      ? without(old, gone)
      : now
    : leads.has('add') && !leads.has('instead')
      ? distinct([...old, ...now])
      : now;
  return { ...next, period: all.length > 1 ? undefined : all[0], periods: all.length > 1 ? all : undefined };
}

const distinct = (all: Period[]) =>
  [...new Map(all.map((p) => [`${p.start}|${p.end}`, p])).values()].sort((a, b) =>
    (a.start ?? '') < (b.start ?? '') ? -1 : 1,
  );
