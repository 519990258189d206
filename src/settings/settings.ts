import type { Database } from '../database/database.ts';
import { openSettingRows } from './store.ts';

/** What a workspace or a channel has set, as JSON under a scope ("slack:T123") and a name. Callers validate what they read. */
export interface Settings {
  get(scope: string, name: string): Promise<unknown>;
  /** All of a scope. */
  list(scope: string): Promise<{ name: string; value: unknown }[]>;
  put(scope: string, name: string, value: unknown): Promise<void>;
  remove(scope: string, name: string): Promise<void>;
}

export function openSettings(db: Database): Settings {
  const rows = openSettingRows(db);
  return {
    async get(scope, name) {
      const json = await rows.get(scope, name);
      return json === undefined ? undefined : JSON.parse(json);
    },
    list: async (scope) => (await rows.list(scope)).map(({ name, json }) => ({ name, value: JSON.parse(json) })),
    put: (scope, name, value) => rows.put(scope, name, JSON.stringify(value)),
    remove: rows.remove,
  };
}
