import type { EntityLinker } from '../entities/entity-linker.ts';
import type { PlaceFilter } from '../incidents/query.ts';
import { borderFilter, hasCentre, hasPoint, lineFilter, partFilter, placeFilter, pointFilter } from './place-filter.ts';
import type { FrameProblem, Unused } from './problem.ts';
import type { PlaceSlot } from './slots.ts';

/** Looks up entities by key; undefined for a key that neither the gazetteer nor the data has. */
export type EntityLookup = Pick<EntityLinker, 'place' | 'actor'>;

/** Lookup of keys and a collector of problems, for one frame being built. `report` returns undefined: a slot with a problem is left out. */
export interface BuildContext extends EntityLookup {
  report(problem: FrameProblem): undefined;
}

/** Place slots as filters: in a place or a part of it, within kilometres of it (default 50), or along a line (default 25). `slot`: where they are in the frame. */
export const placesOf = (slots: readonly PlaceSlot[], slot: FrameProblem['slot'], b: BuildContext): PlaceFilter[] =>
  slots.flatMap((one) => placeOf(one, slot, b) ?? []);

function placeOf(
  { relation = 'in', place, point, radiusKm, to, part }: PlaceSlot,
  slot: FrameProblem['slot'],
  b: BuildContext,
) {
  if (to !== undefined && relation !== 'between' && relation !== 'along')
    return b.report({ slot, wrong: 'incomplete', missing: 'between' });
  const unused = unusedIn({ relation, place, point, radiusKm });
  if (unused) return b.report({ slot, wrong: 'unused', unused });
  if (point) return pointFilter(point, radiusKm);
  if (place === undefined) return b.report({ slot, wrong: 'incomplete', missing: 'place' });
  const start = b.place(place);
  if (!start) return b.report({ slot, wrong: 'unknown', said: place });
  if (part && (relation === 'in' || relation === 'near'))
    return partFilter(start, part, radiusKm) ?? b.report({ slot, wrong: 'no-centre', said: start.name });
  if (relation === 'in') return placeFilter(start, 'in');
  if (relation === 'near')
    return hasCentre(start)
      ? placeFilter(start, 'near', radiusKm)
      : b.report({ slot, wrong: 'no-centre', said: start.name });
  if (to === undefined) return b.report({ slot, wrong: 'incomplete', missing: 'to' });
  const end = b.place(to);
  if (!end) return b.report({ slot, wrong: 'unknown', said: to });
  if (relation === 'along')
    return (
      borderFilter(start, end, radiusKm) ?? b.report({ slot, wrong: 'no-border', said: `${start.name}, ${end.name}` })
    );
  if (!hasPoint(start)) return b.report({ slot, wrong: 'no-centre', said: start.name });
  return hasPoint(end) ? lineFilter(start, end, radiusKm) : b.report({ slot, wrong: 'no-centre', said: end.name });
}

/** What of a place slot its other parts leave no use for. */
function unusedIn({ relation, place, point, radiusKm }: Omit<PlaceSlot, 'to'>): Unused | undefined {
  if (point && place !== undefined) return 'position';
  if (point) return relation === 'between' ? 'position on a line' : undefined;
  return radiusKm !== undefined && relation === 'in' ? 'radius' : undefined;
}
