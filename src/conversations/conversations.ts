import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { query } from '../incidents/query.ts';
import type { Memory } from '../understanding/understand.ts';
import { openConversationRows } from './store.ts';

/** What each thread was about: kept over restarts, forgotten after a day. */
export interface Conversations {
  recall(thread: string, now: number): Memory | undefined;
  remember(thread: string, memory: Memory, now: number): void;
  forget(thread: string): void;
}

const day = 24 * 60 * 60 * 1000;
const memory = z.object({ query, ids: z.array(z.string()), why: z.string().default('') });

/** A row that a newer or older Sitrep wrote is a thread that begins anew. */
function read(json: string): Memory | undefined {
  const parsed = memory.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : undefined;
}

export function openConversations(db: Database): Conversations {
  const rows = openConversationRows(db);
  let swept = 0;
  return {
    recall(thread, now) {
      const json = rows.get(thread, now - day);
      return json === undefined ? undefined : read(json);
    },
    remember(thread, told, now) {
      rows.put(thread, now, JSON.stringify(told));
      // Old threads are swept at most once an hour.
      if (now - swept < day / 24) return;
      swept = now;
      rows.removeBefore(now - day);
    },
    forget: rows.remove,
  };
}
