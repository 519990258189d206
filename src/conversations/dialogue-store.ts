import { z } from 'zod';
import { query } from '../incidents/query.ts';
import { day } from '../kernel/duration.ts';
import { languages } from '../kernel/language.ts';
import { atMostHourly } from '../kernel/throttle.ts';
import { caveat } from '../reading/caveat.ts';
import type { DialogueState } from '../reading/dialogue-state.ts';
import type { ConversationRows } from './store.ts';

/** The dialogue state of each thread; survives restarts and expires after a day. `now`: milliseconds since 1970. */
export interface DialogueStore {
  recall(thread: string, now: number): Promise<DialogueState | undefined>;
  remember(thread: string, state: DialogueState, now: number): Promise<void>;
  forget(thread: string): Promise<void>;
}

/** The stored JSON. */
export const dialogueState = z.object({
  query,
  ids: z.array(z.string()),
  before: query.optional(),
  listed: z.array(z.string()).optional(),
  groups: z.array(z.string()).optional(),
  when: query.shape.filter.shape.period,
  earlier: z.array(query).optional(),
  why: z.string().default(''),
  language: z.enum(languages).optional(),
  caveats: z.array(caveat).optional(),
});

/** Undefined for a state that another version wrote in another shape: the thread starts afresh. */
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
