import type { Value } from '../../database/database.ts';

/** A piece of SQL with its parameters, in order: values never enter the text. */
export interface SqlFragment {
  sql: string;
  values: Value[];
}

/** `clause('i.best >= ?', 10)`. */
export const clause = (sql: string, ...values: Value[]): SqlFragment => ({ sql, values });
const always = clause('TRUE');
/** Selects nothing. */
export const never = clause('FALSE');

/** Joined by AND; TRUE if there are none. */
export const all = (clauses: SqlFragment[]): SqlFragment => joined(clauses, ' AND ', always);
/** Joined by OR; FALSE if there are none. */
export const any = (clauses: SqlFragment[]): SqlFragment =>
  joined(
    // FALSE in an OR would keep an index from being used.
    clauses.filter((c) => c !== never),
    ' OR ',
    never,
  );
/** The opposite; NULL counts as false. */
export const not = ({ sql, values }: SqlFragment): SqlFragment => clause(`NOT coalesce((${sql}), FALSE)`, ...values);

/** `column IN (…)`; nothing if the list is empty. */
export const isOneOf = (column: string, values: readonly Value[]): SqlFragment =>
  values.length === 0 ? never : clause(`${column} IN (${values.map(() => '?').join(', ')})`, ...values);

function joined(clauses: SqlFragment[], by: string, empty: SqlFragment): SqlFragment {
  const [only, ...rest] = clauses;
  if (!only) return empty;
  return rest.length === 0
    ? only
    : clause(clauses.map((c) => `(${c.sql})`).join(by), ...clauses.flatMap((c) => c.values));
}
