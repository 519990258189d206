import type { Logger } from 'pino';
import { hour } from '../kernel/duration.ts';
import type { NotificationComposer } from './compose-notification.ts';
import { groupNotifications, groupOf, type NotificationGroup, type RateLimits } from './grouping.ts';
import { MessageRefused, type Notifier } from './notifier.ts';
import { channelKey } from './store/channel.ts';
import { type ChannelLease, type InFlight, LeaseLost } from './store/channel-leases.ts';
import type { AlertRows } from './store/index.ts';
import type { OutboxRow } from './store/outbox-row.ts';
import type { Subscriptions } from './subscriptions.ts';

const maxRows = 5000;

/** What the hourly limit holds back. */
type Held = Parameters<AlertRows['leases']['release']>[1];
/** From so many tries on, an alert that fails though the platform does not is quarantined. */
const quarantineFrom = 2;

interface ChannelDeliveryDependencies {
  rows: Pick<AlertRows, 'outbox' | 'leases'>;
  subscriptions: Subscriptions;
  composer: NotificationComposer;
  log: Logger;
  /** Milliseconds since 1970. */
  now(): number;
  limits: RateLimits;
}

/**
 * Sends nothing once another process may soon claim the channel: what took so long to compose is left to that one.
 * `onFailure` gets every error that the platform throws. The calls throw LeaseLost after `until`.
 */
function guardLease(notifier: Notifier, until: number, now: () => number, onFailure: (error: Error) => void): Notifier {
  async function inTime<T>(channel: string, call: () => Promise<T>): Promise<T> {
    if (now() >= until) throw new LeaseLost(channel);
    try {
      return await call();
    } catch (error) {
      onFailure(error as Error);
      throw error;
    }
  }
  return {
    ...notifier,
    send: (...message) => inTime(message[0], () => notifier.send(...message)),
    edit: (...message) => inTime(message[0], () => notifier.edit(...message)),
    reply: (...message) => inTime(message[0], () => notifier.reply(...message)),
  };
}

/**
 * Returns a function that sends a leased channel what is due, in order: recover what was in flight, group, compose and
 * send. It returns what the hourly limit holds back: the queue up to which alert, until when (milliseconds since 1970; 0
 * where it holds nothing). Throws LeaseLost, ChannelGone, or any other failure, which may pass.
 */
export function createChannelDelivery({
  rows: { outbox, leases },
  subscriptions,
  composer,
  log,
  now,
  limits,
}: ChannelDeliveryDependencies) {
  const platformErrors = new WeakSet<Error>();

  /** What was in flight when a process died or a response was lost may have arrived: then it is not sent again. */
  async function recover(notifier: Notifier, lease: ChannelLease): Promise<void> {
    const inFlight = lease.sending === undefined ? undefined : parseInFlight(lease.sending, lease);
    if (!inFlight) return;
    const { once, seqs, at, under } = inFlight;
    // A clock that was fast when it was sent is put right by now.
    const since = Math.min(at, now()) - (at > now() ? hour : 0);
    const message = await notifier.findSent?.(lease.channel, once, since, under);
    if (message !== undefined) await outbox.markSent(lease, seqs, composer.storedMessageId(inFlight, message), now());
  }

  function parseInFlight(json: string, lease: ChannelLease): InFlight | undefined {
    try {
      return JSON.parse(json) as InFlight;
    } catch (error) {
      log.error({ channel: channelKey(lease), err: error }, 'alerts: the record of a message in flight is unreadable');
      return undefined;
    }
  }

  async function send(notifier: Notifier, lease: ChannelLease, group: NotificationGroup): Promise<void> {
    const seqs = group.rows.map((row) => row.seq);
    const once = composer.dedupeKeyOf(group);
    const parent = await composer.parentMessageOf(group);
    const inFlight = { once, seqs, at: now(), ...(parent === undefined ? {} : { under: parent }) };
    const until = await leases.startSending(lease, inFlight, inFlight.at);
    const guarded = guardLease(notifier, until, now, (error) => platformErrors.add(error));
    await outbox.markSent(lease, seqs, await composer.composeAndSend(guarded, group, once, now()), now());
  }

  /** Quarantines a group that the platform refuses, or that keeps failing though the platform does not; of several alerts, returns each by itself to find the cause. */
  async function sendOrSplit(
    notifier: Notifier,
    lease: ChannelLease,
    group: NotificationGroup,
  ): Promise<NotificationGroup[]> {
    try {
      await send(notifier, lease, group);
    } catch (thrown) {
      const error = thrown as Error;
      const isRefused = error instanceof MessageRefused;
      const mayPass = platformErrors.has(error) || lease.tries < quarantineFrom;
      if (error instanceof LeaseLost || (mayPass && !isRefused)) throw error;
      if (group.rows.length > 1) return group.rows.map((row) => ({ rows: [row] }));
      await quarantine(lease, group.rows, error);
    }
    return [];
  }

  /** Failed alerts stay in the outbox, and their subscriptions show the error. */
  async function quarantine(lease: ChannelLease, rows: readonly OutboxRow[], error: Error): Promise<void> {
    const seqs = rows.map((row) => row.seq);
    await outbox.markFailed(lease, seqs, error.message);
    const about = rows.map((row) => row.incident);
    log.error({ channel: channelKey(lease), seqs, about, err: error }, 'alerts: quarantined');
    const subscribers = new Set(rows.flatMap(await composer.resolveSubscribers()));
    for (const { id, trouble } of subscribers)
      if (trouble === undefined) await subscriptions.change(id, { trouble: error.message });
  }

  /** What the hourly limit leaves of a group, and until when it holds the rest; of the last message before it, the words that say so. */
  async function withinLimit(lease: ChannelLease, group: NotificationGroup) {
    const { messages, first } = await outbox.sentSince(lease, now() - hour, now());
    const until = (messages === 0 ? now() : first) + hour + 1;
    if (messages < limits.perHour)
      return { group, until: 0, note: messages + 1 === limits.perHour ? until : undefined };
    const urgent = await composer.urgentOf(group);
    return { group: groupOf(urgent), until: urgent.length < group.rows.length ? until : 0, note: undefined };
  }

  return async function deliverChannel(notifier: Notifier, lease: ChannelLease): Promise<Held> {
    await recover(notifier, lease);
    const due = await outbox.dueIn(lease, now(), maxRows);
    const unreadable = due.filter((row) => row.unreadable);
    if (unreadable.length) await quarantine(lease, unreadable, new Error('its row cannot be read'));
    const readable = due.filter((row) => !row.unreadable);
    const groups = groupNotifications(readable, await composer.resolveSubscribers(), now(), limits);
    let heldUntil = 0;
    for (let next = groups.shift(); next; next = groups.shift()) {
      const { group, until, note } = await withinLimit(lease, next);
      heldUntil = Math.max(heldUntil, until);
      const noted = note === undefined ? notifier : await composer.noting(notifier, lease, limits.perHour, note);
      if (group) groups.unshift(...(await sendOrSplit(noted, lease, group)));
    }
    return { upTo: due.at(-1)?.seq ?? 0, until: heldUntil };
  };
}
