import type { Database } from '../database/database.ts';

const schema =
  'CREATE TABLE IF NOT EXISTS setting (scope TEXT NOT NULL, name TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (scope, name)) STRICT, WITHOUT ROWID';

export function openSettingRows(db: Database) {
  db.exec(schema);
  return {
    get: (scope: string, name: string): string | undefined =>
      db.get('SELECT json FROM setting WHERE scope = ? AND name = ?', scope, name)?.json as string | undefined,
    put: (scope: string, name: string, json: string): void => {
      db.run('INSERT OR REPLACE INTO setting (scope, name, json) VALUES (?, ?, ?)', scope, name, json);
    },
    remove: (scope: string, name: string): void => {
      db.run('DELETE FROM setting WHERE scope = ? AND name = ?', scope, name);
    },
  };
}
