import type { Database, Value } from '../../src/database/database.ts';

export interface Statement {
  sql: string;
  values: Value[];
}

/** A database that notes every statement asked of it. */
export function traced(db: Database): { db: Database; taken: () => Statement[] } {
  let statements: Statement[] = [];
  const noting =
    <T>(ask: (sql: string, ...values: Value[]) => Promise<T>) =>
    (sql: string, ...values: Value[]): Promise<T> => {
      statements.push({ sql, values });
      return ask(sql, ...values);
    };
  const taken = () => {
    const all = statements;
    statements = [];
    return all;
  };
  return { db: { ...db, all: noting(db.all), get: noting(db.get) }, taken };
}
