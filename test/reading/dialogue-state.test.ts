import { expect, test } from 'vitest';
import { query } from '../../src/incidents/query.ts';
import { type DialogueState, kept } from '../../src/reading/dialogue-state.ts';

const asked = (more: object = {}) => query.parse({ measure: 'list', filter: {}, ...more });
const incident = (id: string, day: string) => ({ id, when: { start: day, end: day } });
const after = (state: Omit<DialogueState, 'why' | 'language'>): DialogueState => ({ ...state, why: '' });

test('the days of one incident are kept, those of several are not', () => {
  const one = kept(asked(), { incidents: [incident('a:1', '2016-03-10')] }, undefined);
  expect(one.when).toEqual({ start: '2016-03-10', end: '2016-03-11' });
  const two = kept(asked(), { incidents: [incident('a:1', '2016-03-10'), incident('a:2', '2016-03-11')] }, undefined);
  expect([two.ids, two.when]).toEqual([['a:1', 'a:2'], undefined]);
});

test('the groups of a ranking are kept in their order, those of a series are not', () => {
  const groups = [{ key: 'Syria' }, { key: 'Iraq' }];
  const rank = asked({ measure: 'rank', by: 'country' });
  expect(kept(rank, { incidents: [], groups }, undefined).groups).toEqual(['Syria', 'Iraq']);
  expect(kept(asked({ measure: 'trend', by: 'year' }), { incidents: [], groups }, undefined).groups).toBeUndefined();
});

test('the last five questions are kept, and the one behind an incident that was looked at', () => {
  let state: DialogueState | undefined;
  for (let limit = 1; limit <= 8; limit++) state = after(kept(asked({ limit }), { incidents: [] }, state));
  expect(state?.earlier?.map((q) => q.limit)).toEqual([7, 6, 5, 4, 3]);
  const looked = after(kept(asked({ filter: { ids: ['a:1'] } }), { incidents: [] }, state));
  expect(looked.before?.limit).toBe(8);
  const again = kept(asked({ filter: { ids: ['a:2'] } }), { incidents: [] }, looked);
  expect([again.before?.limit, again.earlier?.[0]?.limit]).toEqual([8, 8]);
});

test('those listed are kept while one after the other is looked at', () => {
  const list = after(
    kept(asked(), { incidents: [incident('a:1', '2016-03-10'), incident('a:2', '2016-03-11')] }, undefined),
  );
  const look = (id: string, last: DialogueState) =>
    after(kept(asked({ filter: { ids: [id] } }), { incidents: [incident(id, '2016-03-10')] }, last));
  expect(look('a:1', look('a:2', list)).listed).toEqual(['a:1', 'a:2']);
});
