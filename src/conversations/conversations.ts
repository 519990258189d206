import type { Memory } from '../understanding/understand.ts';

/** What each thread was about. Forgotten after a day, and the oldest first when there are many. */
export interface Conversations {
  recall(thread: string, now: number): Memory | undefined;
  remember(thread: string, memory: Memory, now: number): void;
  forget(thread: string): void;
}

const day = 24 * 60 * 60 * 1000;
const most = 10_000;

export function openConversations(): Conversations {
  const threads = new Map<string, { memory: Memory; at: number }>();
  return {
    recall(thread, now) {
      const held = threads.get(thread);
      return held && now - held.at < day ? held.memory : undefined;
    },
    remember(thread, memory, now) {
      threads.delete(thread);
      threads.set(thread, { memory, at: now });
      const [oldest] = threads.keys();
      if (threads.size > most && oldest !== undefined) threads.delete(oldest);
    },
    forget(thread) {
      threads.delete(thread);
    },
  };
}
