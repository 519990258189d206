import type { SubscriptionRef } from '../answers/alert-message.ts';
import { explainAlert } from '../answers/alert-reason.ts';
import type { Answer } from '../answers/document/answer.ts';
import { messagesForLocale } from '../answers/messages/localize.ts';
import type { DialogueStore } from '../conversations/dialogue-store.ts';
import type { Incident } from '../incidents/incident.ts';
import { query } from '../incidents/query.ts';
import { languageOfLocale } from '../kernel/language.ts';
import type { Notifier } from './notifier.ts';

/** Where a message goes, and in which language; `now`: milliseconds since 1970. */
export interface MessageTarget {
  channel: string;
  dedupeKey: string;
  now: number;
  /** The channel's; undefined where it has set none. */
  locale: string | undefined;
}

const maxRemembered = 100;

/**
 * Returns a function that sends a message and makes its incidents the topic of its thread, so that "who claimed it?" and
 * "why did I get this?" are understood there. It returns the message's id, and throws what the notifier throws.
 */
export const createThreadSender =
  (conversations: DialogueStore) =>
  async (
    notifier: Notifier,
    answer: Answer,
    { channel, dedupeKey, now, locale }: MessageTarget,
    incidents: readonly Incident[],
    subscribers: readonly SubscriptionRef[],
  ): Promise<string> => {
    const message = await notifier.send(channel, answer, dedupeKey);
    const ids = incidents.slice(0, maxRemembered).map((incident) => incident.id);
    if (ids.length === 0) return message;
    const single = ids.length === 1;
    const state = {
      query: query.parse({
        measure: single ? 'describe' : 'list',
        about: single ? 'all' : undefined,
        filter: { ids },
      }),
      ids,
      why: explainAlert(messagesForLocale(locale), subscribers, incidents),
      language: languageOfLocale(locale ?? 'en'),
    };
    await conversations.remember(notifier.threadOf(channel, message, dedupeKey), state, now);
    return message;
  };
