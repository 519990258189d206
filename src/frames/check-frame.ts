import { comparesSides, needsTwoSides } from '../incidents/difference.ts';
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
  return checkSides(frame) ?? checkPart(frame) ?? checkUnit(frame) ?? checkGroups(frame) ?? checkQuantity(frame);
}

const incomplete = (slot: FrameProblem['slot'], missing: Missing): FrameProblem => ({
  slot,
  wrong: 'incomplete',
  missing,
});

/** Whether a slot, or anything in it, has a value. */
const isGiven = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.values(value).some(isGiven) : (value ?? undefined) !== undefined;

function checkSides({ measure = 'list', sides, change }: Frame): FrameProblem | undefined {
  if (change && sides) return sides.length === 2 ? undefined : incomplete('sides', 'two sides');
  if (!comparesSides(measure)) return sides && { slot: 'sides', wrong: 'unused', unused: 'sides' };
  if (needsTwoSides(measure) && sides?.length !== 2) return incomplete('sides', 'two sides');
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
    case 'median':
      if (by === undefined) return of === 'incidents' ? incomplete('by', 'average') : undefined;
      return isTimeUnit(by) ? undefined : incomplete('by', 'average');
    case 'rank':
      return by === undefined ? incomplete('by', 'unit') : undefined;
    case 'trend':
      return isTimeUnit(by) || isCycleUnit(by) ? undefined : incomplete('by', 'time unit');
    case 'timeline':
      return by === undefined || isTimeUnit(by) ? undefined : incomplete('by', 'time unit');
    case 'count':
      return undefined;
    default:
      return by === undefined ? undefined : { slot: 'by', wrong: 'unused', unused: 'by' };
  }
}

/** A condition and a change are of groups; different ones can be counted of anything but two sides and sources. */
function checkGroups({ measure, by, having, change, sides }: Frame): FrameProblem | undefined {
  const groups = measure === 'rank' || measure === 'trend';
  if (having && (by === undefined || !(groups || measure === 'count')))
    return { slot: 'having', wrong: 'unused', unused: 'having' };
  if (having && (having.of === by || by === 'pair' || by === 'source')) return incomplete('having', 'condition');
  if (change && !groups) return { slot: 'change', wrong: 'unused', unused: 'change' };
  return change && !sides && !isTimeUnit(by) ? incomplete('sides', 'two periods') : undefined;
}

const checkQuantity = ({ measure, of = 'incidents' }: Frame): FrameProblem | undefined =>
  measure === 'sum' && of === 'incidents' ? incomplete('of', 'quantity') : undefined;
