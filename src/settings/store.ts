import type { Database } from '../database/database.ts';

export function openSettingRows(db: Database) {
  return {
    get: async (scope: string, name: string): Promise<string | undefined> =>
      (await db.get('SELECT json FROM setting WHERE scope = ? AND name = ?', scope, name))?.json as string | undefined,
    list: async (scope: string): Promise<{ name: string; json: string }[]> =>
      (await db.all('SELECT name, json FROM setting WHERE scope = ?', scope)) as { name: string; json: string }[],
    put: async (scope: string, name: string, json: string): Promise<void> => {
      await db.run(
        'INSERT INTO setting (scope, name, json) VALUES (?, ?, ?) ON CONFLICT (scope, name) DO UPDATE SET json = excluded.json',
        scope,
        name,
        json,
      );
    },
    remove: async (scope: string, name: string): Promise<void> => {
      await db.run('DELETE FROM setting WHERE scope = ? AND name = ?', scope, name);
    },
  };
}
