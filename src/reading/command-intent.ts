import { type BriefWish, briefWish } from './brief-intent.ts';
import { missedSince } from './digest-intent.ts';
import { aboutUs } from './meta-intent.ts';
import { subscribeWish } from './subscribe-intent.ts';

/** Words that want what a command of the menu does, with its options. */
export type CommandWish =
  | { command: 'brief'; options: BriefWish }
  | { command: 'missed'; options: { since?: string } }
  | { command: 'subscribe'; options: { question?: string } }
  | { command: 'help' | 'status' | 'subscriptions' | 'report'; options: Record<string, never> };

/** "weekly report for Iraq", "what did I miss since Friday?", "what can you do?"; undefined for a question about incidents. */
export function readCommandIntent(text: string): CommandWish | undefined {
  const brief = briefWish(text);
  if (brief) return { command: 'brief', options: brief };
  const us = aboutUs(text.trim());
  if (us) return { command: us, options: {} };
  const question = subscribeWish(text);
  if (question !== undefined) return { command: 'subscribe', options: question ? { question } : {} };
  const since = missedSince(text);
  return since === undefined ? undefined : { command: 'missed', options: since ? { since } : {} };
}
