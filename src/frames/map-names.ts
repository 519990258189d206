import type { Frame } from './frame.ts';
import type { FrameProblem } from './problem.ts';
import type { PlaceSlot, Slots } from './slots.ts';

/** What to replace each name in a frame with; `slot`: where it is. An event type may become several. */
export interface NameMapping {
  place(said: string, slot: FrameProblem['slot']): string;
  actor(said: string, slot: FrameProblem['slot']): string;
  eventType(said: string, slot: FrameProblem['slot']): readonly string[];
}

/** A copy of the frame, its sides, its part and its exclusions, with every name replaced. */
export function mapNames({ sides, part, ...frame }: Frame, mapping: NameMapping): Frame {
  return {
    ...frame,
    ...mapSlots(frame, mapping),
    ...(sides ? { sides: sides.map((side) => ({ ...side, ...mapSlots(side, mapping) })) } : {}),
    ...(part ? { part: { ...part, ...mapSlots(part, mapping) } } : {}),
  };
}

function mapSlots(
  { places, actors, pair, eventTypes, attribution, exclude }: Slots,
  mapping: NameMapping,
): Partial<Slots> {
  const place = (slot: FrameProblem['slot']) => (one: PlaceSlot) => ({
    ...one,
    ...(one.place === undefined ? {} : { place: mapping.place(one.place, slot) }),
    ...(one.to === undefined ? {} : { to: mapping.place(one.to, slot) }),
  });
  const actor =
    (slot: FrameProblem['slot']) =>
    <A extends { actor: string }>(one: A): A => ({ ...one, actor: mapping.actor(one.actor, slot) });
  const mapEventTypes = (all: readonly string[], slot: FrameProblem['slot']) => [
    ...new Set(all.flatMap((k) => mapping.eventType(k, slot))),
  ];
  return {
    ...(places ? { places: places.map(place('places')) } : {}),
    ...(actors ? { actors: actors.map(actor('actors')) } : {}),
    ...(pair ? { pair: [mapping.actor(pair[0], 'pair'), mapping.actor(pair[1], 'pair')] } : {}),
    ...(eventTypes ? { eventTypes: mapEventTypes(eventTypes, 'eventTypes') } : {}),
    ...(attribution?.actor ? { attribution: { ...attribution, actor: actor('attribution')(attribution.actor) } } : {}),
    ...(exclude
      ? {
          exclude: {
            ...exclude,
            ...(exclude.places ? { places: exclude.places.map(place('exclude')) } : {}),
            ...(exclude.actors ? { actors: exclude.actors.map(actor('exclude')) } : {}),
            ...(exclude.eventTypes ? { eventTypes: mapEventTypes(exclude.eventTypes, 'exclude') } : {}),
          },
        }
      : {}),
  };
}
