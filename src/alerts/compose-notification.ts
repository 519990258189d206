import { composeAlert, composeAnomaly, composePaused, composeTest, composeTroubled } from '../answers/alert-message.ts';
import { composeDigest, mostInDigest } from '../answers/digest-message.ts';
import type { DialogueStore } from '../conversations/dialogue-store.ts';
import type { Incident } from '../incidents/incident.ts';
import type { Incidents } from '../incidents/incidents.ts';
import { settingsOf } from '../settings/channel-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { createFollowUps } from './follow-up.ts';
import type { NotificationGroup } from './grouping.ts';
import type { Notifier } from './notifier.ts';
import { createThreadSender, type MessageTarget } from './send-with-thread.ts';
import type { InFlight } from './store/channel-leases.ts';
import type { AlertRows } from './store/index.ts';
import { type OutboxRow, skipped } from './store/outbox-row.ts';
import type { Subscription, Subscriptions } from './subscriptions.ts';

export interface ComposerDependencies {
  incidents: Incidents;
  rows: Pick<AlertRows, 'outbox' | 'leases'>;
  subscriptions: Subscriptions;
  conversations: DialogueStore;
  settings: Settings;
}

/** Before the stored id of a digest's message, which is never edited. */
const digestPrefix = 'many ';
const withoutPrefix = (stored: string) =>
  stored.startsWith(digestPrefix) ? stored.slice(digestPrefix.length) : stored;

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
  const followUps = createFollowUps(outbox);
  const sendWithThread = createThreadSender(conversations);
  const localeOf = async ({ platform, channel }: OutboxRow) =>
    (await settingsOf(settings, { platform, id: channel })).locale;

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
    if (kind !== 'new') {
      const parent = await followUps.storedParentOf(row);
      return parent === undefined
        ? skipped
        : followUps.send(notifier, row, incident, subscribers, target, {
            message: withoutPrefix(parent),
            editable: withoutPrefix(parent) === parent,
          });
    }
    return sendWithThread(notifier, composeAlert(incident, subscribers, locale), target, [incident], subscribers);
  }

  async function sendDigest(notifier: Notifier, { rows, digest }: Digest, target: MessageTarget): Promise<string> {
    const subscribersOf = await resolveSubscribers();
    const wanted = rows.filter((row) => subscribersOf(row).length > 0);
    const news = wanted.filter((row) => row.kind === 'new');
    const ids = news.map((row) => row.incident);
    const incidentsOf = (some: readonly OutboxRow[]) => Promise.all(some.map((row) => incidentOf(row.incident)));
    const shown = (await incidentsOf(news.slice(0, mostInDigest))).filter((incident) => incident !== undefined);
    const named = new Set(ids);
    const others = wanted.filter((row) => !named.has(row.incident) && row.kind !== 'new');
    const about = await incidentsOf(others);
    const lines = others.map(({ kind, words }, n) => ({ kind, incident: about[n], words }));
    if (shown.length + lines.length === 0) return skipped;
    const subscribers = [...new Map(wanted.flatMap(subscribersOf).map((s) => [s.id, s])).values()];
    const answer = composeDigest({ shown, total: news.length, ids, lines }, digest, subscribers, target.locale);
    return `${digestPrefix}${await sendWithThread(notifier, answer, target, shown, subscribers)}`;
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
      const target = { channel: first?.channel ?? '', dedupeKey, now, locale: first && (await localeOf(first)) };
      return 'digest' in group ? sendDigest(notifier, group, target) : sendSingle(notifier, group.rows[0], target);
    },
    /** The id of the message that a change or retraction replies to; undefined for other groups. */
    async parentMessageOf(group: NotificationGroup): Promise<string | undefined> {
      const [row] = group.rows;
      const replies = !('digest' in group) && (row?.kind === 'change' || row?.kind === 'retraction');
      const parent = replies && row ? await followUps.storedParentOf(row) : undefined;
      return parent === undefined ? undefined : withoutPrefix(parent);
    },
    /** What the outbox stores of a message in flight that was found to have arrived. */
    storedMessageId: ({ once }: InFlight, message: string): string =>
      `${once.startsWith('digest ') ? digestPrefix : ''}${message}`,
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
      const { platform, channel, id } = first;
      const { locale } = await settingsOf(settings, { platform, id: channel });
      const compose = what === 'paused' ? composePaused : composeTroubled;
      await notifier.notifyPerson(channel, owner, compose(owned, reason, locale), `${what} ${id} ${reason}`);
    },
  };
}
