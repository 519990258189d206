import type { Value } from '../../database/database.ts';

/** A piece of SQL with its values; values never enter the text. */
export interface SqlFragment {
  sql: string;
  values: Value[];
}

export const clause = (sql: string, ...values: Value[]): SqlFragment => ({ sql, values });
const always = clause('TRUE');
export const never = clause('FALSE');

export const all = (clauses: SqlFragment[]): SqlFragment => joined(clauses, ' AND ', always);
export const any = (clauses: SqlFragment[]): SqlFragment =>
  joined(
    // What is never so would only keep an index from being followed.
    clauses.filter((c) => c !== never),
    ' OR ',
    never,
  );
export const not = ({ sql, values }: SqlFragment): SqlFragment => clause(`NOT coalesce((${sql}), FALSE)`, ...values);

export const isOneOf = (column: string, values: readonly Value[]): SqlFragment =>
  values.length === 0 ? never : clause(`${column} IN (${values.map(() => '?').join(', ')})`, ...values);

function joined(clauses: SqlFragment[], by: string, empty: SqlFragment): SqlFragment {
  const [only, ...rest] = clauses;
  if (!only) return empty;
  return rest.length === 0
    ? only
    : clause(clauses.map((c) => `(${c.sql})`).join(by), ...clauses.flatMap((c) => c.values));
}
