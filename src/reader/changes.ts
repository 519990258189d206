import { buildQuery } from '../frames/build-query.ts';
import type { ChangeFilter, Period } from '../incidents/query.ts';
import type { DialogueState } from '../reading/dialogue-state.ts';
import type { ParseResult } from '../reading/parse-result.ts';
import { instantOf } from '../reading/readers/as-of.ts';
import type { UnderstandContext } from './context.ts';
import { type Draft, itemsOf, periodsOf } from './draft.ts';
import { slotsOf } from './interpret/slots.ts';
import { readingsOf } from './readings.ts';
import { unclear } from './shown.ts';

const span = ({ start, end }: Period, zone: string): Pick<ChangeFilter, 'since' | 'before'> => ({
  ...(start === null ? {} : { since: instantOf(start, zone) }),
  ...(end === null ? {} : { before: instantOf(end, zone) }),
});

/** A question about what was changed in the record: the last time said is that of the change, an earlier one that of the incidents. */
export function changesOf(
  draft: Draft,
  state: DialogueState | undefined,
  { zone, names }: UnderstandContext,
): ParseResult {
  const asked: Pick<ChangeFilter, 'actions' | 'lastImport'> = Object.assign(
    {},
    ...itemsOf(draft, 'changes').map((i) => i.value),
  );
  const periods = periodsOf(draft);
  const change = asked.lastImport ? undefined : periods.at(-1);
  const times = draft.path.items.filter((i) => i.cat === 'time' || i.cat === 'times');
  const items = draft.path.items.filter(
    (i) => !times.includes(i) || (change && times.length > 1 && i !== times.at(-1)),
  );
  const slots = slotsOf({ ...draft, path: { ...draft.path, items } });
  const ids = state?.ids ?? [];
  const shown =
    Object.keys(slots).length === 0 &&
    ids.length > 0 &&
    draft.tokens.some((t) => /^(?:it|that|this|them|these|those)$/.test(t.lower));
  const changes = { ...asked, ...(change ? span(change, zone) : {}) };
  const limit = itemsOf(draft, 'limit')[0]?.value ?? 5;
  const frame = { measure: 'changes' as const, changes, limit, ...(shown ? { ids } : slots) };
  const built = buildQuery(frame as never, names);
  if ('problem' in built) return unclear({ kind: 'unread', said: draft.text });
  return {
    kind: 'query',
    query: built.query,
    frame: frame as never,
    readings: readingsOf(draft),
    unread: [],
    assumed: [],
    alternatives: [],
  };
}
