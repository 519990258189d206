import { type Draft, has } from '../draft.ts';
import type { Turn } from './turn.ts';

const stated = ['kinds', 'threshold', 'object', 'unknown', 'asOf', 'changes'] as const;
const asking = ['grouping', 'harm', 'count', 'ends'] as const;

const figures = new Set<string>(['count', 'harm', 'limit', 'people', 'which', 'measure']);
const bare = (draft: Draft): boolean => draft.path.items.every((i) => figures.has(i.cat));

/** Whether the words mean nothing without a question before them: "and July?", "by month". */
export function needsThread(draft: Draft, { leads, led, points, nth }: Turn, unread: readonly string[]): boolean {
  if (nth !== undefined || (led && ['same', 'again', 'back'].some((lead) => leads.has(lead)))) return true;
  const told = has(draft, 'where', 'party', 'pair', 'time', 'times', 'kinds');
  if (points && has(draft, 'harm', 'count') && !told) return true;
  if (bare(draft) && has(draft, 'count', 'harm') && unread.length === 0) return true;
  const subject = has(draft, 'where', 'party', 'pair');
  const asks = has(draft, ...asking, 'kinds', 'threshold', 'measure', 'clash', 'object');
  const goesOn = led && leads.has('go') && !has(draft, 'measure');
  if (subject && asks && !points && !(led && !leads.has('only'))) return false;
  const counted = has(draft, 'harm') || (has(draft, 'measure', 'count') && has(draft, 'kinds'));
  if (subject && has(draft, 'more', 'less', 'vs')) return false;
  const alone =
    ((subject || has(draft, ...stated) || counted) && !goesOn) ||
    (has(draft, 'time', 'times') && !led) ||
    (has(draft, 'grouping') && has(draft, 'ends'));
  if (alone) return false;
  if (has(draft, ...asking) && !goesOn) return false;
  return goesOn || has(draft, 'move', 'time', 'times', 'limit', ...asking);
}
