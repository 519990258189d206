import type { PlaceFilter } from '../incidents/query.ts';
import type { Building } from './building.ts';
import { hasCentre, hasPoint, lineFilter, placeFilter, pointFilter } from './place-filter.ts';
import type { Problem } from './problem.ts';
import type { PlaceSlot } from './slots.ts';

/** The filters that place slots mean; `slot`: where they stand in the frame. */
export const placesOf = (slots: readonly PlaceSlot[], slot: Problem['slot'], b: Building): PlaceFilter[] =>
  slots.flatMap((one) => placeOf(one, slot, b) ?? []);

function placeOf({ relation = 'in', place, point, radiusKm, to }: PlaceSlot, slot: Problem['slot'], b: Building) {
  if (to !== undefined && relation !== 'between') return b.wrong({ slot, wrong: 'incomplete', missing: 'between' });
  if (point) return pointFilter(point, radiusKm);
  if (place === undefined) return b.wrong({ slot, wrong: 'incomplete', missing: 'place' });
  const found = b.place(place);
  if (!found) return b.wrong({ slot, wrong: 'unknown', said: place });
  if (relation === 'in') return placeFilter(found, 'in');
  if (relation === 'near')
    return hasCentre(found)
      ? placeFilter(found, 'near', radiusKm)
      : b.wrong({ slot, wrong: 'no-centre', said: found.name });
  if (to === undefined) return b.wrong({ slot, wrong: 'incomplete', missing: 'to' });
  const end = b.place(to);
  if (!end) return b.wrong({ slot, wrong: 'unknown', said: to });
  if (!hasPoint(found)) return b.wrong({ slot, wrong: 'no-centre', said: found.name });
  return hasPoint(end) ? lineFilter(found, end, radiusKm) : b.wrong({ slot, wrong: 'no-centre', said: end.name });
}
