import type { Frame } from './frame.ts';
import type { FrameProblem } from './problem.ts';
import type { ActorSlot, PlaceSlot, Slots } from './slots.ts';

/** The options that commands share to select incidents. Names are as typed, or keys chosen from a list. */
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
  role?: ActorSlot['role'] | undefined;
  text?: string | undefined;
  minKilled?: number | undefined;
}

const anyViolence = 'violence';

/**
 * Options as a frame whose names are still to be linked, or what is wrong with a date, or with an option that needs another. Without `type` it asks for any
 * violence. `shape`: the measure and what else does not select incidents. Example: `{ place: 'Mosul', near: 50 }` →
 * `{ places: [{ relation: 'near', place: 'Mosul', radiusKm: 50 }], eventTypes: ['violence'] }`.
 */
export function frameOfOptions(
  { place, near, except, from, to, type, actor, role, text, minKilled }: FilterOptions,
  shape: Omit<Frame, keyof Slots>,
): { frame: Frame } | { problem: FrameProblem } {
  const [first, last] = [from, to].map((date) => (date === undefined ? undefined : dateRange(date)));
  const invalid = (from !== undefined && !first && from) || (to !== undefined && !last && to);
  if (invalid !== false) return { problem: { slot: 'period', wrong: 'not-a-day', said: invalid } };
  if (first && last && first.start >= last.end)
    return { problem: { slot: 'period', wrong: 'backwards', start: from as string, end: to as string } };
  const incomplete = incompleteIn({ place, near, actor, role });
  if (incomplete) return { problem: incomplete };
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

/** An option without the one that it belongs to. */
function incompleteIn({ place, near, actor, role }: FilterOptions): FrameProblem | undefined {
  if (near !== undefined && place === undefined) return { slot: 'places', wrong: 'incomplete', missing: 'place' };
  return role !== undefined && actor === undefined
    ? { slot: 'actors', wrong: 'incomplete', missing: 'actor' }
    : undefined;
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

const isoDate = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;

/** A day, month or year in ISO form as `[start, end)`: "2016-03" is 2016-03-01 to 2016-04-01. Undefined: none of them. */
function dateRange(said: string): { start: string; end: string } | undefined {
  const [, year, month, day] = said.trim().match(isoDate) ?? [];
  if (year === undefined) return undefined;
  try {
    const parts = { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) };
    const start = Temporal.PlainDate.from(parts, { overflow: 'reject' });
    const end = start.add(day ? { days: 1 } : month ? { months: 1 } : { years: 1 });
    return { start: start.toString(), end: end.toString() };
  } catch {
    return undefined;
  }
}
