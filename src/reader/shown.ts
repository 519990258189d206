import { type Aspect, type Query, query as querySchema, type Unit } from '../incidents/query.ts';
import type { DialogueState } from '../reading/dialogue-state.ts';
import type { Clarification, ClarificationChoice, ParseResult } from '../reading/parse-result.ts';
import type { Draft } from './draft.ts';
import { readingsOf } from './readings.ts';

/** One question back. */
export const unclear = (ask: Clarification, choices: ClarificationChoice[] = []): ParseResult => ({
  kind: 'unclear',
  ask,
  choices,
  readings: [],
  unread: [],
});

const meant = (query: Partial<Query>, draft?: Draft): ParseResult => ({
  kind: 'query',
  query: querySchema.parse(query),
  readings: draft ? readingsOf(draft) : [],
  unread: [],
  assumed: [],
  alternatives: [],
});

const units: Partial<Record<Aspect, Unit>> = { who: 'actor', sources: 'source' };

/** What is asked of those shown last: of the first its account; of all of them, who did or told of most. */
export function aboutShownLast({ query, ids }: DialogueState, about: Aspect, draft: Draft): ParseResult {
  const by = units[about];
  const many = ['count', 'sum', 'trend', 'rank', 'map'].includes(query.measure);
  const them = draft.tokens.some(({ lower }) => /^(?:they|them|these|those)$/.test(lower));
  if (by && ids.length !== 1 && (them || (many && ids.length === 0)))
    return meant({ measure: 'rank', by, order: 'most', limit: 10, filter: query.filter }, draft);
  const [id] = ids;
  return id ? meant({ measure: 'describe', about, filter: { ids: [id] } }, draft) : unclear({ kind: 'nth', shown: 0 });
}

/** "the second one" of those shown last. */
export function theNth(n: number, state: DialogueState | undefined, about: Aspect = 'all'): ParseResult {
  const shown = state?.listed ?? state?.ids;
  const id = shown?.at(n);
  return state && id
    ? meant({ measure: 'describe', about, filter: { ids: [id] } })
    : unclear({ kind: 'nth', shown: shown?.length });
}
