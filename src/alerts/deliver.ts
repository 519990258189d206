import type { Logger } from 'pino';
import { type ComposerDependencies, createNotificationComposer } from './compose-notification.ts';
import { defaultRateLimits, groupNotifications, type NotificationGroup, type RateLimits } from './grouping.ts';
import { ChannelGone, type Notifier } from './notifier.ts';
import { channelKey } from './store/channel.ts';
import { type ChannelLease, type InFlight, LeaseLost } from './store/channel-leases.ts';
import type { OutboxRow } from './store/outbox.ts';

const hour = 60 * 60 * 1000;
const mostRows = 5000;
const mostLanes = 200;
const triesAtMost = 12;
/** How often something has to fail that is not the platform's doing, before it is put aside. */
const triesToTell = 2;
const backoff = (tries: number) => Math.round(Math.min(hour, 2000 * 2 ** tries) * (0.5 + Math.random() / 2));

export interface DeliveryDependencies extends ComposerDependencies {
  notifiers: ReadonlyMap<string, Notifier>;
  log: Logger;
  now(): number;
  limits?: RateLimits;
}

/**
 * Lets nothing go once another process may soon have the lane in hand: what took so long to compose is left to it.
 * `failed` hears of what the platform throws.
 */
function inTime(sender: Notifier, until: number, now: () => number, failed: (error: Error) => void): Notifier {
  async function sent<T>(channel: string, send: () => Promise<T>): Promise<T> {
    if (now() >= until) throw new LeaseLost(channel);
    try {
      return await send();
    } catch (error) {
      failed(error as Error);
      throw error;
    }
  }
  return {
    ...sender,
    send: (...told) => sent(told[0], () => sender.send(...told)),
    edit: (...told) => sent(told[0], () => sender.edit(...told)),
    reply: (...told) => sent(told[0], () => sender.reply(...told)),
  };
}

/** Keeps what was promised: in order within a channel, channels beside one another. */
export function createDelivery({
  notifiers: senders,
  log,
  now,
  limits: pace = defaultRateLimits,
  ...parts
}: DeliveryDependencies) {
  const { rows, subscriptions } = parts;
  const { outbox, leases } = rows;
  const keeping = createNotificationComposer(parts);
  const busy = new Map<string, Promise<void>>();
  const ofPlatform = new WeakSet<Error>();

  /** Sends what is due until nothing is, or the hour is full; returns when to look again at the earliest. */
  async function ofChannel(sender: Notifier, lane: ChannelLease): Promise<number> {
    await recover(sender, lane);
    const due = await outbox.dueIn(lane, now(), mostRows);
    const broken = due.filter((row) => row.broken);
    if (broken.length) await putAside(lane, broken, new Error('its row cannot be read'));
    const sound = due.filter((row) => !row.broken);
    const bundles = groupNotifications(sound, await keeping.asking(), now(), pace);
    for (let one = bundles.shift(); one; one = bundles.shift()) {
      const { messages, first } = await outbox.sentSince(lane, now() - hour);
      if (messages >= pace.perHour) return first + hour + 1;
      bundles.unshift(...(await trySending(sender, lane, one)));
    }
    return 0;
  }

  /** What fails again and again, though not by the platform, is put aside; of several, each by itself: these are returned. */
  async function trySending(
    sender: Notifier,
    lane: ChannelLease,
    one: NotificationGroup,
  ): Promise<NotificationGroup[]> {
    try {
      await send(sender, lane, one);
    } catch (thrown) {
      const error = thrown as Error;
      if (error instanceof LeaseLost || ofPlatform.has(error) || lane.tries < triesToTell) throw error;
      if (one.rows.length > 1) return one.rows.map((row) => ({ rows: [row] }));
      await putAside(lane, one.rows, error);
    }
    return [];
  }

  /** It stays in the outbox as not delivered, and its subscriptions say that something is the matter. */
  async function putAside(lane: ChannelLease, rows: readonly OutboxRow[], error: Error): Promise<void> {
    const seqs = rows.map((row) => row.seq);
    await outbox.fail(lane, seqs, error.message);
    const about = rows.map((row) => row.incident);
    log.error({ channel: channelKey(lane), seqs, about, err: error }, 'alerts: put aside');
    const asked = new Set(rows.flatMap(await keeping.asking()));
    for (const { id, trouble } of asked)
      if (trouble === undefined) await subscriptions.change(id, { trouble: error.message });
  }

  async function send(sender: Notifier, lane: ChannelLease, one: NotificationGroup): Promise<void> {
    const seqs = one.rows.map((row) => row.seq);
    const once = keeping.dedupeKeyOf(one);
    const under = await keeping.parentMessageOf(one);
    const sending = { once, seqs, at: now(), ...(under === undefined ? {} : { under }) };
    const until = await leases.begin(lane, sending, sending.at);
    const timely = inTime(sender, until, now, (error) => ofPlatform.add(error));
    await outbox.sent(lane, seqs, await keeping.composeAndSend(timely, one, once, now()), now());
  }

  /** What was on its way when a process died or an answer was lost may have arrived: then it is not sent again. */
  async function recover(sender: Notifier, lane: ChannelLease): Promise<void> {
    const sending = lane.sending === undefined ? undefined : readSending(lane.sending, lane);
    if (!sending) return;
    const message = await sender.findSent?.(lane.channel, sending.once, sending.at, sending.under);
    if (message !== undefined) await outbox.sent(lane, sending.seqs, keeping.storedMessageId(sending, message), now());
  }

  function readSending(json: string, lane: ChannelLease): InFlight | undefined {
    try {
      return JSON.parse(json) as InFlight;
    } catch (error) {
      log.error({ channel: channelKey(lane), err: error }, 'alerts: put aside what was on its way, it cannot be read');
      return undefined;
    }
  }

  async function failed(sender: Notifier, lane: ChannelLease, error: Error): Promise<void> {
    const channel = channelKey(lane);
    if (error instanceof LeaseLost) return;
    if (error instanceof ChannelGone || lane.tries >= triesAtMost) {
      await outbox.giveUp(lane, error.message);
      const all = await subscriptions.of(lane);
      for (const { id } of all) await subscriptions.change(id, { paused: error.message });
      log.error({ channel, err: error.message }, 'alerts: given up; the subscriptions are paused');
      for (const [owner, theirs] of Map.groupBy(all, (s) => s.owner))
        if (owner !== undefined)
          await keeping
            .tellOwner(sender, owner, theirs, error.message)
            .catch((err) => log.warn({ channel, owner, err }, 'alerts: who asked could not be told'));
      return;
    }
    log.warn({ channel, err: error.message, tries: lane.tries }, 'alerts: not delivered yet');
    await leases.later(lane, now() + backoff(lane.tries));
  }

  async function look(sender: Notifier, lane: ChannelLease): Promise<void> {
    try {
      await leases.settle(lane, await ofChannel(sender, lane));
    } catch (error) {
      await failed(sender, lane, error as Error);
    }
  }

  function begin(sender: Notifier, lane: ChannelLease): void {
    const key = channelKey(lane);
    // One that is due again while its last look is ending waits for that end: it is in hand already.
    const work: Promise<void> = (busy.get(key) ?? Promise.resolve())
      .then(() => look(sender, lane))
      .catch((error) => log.error({ err: error, channel: key }, 'alerts: could not deliver'))
      .finally(() => {
        if (busy.get(key) === work) busy.delete(key);
      });
    busy.set(key, work);
  }

  return {
    /** Begins to keep what is due; channels that are at work go on undisturbed. */
    async deliver(): Promise<void> {
      for (const [platform, sender] of senders) {
        const atWork = [...busy.keys()].filter((key) => key.startsWith(`${platform}:`)).length;
        for (const lane of await leases.take(platform, now(), mostLanes - atWork)) begin(sender, lane);
      }
    },
    async idle(): Promise<void> {
      while (busy.size) await Promise.all(busy.values());
    },
  };
}
