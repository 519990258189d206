import type { Period, Query } from '../../incidents/query.ts';
import { isCycleUnit, isTimeUnit, unitRange } from '../../incidents/time-units.ts';
import type { DialogueState } from '../../reading/dialogue-state.ts';
import { type Draft, has } from '../draft.ts';

/** The days of a key of a unit of time, "2016-03". */
export function periodOfKey(key: string): Period {
  const { start, end } = unitRange(key);
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { start: day(start), end: day(end) };
}

/** The period that times in a thread are counted from: of what was shown last, else of the question. */
export function anchorOf({ query, before, groups, when }: DialogueState): Period | undefined {
  const [top] = groups ?? [];
  if (top && isTimeUnit(query.by) && !isCycleUnit(query.by)) return periodOfKey(top);
  const one = query.filter.ids !== undefined || ['first', 'last', 'describe', 'who'].includes(query.measure);
  if (when && (one || query.limit === 1)) return when;
  const { filter, sides } = query.filter.ids && before ? before : query;
  return filter.period ?? filter.periods?.at(-1) ?? sides?.find((s) => s.filter.period)?.filter.period;
}

/** What is gone on from: after one incident was looked at, what is told of others is for the question before it. */
export function groundOf(draft: Draft, { query, before }: DialogueState): Query {
  const apart = has(
    draft,
    ...[
      'where',
      'party',
      'pair',
      'time',
      'times',
      'kinds',
      'source',
      'threshold',
      'grouping',
      'excluded',
      'harm',
      'count',
    ],
  );
  return query.filter.ids && before && apart ? before : query;
}
