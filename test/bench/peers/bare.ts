import type { Database } from '../../../src/database/database.ts';
import { openFile } from '../../../src/database/sqlite-file.ts';
import { openAsOfSnapshot } from '../../../src/incidents/store/as-of-snapshot.ts';
import { dialectOf } from '../../../src/incidents/store/dialects.ts';
import type { Statement } from '../traced.ts';

/** The same statements on the same engine without the program around them. */
export async function bareSql(name: string) {
  const file = openFile(name);
  const db = { engine: 'sqlite', exec: async (sql: string) => file.exec(sql), define: file.define } as Database;
  await dialectOf(db).prepare(db);
  await openAsOfSnapshot({ ...db, openConnection: async () => ({ ...db, close: async () => undefined }) });
  return {
    run: (statements: readonly Statement[]): void => {
      for (const { sql, values } of statements) file.all(sql, ...values);
    },
    close: () => file.close(),
  };
}
