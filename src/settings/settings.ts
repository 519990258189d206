import type { Database } from '../database/database.ts';

/** What a workspace or a channel has set, as JSON under a scope ("slack:T123") and a name. Callers validate what they read. */
export interface Settings {
  /** Undefined where nothing is set. Throws SyntaxError where the stored JSON is damaged. */
  get(scope: string, name: string): Promise<unknown>;
  /** All entries of a scope. */
  list(scope: string): Promise<{ name: string; value: unknown }[]>;
  put(scope: string, name: string, value: unknown): Promise<void>;
  remove(scope: string, name: string): Promise<void>;
}

export const openSettings = (db: Database): Settings => ({
  async get(scope, name) {
    const row = await db.get('SELECT json FROM setting WHERE scope = ? AND name = ?', scope, name);
    return row === undefined ? undefined : JSON.parse(String(row.json));
  },
  async list(scope) {
    const rows = await db.all('SELECT name, json FROM setting WHERE scope = ?', scope);
    return rows.map(({ name, json }) => ({ name: String(name), value: JSON.parse(String(json)) }));
  },
  async put(scope, name, value) {
    await db.run(
      'INSERT INTO setting (scope, name, json) VALUES (?, ?, ?) ON CONFLICT (scope, name) DO UPDATE SET json = excluded.json',
      scope,
      name,
      JSON.stringify(value),
    );
  },
  async remove(scope, name) {
    await db.run('DELETE FROM setting WHERE scope = ? AND name = ?', scope, name);
  },
});
