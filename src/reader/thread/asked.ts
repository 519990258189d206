import { type Filter, type Query, query as querySchema } from '../../incidents/query.ts';

export type Asked = Partial<Query> & { filter: Filter };
/** The query, without facets that have no value. */
export const asked = (q: Asked): Query => {
  const filter = Object.fromEntries(Object.entries(q.filter).filter(([, v]) => v !== undefined));
  return querySchema.parse({ ...q, filter });
};
