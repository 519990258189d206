import { z } from 'zod';
import { query } from '../incidents/query.ts';
import { day } from '../kernel/duration.ts';
import { languages } from '../kernel/language.ts';
import { atMostHourly } from '../kernel/throttle.ts';
import type { DialogueState } from '../reading/understand.ts';
import type { ConversationRows } from './store.ts';

/** What each thread was about: kept over restarts, forgotten after a day. */
export interface DialogueStore {
  recall(thread: string, now: number): Promise<DialogueState | undefined>;
  remember(thread: string, state: DialogueState, now: number): Promise<void>;
  forget(thread: string): Promise<void>;
}

/** As it is kept. */
export const dialogueState = z.object({
  query,
  ids: z.array(z.string()),
  before: query.optional(),
  why: z.string().default(''),
  language: z.enum(languages).optional(),
});

/** A row that a newer or older Sitrep wrote is a thread that begins anew. */
function read(json: string): DialogueState | undefined {
  const parsed = dialogueState.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : undefined;
}

export function openDialogueStore({ threads }: Pick<ConversationRows, 'threads'>): DialogueStore {
  const sweep = atMostHourly((now) => threads.removeBefore(now - day));
  return {
    async recall(thread, now) {
      const json = await threads.get(thread, now - day);
      return json === undefined ? undefined : read(json);
    },
    async remember(thread, state, now) {
      await threads.put(thread, now, JSON.stringify(state));
      await sweep(now);
    },
    forget: threads.remove,
  };
}
