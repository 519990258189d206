import { compose } from '../../src/answers/compose.ts';
import type { AnswerContext } from '../../src/answers/document/answer-context.ts';
import type { Result } from '../../src/incidents/incidents.ts';
import { type Query, query } from '../../src/incidents/query.ts';
import { told } from '../incidents/world.ts';

/** A dataset that holds so many incidents. */
export const dataset = (id: string, incidents = 5) => ({
  ...{ id, name: `Dataset ${id}`, licence: 'CC0', citation: id, incidents },
  ...{ reports: incidents, first: '2003-01-01', last: '2020-06-30', kinds: ['ambush'] },
  countries: [{ country: 'Iraq', incidents, last: '2020-05-31' }],
});
/** Data of 2003 to June 2020, of Iraq to May. */
export const coverage: AnswerContext['coverage'] = {
  ...{ incidents: 90, records: 90, first: '2003-01-01', last: '2020-06-30', version: 1 },
  countries: [{ country: 'Iraq', incidents: 50, last: '2020-05-31' }],
  datasets: [dataset('a')],
};
const result = {
  total: 0,
  overlapping: 0,
  coarse: 0,
  withoutFigure: 0,
  incidents: [],
  aggregates: [],
  developments: [],
};
/** So many ambushes at Mosul on 11 July 2020, two killed in each. */
export const some = (n: number) => Array.from({ length: n }, (_, i) => told(`wire:${i + 1}`, { killed: 2 }));
export const group = (key: string, count: number, killed = 0, more: object = {}) => ({
  ...{ key, count, killed, low: killed, high: killed, civilians: 0 },
  ...more,
});

export interface Given extends Partial<Omit<AnswerContext, 'query' | 'result'>> {
  query?: Partial<Query>;
  result?: Partial<Result>;
}
/** A query and a result of which only what matters is given. */
export function contextOf({ query: asked, result: found, ...more }: Given): AnswerContext {
  const around = { coverage, unread: [], assumed: [], alternatives: [] };
  return {
    ...around,
    query: query.parse({ measure: 'list', filter: {}, ...asked }),
    result: { ...result, ...found },
    ...more,
  };
}
/** What is composed of it. */
export const answerTo = (given: Given) => compose(contextOf(given));
