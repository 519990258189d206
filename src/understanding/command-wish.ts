import { type BriefWish, briefWish } from './brief-wish.ts';
import { missedSince } from './missed.ts';

/** Words that want what a command of the menu does, with its options. */
export type CommandWish = { command: 'brief'; options: BriefWish } | { command: 'missed'; options: { since?: string } };

/** "weekly report for Iraq", "what did I miss since Friday?"; undefined for a question. */
export function commandWish(text: string): CommandWish | undefined {
  const brief = briefWish(text);
  if (brief) return { command: 'brief', options: brief };
  const since = missedSince(text);
  return since === undefined ? undefined : { command: 'missed', options: since ? { since } : {} };
}
