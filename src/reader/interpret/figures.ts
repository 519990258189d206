import type { Frame } from '../../frames/frame.ts';
import type { Measure } from '../../incidents/query.ts';
import { isTimeUnit } from '../../incidents/time-units.ts';
import { type Draft, itemsOf } from '../draft.ts';
import { changeAsked, changedOf, endsOf } from './change.ts';
import { shareOf } from './share.ts';

const asked = (draft: Draft, measure: Measure): boolean => itemsOf(draft, 'measure').some((i) => i.value === measure);

/** A figure that is worked out from others, instead of the sum or the comparison that it is worked out from; undefined where none is asked. */
export function figureOf(draft: Draft, frame: Frame): Frame | undefined {
  if (asked(draft, 'ratio') && frame.sides?.length === 2) return { ...frame, measure: 'ratio' };
  if (asked(draft, 'difference') && !frame.by) return differenceOf(frame);
  const change = changeAsked(draft);
  const changed = change && changedOf(draft, frame, change);
  if (changed) return changed;
  if (asked(draft, 'difference')) return differenceOf(frame);
  const mean = (['median', 'average'] as const).find((measure) => asked(draft, measure));
  if (mean) return averageOf(draft, frame, mean);
  return asked(draft, 'share') || asked(draft, 'ratio') ? shareOf(draft, frame) : undefined;
}

/** Between two sides, or the first and the last of years told as a range. */
function differenceOf(frame: Frame): Frame | undefined {
  if (frame.measure === 'compare' && frame.sides?.length === 2) return { ...frame, measure: 'difference' };
  const { period, by: _, ...rest } = frame;
  const sides = period && endsOf(period);
  return sides && { ...rest, measure: 'difference', order: 'newest', limit: 5, sides };
}

/** Per incident, or per unit of time: "killed per attack on average", "the monthly average", "the median". */
function averageOf(draft: Draft, { by: _, ...frame }: Frame, measure: 'average' | 'median'): Frame | undefined {
  const by = itemsOf(draft, 'grouping')
    .map((i) => i.value.by)
    .find(isTimeUnit);
  const ranked = frame.measure === 'rank' && itemsOf(draft, 'grouping').some((i) => !isTimeUnit(i.value.by));
  if (ranked || frame.sides || (!by && (frame.of ?? 'incidents') === 'incidents')) return undefined;
  return { ...frame, measure, order: 'newest', limit: 5, ...(by ? { by } : {}) };
}
