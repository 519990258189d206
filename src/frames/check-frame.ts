import { comparesSides } from '../incidents/difference.ts';
import { isCycleUnit, isTimeUnit } from '../incidents/time-units.ts';
import { type Frame, frame as frameSchema } from './frame.ts';
import type { FrameProblem, Missing } from './problem.ts';

/**
 * The first problem of a frame that shows without the data: a slot with an impossible value, or slots that do not go
 * together; undefined if there is none. Never throws.
 */
export function checkFrame(frame: Frame): FrameProblem | undefined {
  const { error } = frameSchema.safeParse(frame);
  const [issue] = error?.issues ?? [];
  if (issue) return { slot: (issue.path[0] ?? 'measure') as keyof Frame, wrong: 'invalid', said: issue.message };
  return checkSides(frame) ?? checkPart(frame) ?? checkUnit(frame) ?? checkQuantity(frame);
}

const incomplete = (slot: FrameProblem['slot'], missing: Missing): FrameProblem => ({
  slot,
  wrong: 'incomplete',
  missing,
});

/** Whether a slot, or anything in it, has a value. */
const isGiven = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.values(value).some(isGiven) : (value ?? undefined) !== undefined;

function checkSides({ measure = 'list', sides }: Frame): FrameProblem | undefined {
  if (!comparesSides(measure)) return sides && { slot: 'sides', wrong: 'unused', unused: 'sides' };
  if (measure === 'difference' && sides?.length !== 2) return incomplete('sides', 'two sides');
  if (sides === undefined || sides.length < 2) return incomplete('sides', 'sides');
  return sides.every(({ key: _, ...own }) => isGiven(own)) ? undefined : incomplete('sides', 'side');
}

/** Civilians are a part of the killed that needs no slots. */
function checkPart({ measure, of, part }: Frame): FrameProblem | undefined {
  if (measure !== 'share') return part && { slot: 'part', wrong: 'unused', unused: 'part' };
  if (part === undefined && of === 'civilians killed') return undefined;
  return isGiven(part) ? undefined : incomplete('part', 'part');
}

function checkUnit({ measure, by, of = 'incidents' }: Frame): FrameProblem | undefined {
  switch (measure) {
    case 'average':
      if (by === undefined) return of === 'incidents' ? incomplete('by', 'average') : undefined;
      return isTimeUnit(by) ? undefined : incomplete('by', 'average');
    case 'rank':
      return by === undefined ? incomplete('by', 'unit') : undefined;
    case 'trend':
      return isTimeUnit(by) || isCycleUnit(by) ? undefined : incomplete('by', 'time unit');
    case 'timeline':
      return by === undefined || isTimeUnit(by) ? undefined : incomplete('by', 'time unit');
    default:
      return by === undefined ? undefined : { slot: 'by', wrong: 'unused', unused: 'by' };
  }
}

const checkQuantity = ({ measure, of = 'incidents' }: Frame): FrameProblem | undefined =>
  measure === 'sum' && of === 'incidents' ? incomplete('of', 'quantity') : undefined;
