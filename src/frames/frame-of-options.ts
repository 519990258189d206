import { daysOf } from './days.ts';
import type { Frame } from './frame.ts';
import type { Problem } from './problem.ts';
import type { ActorSlot, PlaceSlot, Slots } from './slots.ts';

/** The options that commands have in common: which incidents. Names are as typed, or keys chosen from a list. */
export interface FilterOptions {
  place?: string | undefined;
  /** Kilometres around the place. */
  near?: number | undefined;
  /** A place that is left out. */
  except?: string | undefined;
  /** First and last day, month or year, in ISO form. */
  from?: string | undefined;
  to?: string | undefined;
  type?: string | undefined;
  actor?: string | undefined;
  role?: ActorSlot['role'];
  text?: string | undefined;
  minKilled?: number | undefined;
}

const anyViolence = 'violence';

/** The frame that options ask for, with names still to be linked; or what is wrong with a date. */
export function frameOfOptions(
  { place, near, except, from, to, type, actor, role, text, minKilled }: FilterOptions,
  shape: Omit<Frame, keyof Slots>,
): { frame: Frame } | { problem: Problem } {
  const [first, last] = [from, to].map((said) => (said === undefined ? undefined : daysOf(said)));
  const unread = (from !== undefined && !first && from) || (to !== undefined && !last && to);
  if (unread !== false) return { problem: { slot: 'period', wrong: 'not-a-day', said: unread } };
  if (first && last && first.start >= last.end)
    return { problem: { slot: 'period', wrong: 'backwards', start: from as string, end: to as string } };
  if (near !== undefined && place === undefined)
    return { problem: { slot: 'places', wrong: 'incomplete', missing: 'place' } };
  return {
    frame: {
      ...shape,
      ...(place === undefined ? {} : { places: [placeSlot(place, near)] }),
      ...(except === undefined ? {} : { exclude: { places: [{ place: except }] } }),
      ...(first || last ? { period: { start: first?.start ?? null, end: last?.end ?? null } } : {}),
      eventTypes: [type ?? anyViolence],
      ...(actor === undefined ? {} : { actors: [{ actor, role: role ?? 'attacker' }] }),
      ...(text === undefined ? {} : { text }),
      ...(minKilled === undefined ? {} : { killed: { min: minKilled } }),
    },
  };
}

const position = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*$/;

/** A place by name or key, or a position in degrees: "33.3, 44.4". */
function placeSlot(said: string, km: number | undefined): PlaceSlot {
  const [, lat, lon] = said.match(position) ?? [];
  const radius = km === undefined ? {} : { radiusKm: km };
  if (lat !== undefined && lon !== undefined && Math.abs(Number(lat)) <= 90 && Math.abs(Number(lon)) <= 180)
    return { relation: 'near', point: { lat: Number(lat), lon: Number(lon) }, ...radius };
  return { relation: km === undefined ? 'in' : 'near', place: said, ...radius };
}
