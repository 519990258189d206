import { z } from 'zod';
import { query } from '../incidents/query.ts';
import type { Memory } from '../understanding/understand.ts';
import type { Rows } from './store.ts';
import { hourly } from './sweep.ts';

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

export function openConversations({ threads }: Pick<Rows, 'threads'>): Conversations {
  const sweep = hourly((now) => threads.removeBefore(now - day));
  return {
    recall(thread, now) {
      const json = threads.get(thread, now - day);
      return json === undefined ? undefined : read(json);
    },
    remember(thread, told, now) {
      threads.put(thread, now, JSON.stringify(told));
      sweep(now);
    },
    forget: threads.remove,
  };
}
