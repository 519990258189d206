import { composeAlert, composeAnomaly, composePaused, composeTest, composeTroubled } from '../answers/alert-message.ts';
import { composeDigest } from '../answers/digest-message.ts';
import type { Answer } from '../answers/document/answer.ts';
import { messagesForLocale } from '../answers/messages/localize.ts';
import type { DialogueStore } from '../conversations/dialogue-store.ts';
import { totalsOf } from '../incidents/casualty-totals.ts';
import type { Incident } from '../incidents/incident.ts';
import type { Incidents } from '../incidents/incidents.ts';
import { defaultMassThreshold, settingsOf } from '../settings/channel-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { digestContentOf } from './digest-content.ts';
import { createFollowUps } from './follow-up.ts';
import { isFollowUp, type NotificationGroup } from './grouping.ts';
import type { Notifier } from './notifier.ts';
import { createThreadSender, type MessageTarget } from './send-with-thread.ts';
import type { ChannelRef } from './store/channel.ts';
import type { InFlight } from './store/channel-leases.ts';
import type { AlertRows } from './store/index.ts';
import { type OutboxRow, skipped, storedDigest } from './store/outbox-row.ts';
import type { Subscription, Subscriptions } from './subscriptions.ts';

export interface ComposerDependencies {
  incidents: Incidents;
  rows: Pick<AlertRows, 'outbox' | 'leases'>;
  subscriptions: Subscriptions;
  conversations: DialogueStore;
  settings: Settings;
}

type Digest = Extract<NotificationGroup, { digest: unknown }>;

export type NotificationComposer = ReturnType<typeof createNotificationComposer>;

/** Composes the messages of groups of alerts, and sends them by a notifier. */
export function createNotificationComposer({
  incidents,
  rows: { outbox },
  subscriptions,
  conversations,
  settings,
}: ComposerDependencies) {
  const followUps = createFollowUps({ outbox, incidentOf, resolveSubscribers });
  const sendWithThread = createThreadSender(conversations);
  const settingsOfChannel = ({ platform, channel }: ChannelRef) => settingsOf(settings, { platform, id: channel });

  async function resolveSubscribers(): Promise<(row: OutboxRow) => Subscription[]> {
    const byId = await subscriptions.byId();
    return ({ subscriptions: ids }) => ids.flatMap((id) => byId.get(id) ?? []);
  }

  async function incidentOf(id: string | undefined): Promise<Incident | undefined> {
    const record = id === undefined ? undefined : await incidents.get(id);
    return record?.kind === 'incident' ? record : undefined;
  }

  async function sendSingle(notifier: Notifier, row: OutboxRow, target: MessageTarget): Promise<string> {
    const subscribers = (await resolveSubscribers())(row);
    const { kind, words } = row;
    const { channel, dedupeKey, locale } = target;
    if (subscribers.length === 0) return skipped;
    if (kind === 'test')
      return notifier.send(channel, composeTest(subscribers, await incidentOf(words[0]), locale), dedupeKey);
    const incident = await incidentOf(kind === 'actor' ? words[1] : row.incident);
    if (kind === 'rise' || kind === 'actor') {
      const answer = composeAnomaly(words[0] ?? '', subscribers, incident, locale);
      return sendWithThread(notifier, answer, target, incident ? [incident] : [], subscribers);
    }
    if (!incident) return skipped;
    if (isFollowUp(row)) return followUps.send(notifier, row, incident, target);
    return sendWithThread(notifier, composeAlert(incident, subscribers, locale), target, [incident], subscribers);
  }

  async function sendDigest(notifier: Notifier, { rows, digest }: Digest, target: MessageTarget): Promise<string> {
    const subscribersOf = await resolveSubscribers();
    const wanted = rows.filter((row) => subscribersOf(row).length > 0);
    const content = await digestContentOf(wanted, incidentOf);
    if (content.shown.length + content.lines.length === 0) return skipped;
    for (const row of wanted.filter(isFollowUp)) {
      const incident = await incidentOf(row.incident);
      if (incident) await followUps.editOnly(notifier, row, incident, target.locale);
    }
    const subscribers = [...new Map(wanted.flatMap(subscribersOf).map((s) => [s.id, s])).values()];
    const answer = composeDigest(content, digest, subscribers, target.locale);
    return storedDigest(await sendWithThread(notifier, answer, target, content.shown, subscribers));
  }

  return {
    /** Returns a function from an alert to those of its subscriptions that still exist. */
    resolveSubscribers,
    /** Names a group's message: the same whenever the group is sent again. */
    dedupeKeyOf(group: NotificationGroup): string {
      const [first] = group.rows;
      const { incident = '', revision = 0, kind = 'new' } = first ?? {};
      return `${'digest' in group ? 'digest ' : ''}${incident}@${revision}${kind === 'new' ? '' : kind}`;
    },
    /** Sends a group as one message; returns what the outbox stores of it: its id, or `skipped`. Throws what the notifier throws. */
    async composeAndSend(
      notifier: Notifier,
      group: NotificationGroup,
      dedupeKey: string,
      now: number,
    ): Promise<string> {
      const [first] = group.rows;
      const target = {
        channel: first?.channel ?? '',
        dedupeKey,
        now,
        locale: first && (await settingsOfChannel(first)).locale,
      };
      return 'digest' in group ? sendDigest(notifier, group, target) : sendSingle(notifier, group.rows[0], target);
    },
    /** The id of the message that a change or retraction replies to; undefined for other groups. */
    async parentMessageOf(group: NotificationGroup): Promise<string | undefined> {
      const [row] = group.rows;
      return row && !('digest' in group) && isFollowUp(row) ? followUps.parentMessageOf(row) : undefined;
    },
    /** The alerts of a group that the hourly limit lets through: follow-ups, and incidents that killed many. */
    async urgentOf({ rows }: NotificationGroup): Promise<OutboxRow[]> {
      const [first] = rows;
      const { mass = defaultMassThreshold } = first ? await settingsOfChannel(first) : {};
      const isUrgent = async (row: OutboxRow) => {
        if (isFollowUp(row) || row.kind === 'test') return true;
        const incident = row.kind === 'new' ? await incidentOf(row.incident) : undefined;
        return incident !== undefined && (totalsOf(incident).best ?? 0) >= mass;
      };
      const urgent = await Promise.all(rows.map(isUrgent));
      return rows.filter((_, n) => urgent[n]);
    },
    /** A notifier whose messages say that the hourly limit is reached, and until when (milliseconds since 1970) alerts wait. */
    async noting(notifier: Notifier, channel: ChannelRef, perHour: number, until: number): Promise<Notifier> {
      const { alerts } = messagesForLocale((await settingsOfChannel(channel)).locale);
      const text = alerts.limit(perHour, new Date(until).toISOString());
      const noted = (answer: Answer): Answer => ({
        ...answer,
        text: `${answer.text}\n${text}`,
        parts: [...answer.parts, { kind: 'note', text }],
      });
      return {
        ...notifier,
        send: (to, answer, dedupeKey) => notifier.send(to, noted(answer), dedupeKey),
        reply: (to, parent, answer, dedupeKey) => notifier.reply(to, parent, noted(answer), dedupeKey),
      };
    },
    /** What the outbox stores of a message in flight that was found to have arrived. */
    storedMessageId: ({ once }: InFlight, message: string): string =>
      once.startsWith('digest ') ? storedDigest(message) : message,
    /** Tells the owner of subscriptions that they were paused, or that some of their alerts fail, and why. Throws what the notifier throws. */
    async notifyOwner(
      notifier: Notifier,
      owner: string,
      owned: readonly Subscription[],
      what: 'paused' | 'troubled',
      reason: string,
    ): Promise<void> {
      const [first] = owned;
      if (!first) return;
      const { channel, id } = first;
      const { locale } = await settingsOfChannel(first);
      const compose = what === 'paused' ? composePaused : composeTroubled;
      await notifier.notifyPerson(channel, owner, compose(owned, reason, locale), `${what} ${id} ${reason}`);
    },
  };
}
