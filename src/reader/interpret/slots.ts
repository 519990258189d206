import { isWide } from '../../entities/entity-linker.ts';
import { liesIn } from '../../entities/lies-in.ts';
import { hasCentre } from '../../frames/place-filter.ts';
import type { ActorSlot, PlaceSlot, Slots } from '../../frames/slots.ts';
import { overlap, without } from '../../incidents/periods.ts';
import type { Period } from '../../incidents/query.ts';
import { type Draft, has, itemsOf, periodsOf } from '../draft.ts';
import type { ActorMention, Excluded, Item, PlaceMention, Role, Where } from '../item.ts';

export const keyOf = ({ candidates }: PlaceMention | ActorMention): string => candidates[0]?.key ?? '';

/** A place in, near or on a line; "near" what has no centre is "in" it. */
export function placeSlots({ relation, places, km, point }: Where): PlaceSlot[] {
  const distance = km === undefined ? {} : { radiusKm: km };
  if (point) return [{ relation: 'near', point, ...distance }];
  const [first, second] = places;
  if ((relation === 'between' || relation === 'along') && first && second)
    return [{ relation, place: keyOf(first), to: keyOf(second), ...distance }];
  return places.map((p) => {
    const [best] = p.candidates;
    if (p.part)
      return {
        relation: best && hasCentre(best) ? relation : 'in',
        place: keyOf(p),
        part: p.part,
        ...(relation === 'near' ? distance : {}),
      };
    return relation === 'near' && best && hasCentre(best)
      ? { relation, place: best.key, ...distance }
      : { relation: 'in' as const, place: keyOf(p) };
  });
}

const depth = { 'world-region': 0, country: 1, region: 2, admin1: 3, admin2: 4, town: 5, site: 5 } as const;

/** "Dohuk in Iraq": a wider place said apart from a narrower one in it only says where that is. */
function withoutHolders(wheres: readonly Where[]): Where[] {
  const holds = (wide: Where, fine: Where): boolean => {
    const [holder] = wide.places[0]?.candidates ?? [];
    if (!holder || wide === fine || wide.relation !== 'in' || wide.places.length !== 1) return false;
    if (fine.point) return isWide(holder);
    return fine.places.every(({ candidates: [c] }) => c && depth[c.level] > depth[holder.level] && liesIn(c, holder));
  };
  return wheres.filter((w) => !wheres.some((fine) => holds(w, fine)));
}

export const actorSlots = (all: readonly ActorMention[], role: Role): ActorSlot[] =>
  all.map((a) => ({ actor: keyOf(a), role }));

const always: Period = { start: null, end: null };

/** Several periods narrow one another where they overlap ("since 2003, in March 2005"), else any of them is meant. */
function joined(periods: readonly Period[]): Period[] {
  const [first, ...rest] = periods;
  const both = rest.reduce<Period | undefined>((p, q) => p && overlap(p, q), first);
  if (both) return [both];
  const distinct = periods.filter((p, i) => periods.findIndex((q) => q.start === p.start && q.end === p.end) === i);
  return [...distinct].sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1));
}

/** `gone`: "2009 to 2012, without 2010". */
export function periodSlots(
  periods: readonly Period[],
  gone: readonly Period[] = [],
): Pick<Slots, 'period'> & { periods?: Period[] } {
  const left = gone.length ? without(periods.length ? joined(periods) : [always], gone) : joined(periods);
  const [first, ...rest] = left;
  return first ? (rest.length ? { periods: left } : { period: first }) : {};
}

/** "Tikrit, 2015, within 25 km": a distance said apart from the one place it is from. */
function withDistance(wheres: Where[], km: number | undefined): Where[] {
  const [only] = wheres;
  if (km === undefined || !only || wheres.length > 1 || only.km !== undefined) return wheres;
  return [{ ...only, km, relation: only.relation === 'between' ? 'between' : 'near' }];
}

export const timesOut = (draft: Draft): Period[] =>
  itemsOf(draft, 'excluded').flatMap(({ value }) => value.times ?? []);

type AnySlots = Slots & { periods?: Period[] };

/** All that narrows which incidents are meant. */
export function slotsOf(draft: Draft): AnySlots {
  const wheres = withDistance(
    withoutHolders(itemsOf(draft, 'where').map((i) => i.value)),
    itemsOf(draft, 'distance')[0]?.value,
  );
  const places = distinct(wheres.flatMap(placeSlots));
  const kinds = kindsOf([
    ...itemsOf(draft, 'kinds').flatMap((i) => i.value),
    ...itemsOf(draft, 'ends').flatMap((i) => i.value.kinds ?? []),
    ...itemsOf(draft, 'having').flatMap((i) => i.value.kinds ?? []),
  ]);
  const slots: AnySlots = {
    ...periodSlots(periodsOf(draft), timesOut(draft)),
    ...(places.length ? { places } : {}),
    ...partySlots(draft),
    ...(kinds.length ? { eventTypes: kinds } : {}),
    ...Object.fromEntries(itemsOf(draft, 'threshold').map(({ value: { of, ...bounds } }) => [of, bounds])),
    ...excludeSlot(
      itemsOf(draft, 'excluded').map((i) => i.value),
      wheres.flatMap((w) => w.places),
    ),
  };
  return forCivilians(draft, withoutFighting(draft, slots));
}

const distinct = <T>(all: readonly T[]): T[] => [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];

/** "who is fighting whom": whoever took part, in whatever. */
function withoutFighting(draft: Draft, slots: AnySlots): AnySlots {
  if (!has(draft, 'who') || slots.eventTypes?.join() !== 'battle') return slots;
  const { eventTypes: _, ...rest } = slots;
  return rest;
}

/** "attacks" beside a narrower kind says nothing more. */
function kindsOf(ids: readonly string[]): string[] {
  const narrow = ids.filter((id) => id !== 'violence');
  return [...new Set(narrow.length ? narrow : ids)];
}

function partySlots(draft: Draft): Pick<Slots, 'actors' | 'pair'> {
  const pair = itemsOf(draft, 'pair')[0];
  if (pair) {
    const [a, b] = pair.value as [ActorMention, ActorMention];
    return keyOf(a) === keyOf(b) ? { actors: actorSlots([a], 'either') } : { pair: [keyOf(a), keyOf(b)] };
  }
  const parties = itemsOf(draft, 'party');
  const all = parties.flatMap((party) => {
    const role = followsDeed(draft, party) ? 'attacker' : party.value.role;
    return party.value.all.map((a) => ({ actor: keyOf(a), role }));
  });
  const once = [...new Map(all.map((slot) => [slot.actor, slot])).values()];
  const [a, b] = once;
  if (a && b && once.length === 2 && fought(draft, parties)) return { pair: [a.actor, b.actor] };
  return once.length ? { actors: once } : {};
}

/** "attaques de Boko Haram", "هجمات داعش", "قتلتهم طالبان": who is told right after what was done did it; English says so with "by". */
function followsDeed(draft: Draft, { start, end, value }: Item<'party'>): boolean {
  if (draft.language === 'en' || value.role !== 'either') return false;
  const { chart } = draft;
  const of = (chart.at[start] ?? []).some((i) => i.cat === 'of' && i.end < end);
  const next = (item: Item) => item.end <= start && chart.light.slice(item.end, start).every(Boolean);
  const done = itemsOf(draft, 'kinds').some((kind) => next(kind) && !kind.value.includes('battle'));
  // In Arabic the verb comes first.
  const verb =
    draft.language === 'ar' &&
    itemsOf(draft, 'harm').some((harm) => next(harm) && (chart.at[harm.end - 1] ?? []).some((i) => i.cat === 'deed'));
  return (done && (of || value.bare === true)) || (verb && value.bare === true);
}

/** Two sides said apart, where fighting is said too: "clashes of A, in the east, with B". */
function fought(draft: Draft, parties: readonly Item<'party'>[]): boolean {
  if (parties.some(({ value }) => value.joint === 'or')) return false;
  if (has(draft, 'both')) return true;
  const battle =
    has(draft, 'clash') ||
    itemsOf(draft, 'kinds').some(({ value }) =>
      value.some((k) => k === 'battle' || k === 'state-based' || k === 'non-state'),
    );
  const sides =
    parties.some(({ value }) => value.role === 'attacker') && parties.some(({ value }) => value.role === 'target');
  return battle
    ? parties.length > 1 || parties.some(({ value }) => value.joint === 'and' || value.joint === 'vs')
    : sides;
}

/** "but not the city": the town that shares the name of a place that is asked for. */
function partOf(unit: Excluded['unit'], places: readonly PlaceMention[]): PlaceSlot[] {
  if (unit === undefined) return [];
  const level = unit === 'place' ? 'town' : 'admin1';
  const [found] = places.flatMap(({ candidates, namesakes = candidates }) =>
    namesakes.filter(
      (c) => c.level === level && c.countryCode === candidates[0]?.countryCode && c.key !== candidates[0]?.key,
    ),
  );
  return found ? [{ relation: 'in', place: found.key }] : [];
}

function excludeSlot(all: readonly Excluded[], said: readonly PlaceMention[]): Pick<Slots, 'exclude'> {
  const places = all.flatMap(({ places: where, unit }) => [...(where ? placeSlots(where) : []), ...partOf(unit, said)]);
  const actors = all.flatMap(({ actors: out }) => actorSlots(out ?? [], 'either'));
  const eventTypes = all.flatMap(({ kinds }) => kinds ?? []);
  if (places.length + actors.length + eventTypes.length === 0) return {};
  return {
    exclude: {
      ...(places.length ? { places } : {}),
      ...(actors.length ? { actors } : {}),
      ...(eventTypes.length ? { eventTypes } : {}),
    },
  };
}

/** "civilians killed by X" is X's one-sided violence only; so is "who killed most civilians". */
function forCivilians(draft: Draft, slots: AnySlots): AnySlots {
  const bare = itemsOf(draft, 'party').some(({ value }) => value.bare) && has(draft, 'harm') && !has(draft, 'who');
  const by =
    bare ||
    slots.actors?.some((a) => a.role === 'attacker') ||
    (has(draft, 'who') && has(draft, 'ends', 'more')) ||
    itemsOf(draft, 'grouping').some((i) => i.value.by === 'actor');
  const civilians =
    itemsOf(draft, 'harm').some(({ value }) => value.of === 'civilians killed') ||
    slots.civilians !== undefined ||
    (itemsOf(draft, 'people').some(({ value }) => value.as === 'civilian') &&
      itemsOf(draft, 'harm').some(({ value }) => value.of === 'killed'));
  return by && civilians && !slots.eventTypes?.some((t) => t !== 'violence')
    ? {
        ...slots,
        eventTypes: ['attack-on-civilians'],
        ...(bare ? { actors: slots.actors?.map((a) => ({ ...a, role: 'attacker' as const })) } : {}),
      }
    : slots;
}
