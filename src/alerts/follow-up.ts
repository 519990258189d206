import { composeChanged, composeCorrected, composeRetracted, composeWithdrawn } from '../answers/alert-message.ts';
import { composeDigest } from '../answers/digest-message.ts';
import type { Answer } from '../answers/document/answer.ts';
import type { Incident } from '../incidents/incident.ts';
import { digestContentSince } from './digest-content.ts';
import { scheduleOf } from './grouping.ts';
import { MessageGone, type Notifier } from './notifier.ts';
import type { MessageTarget } from './send-with-thread.ts';
import { channelKey } from './store/channel.ts';
import type { AlertRows } from './store/index.ts';
import { isDigest, messageOf, type OutboxRow, skipped } from './store/outbox-row.ts';
import type { Subscription } from './subscriptions.ts';

interface FollowUpDependencies {
  outbox: Pick<AlertRows['outbox'], 'notifiedChannels' | 'sentWith' | 'lastFollowUp'>;
  incidentOf(id: string | undefined): Promise<Incident | undefined>;
  /** Returns a function from an alert to those of its subscriptions that still exist. */
  resolveSubscribers(): Promise<(row: OutboxRow) => Subscription[]>;
}

/** Changes and retractions of incidents that a channel was notified of. */
export function createFollowUps({ outbox, incidentOf, resolveSubscribers }: FollowUpDependencies) {
  /** The alert that notified the row's channel of its incident; undefined where none was sent. */
  async function parentOf(row: OutboxRow): Promise<OutboxRow | undefined> {
    const channels = await outbox.notifiedChannels(row.incident);
    const parent = channels.find((sent) => channelKey(sent) === channelKey(row));
    return parent?.message && parent.message !== skipped ? parent : undefined;
  }

  /** A digest as it reads by now. */
  async function digestNow(parent: OutboxRow, locale: string | undefined): Promise<Answer> {
    const subscribersOf = await resolveSubscribers();
    const sent = await outbox.sentWith(parent);
    const subscribers = [...new Map(sent.flatMap(subscribersOf).map((s) => [s.id, s])).values()];
    return composeDigest(
      await digestContentSince(sent, incidentOf, outbox),
      scheduleOf(subscribersOf(parent)) ?? 'many',
      subscribers,
      locale,
    );
  }

  /** Rewrites the message that notified of a row's incident, where it still stands. */
  async function edit(
    notifier: Notifier,
    row: OutboxRow,
    incident: Incident,
    locale: string | undefined,
  ): Promise<void> {
    const parent = await parentOf(row);
    if (!parent) return;
    const subscribers = (await resolveSubscribers())(row);
    const edited = isDigest(parent)
      ? await digestNow(parent, locale)
      : row.kind === 'change'
        ? composeCorrected(incident, subscribers, locale)
        : composeWithdrawn(incident, row.words[0] ?? '', subscribers, locale);
    await notifier.edit(row.channel, messageOf(parent), edited);
  }

  return {
    /** The id of the message that notified the row's channel of its incident; undefined where it was not sent. */
    async parentMessageOf(row: OutboxRow): Promise<string | undefined> {
      const parent = await parentOf(row);
      return parent && messageOf(parent);
    },
    /** Edits the parent of a change or retraction, unless it was deleted. */
    async editOnly(...told: Parameters<typeof edit>): Promise<void> {
      await edit(...told).catch((error) => {
        if (!(error instanceof MessageGone)) throw error;
      });
    },
    /** Edits the parent of a change or retraction and replies to it. Returns the reply's id, or `skipped` where there is no parent, or it was deleted. */
    async send(
      notifier: Notifier,
      row: OutboxRow,
      incident: Incident,
      { channel, dedupeKey, locale }: MessageTarget,
    ): Promise<string> {
      const parent = await parentOf(row);
      if (!parent) return skipped;
      const reply =
        row.kind === 'change'
          ? composeChanged(incident, row.words, locale)
          : composeRetracted(incident, row.words[0] ?? '', locale);
      try {
        await edit(notifier, row, incident, locale);
        return await notifier.reply(channel, messageOf(parent), reply, dedupeKey);
      } catch (error) {
        if (error instanceof MessageGone) return skipped;
        throw error;
      }
    },
  };
}
