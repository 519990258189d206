import type { Frame } from '../../frames/frame.ts';
import type { Filter, Query } from '../../incidents/query.ts';
import { type Draft, itemsOf, says } from '../draft.ts';
import { figureOf } from '../interpret/figures.ts';
import type { Asked } from './asked.ts';

const isOf = (draft: Draft, measure: Query['measure']): boolean =>
  itemsOf(draft, 'measure').some(({ value }) => value === measure);

/** "what share of them were civilians?", "and the monthly average?": worked out from what the thread is about. */
export function workedOutAfter(draft: Draft, last: Query, now: Filter, filter: Filter): Asked | undefined {
  const common = { order: 'newest' as const, limit: 5, offset: 0 };
  if (isOf(draft, 'share')) {
    const civilians = itemsOf(draft, 'people').some(({ value }) => value.as === 'civilian');
    if (Object.keys(now).length === 0)
      return civilians ? { ...common, measure: 'share', of: 'civilians killed', filter: last.filter } : undefined;
    return { ...common, measure: 'share', of: last.of, filter: last.filter, part: now };
  }
  const figure = figureOf(draft, { measure: last.measure, of: last.of } as Frame);
  if (figure?.measure !== 'average' && figure?.measure !== 'median') return undefined;
  const { measure, by } = figure;
  return { ...common, measure, of: last.of, ...(by ? { by } : {}), filter };
}

/** Whether a turn asks for a figure that is worked out from others. */
export const asksFigure = (draft: Draft): boolean =>
  (['share', 'average', 'median'] as const).some((measure) => isOf(draft, measure)) && !says(draft, 'compare');
