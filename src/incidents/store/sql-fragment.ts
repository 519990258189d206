import type { Value } from '../../database/database.ts';

/** A piece of SQL with its values; values never enter the text. */
export interface Clause {
  sql: string;
  values: Value[];
}

export const clause = (sql: string, ...values: Value[]): Clause => ({ sql, values });
const always = clause('TRUE');
export const never = clause('FALSE');

export const all = (clauses: Clause[]): Clause => joined(clauses, ' AND ', always);
export const any = (clauses: Clause[]): Clause =>
  joined(
    // What is never so would only keep an index from being followed.
    clauses.filter((c) => c !== never),
    ' OR ',
    never,
  );
export const not = ({ sql, values }: Clause): Clause => clause(`NOT coalesce((${sql}), FALSE)`, ...values);

export const isOneOf = (column: string, values: readonly Value[]): Clause =>
  values.length === 0 ? never : clause(`${column} IN (${values.map(() => '?').join(', ')})`, ...values);

function joined(clauses: Clause[], by: string, empty: Clause): Clause {
  const [only, ...rest] = clauses;
  if (!only) return empty;
  return rest.length === 0
    ? only
    : clause(clauses.map((c) => `(${c.sql})`).join(by), ...clauses.flatMap((c) => c.values));
}
