import { isWide } from '../../entities/entity-linker.ts';
import type { Frame } from '../../frames/frame.ts';
import type { Period, Unit } from '../../incidents/query.ts';
import { isTimeUnit } from '../../incidents/time-units.ts';
import { type Draft, itemsOf, wheresOf } from '../draft.ts';
import { placeSlots } from './slots.ts';

const asked = (draft: Draft, measure: string): boolean =>
  itemsOf(draft, 'measure').some((i) => (i.value as string) === measure);

/** A difference instead of a comparison, an average instead of a sum, a share of a whole; undefined where none is asked. */
export function figureOf(draft: Draft, frame: Frame): Frame | undefined {
  if (asked(draft, 'difference')) return differenceOf(frame);
  if (asked(draft, 'average')) return averageOf(draft, frame);
  return asked(draft, 'share') ? shareOf(draft, frame) : undefined;
}

/** Between two sides, or the first and the last of two years told as a range. */
function differenceOf(frame: Frame): Frame | undefined {
  if (frame.measure === 'compare' && frame.sides?.length === 2) return { ...frame, measure: 'difference' };
  const { period, by: _, ...rest } = frame;
  const sides = period && twoYears(period);
  return sides && { ...rest, measure: 'difference', order: 'newest', limit: 5, sides };
}

function twoYears({ start, end }: Period): Frame['sides'] {
  const [from, to] = [Number(start?.match(/^(\d{4})-01-01$/)?.[1]), Number(end?.match(/^(\d{4})-01-01$/)?.[1])];
  const year = (y: number) => ({ key: String(y), period: { start: `${y}-01-01`, end: `${y + 1}-01-01` } });
  return to - from === 2 ? [year(from), year(to - 1)] : undefined;
}

/** Per incident, or per unit of time: "killed per attack on average", "the monthly average". */
function averageOf(draft: Draft, { by: _, ...frame }: Frame): Frame | undefined {
  const by = itemsOf(draft, 'grouping')
    .map((i) => i.value.by as Unit)
    .find((unit) => isTimeUnit(unit));
  if (!by && (frame.of ?? 'incidents') === 'incidents') return undefined;
  return { ...frame, measure: 'average', order: 'newest', limit: 5, ...(by ? { by } : {}) };
}

/** What of it lies in the narrower of two places, is of the kind that is told, or was done by the party. */
function shareOf(draft: Draft, { by: _, ...frame }: Frame): Frame | undefined {
  const whole = { ...frame, measure: 'share' as const, order: 'newest' as const, limit: 5 };
  const wheres = wheresOf(draft);
  const wide = wheres.find((w) => w.places.length === 1 && isWide(w.places[0]?.candidates[0]));
  const fine = wheres.find((w) => w !== wide);
  if (fine && wide) {
    const { places: __, ...rest } = whole;
    return { ...rest, places: placeSlots(wide), part: { places: placeSlots(fine) } };
  }
  const { eventTypes, actors, pair, ...rest } = whole;
  if (eventTypes?.some((t) => t !== 'violence'))
    return { ...rest, ...(actors ? { actors } : {}), ...(pair ? { pair } : {}), part: { eventTypes } };
  if (actors || pair)
    return {
      ...rest,
      ...(eventTypes ? { eventTypes } : {}),
      part: { ...(actors ? { actors } : {}), ...(pair ? { pair } : {}) },
    };
  return frame.of === 'civilians killed' ? whole : undefined;
}
