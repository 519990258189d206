import type { Query } from '../../incidents/query.ts';
import type { DialogueState } from '../../reading/dialogue-state.ts';
import { has, itemsOf } from '../draft.ts';
import { asked } from './asked.ts';
import type { Turn } from './turn.ts';

/** "more", "show all", "undo": the thread's question as it was, or another page of it. */
export function paged(
  { bare, leads, free, draft }: Turn,
  { query, ids, listed = [], earlier = [] }: DialogueState,
): Query | undefined {
  if (!bare || free.length > 0) return undefined;
  const [before] = earlier;
  if (leads.has('undo') && before) return before;
  const n = itemsOf(draft, 'limit')[0]?.value ?? (Number(itemsOf(draft, 'loose-number')[0]?.value) || undefined);
  const isList = ['list', 'rank', 'timeline'].includes(query.measure);
  const list: Query = isList ? query : asked({ measure: 'list', filter: query.filter });
  if (leads.has('all')) return { ...list, offset: 0, limit: 100 };
  if (!leads.has('more') || has(draft, 'limit')) return undefined;
  if (query.filter.ids) {
    const id = listed[listed.indexOf(ids[0] ?? '') + 1];
    return id === undefined ? undefined : asked({ measure: 'describe', about: 'all', filter: { ids: [id] } });
  }
  return isList ? { ...list, offset: query.offset + query.limit, limit: n ?? query.limit } : list;
}
