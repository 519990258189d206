import { composeChanged, composeCorrected, composeRetracted, type SubscriptionRef } from '../answers/alert-message.ts';
import type { Incident } from '../incidents/incident.ts';
import { MessageGone, type Notifier } from './notifier.ts';
import type { MessageTarget } from './send-with-thread.ts';
import { channelKey } from './store/channel.ts';
import type { AlertRows } from './store/index.ts';
import { type OutboxRow, skipped } from './store/outbox-row.ts';

/** The message that notified a channel of an incident; editable unless it is a digest. */
interface ParentMessage {
  message: string;
  editable: boolean;
}

/** Changes and retractions of incidents that a channel was notified of. */
export const createFollowUps = (outbox: Pick<AlertRows['outbox'], 'notifiedChannels'>) => ({
  /** What the outbox stores of the message that notified the row's channel of its incident; undefined where it was not sent. */
  async storedParentOf(row: OutboxRow): Promise<string | undefined> {
    const channels = await outbox.notifiedChannels(row.incident);
    const parent = channels.find((sent) => channelKey(sent) === channelKey(row))?.message;
    return parent && parent !== skipped ? parent : undefined;
  },
  /** Edits the parent of a change where it can, and replies to it. Returns the reply's id, or `skipped` where the parent was deleted. */
  async send(
    notifier: Notifier,
    row: OutboxRow,
    incident: Incident,
    subscribers: readonly SubscriptionRef[],
    { channel, dedupeKey, locale }: MessageTarget,
    { message, editable }: ParentMessage,
  ): Promise<string> {
    const changed = row.kind === 'change';
    const reply = changed
      ? composeChanged(incident, row.words, locale)
      : composeRetracted(incident, row.words[0] ?? '', locale);
    try {
      if (changed && editable) await notifier.edit(channel, message, composeCorrected(incident, subscribers, locale));
      return await notifier.reply(channel, message, reply, dedupeKey);
    } catch (error) {
      if (error instanceof MessageGone) return skipped;
      throw error;
    }
  },
});
