import type { Logger } from 'pino';
import { type ComposerDependencies, createNotificationComposer } from './compose-notification.ts';
import { defaultRateLimits, groupNotifications, type NotificationGroup, type RateLimits } from './grouping.ts';
import { ChannelGone, type Notifier } from './notifier.ts';
import { channelKey } from './store/channel.ts';
import { type ChannelLease, LeaseLost } from './store/channel-leases.ts';

const hour = 60 * 60 * 1000;
const mostRows = 5000;
const mostLanes = 200;
const triesAtMost = 12;
const backoff = (tries: number) => Math.round(Math.min(hour, 2000 * 2 ** tries) * (0.5 + Math.random() / 2));

export interface DeliveryDependencies extends ComposerDependencies {
  notifiers: ReadonlyMap<string, Notifier>;
  log: Logger;
  now(): number;
  limits?: RateLimits;
}

/** Lets nothing go once another process may soon have the lane in hand: what took so long to compose is left to it. */
function inTime(sender: Notifier, until: number, now: () => number): Notifier {
  const late = (channel: string) => (now() < until ? undefined : Promise.reject(new LeaseLost(channel)));
  return {
    ...sender,
    send: (...told) => late(told[0]) ?? sender.send(...told),
    reply: (...told) => late(told[0]) ?? sender.reply(...told),
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

  /** Sends what is due until nothing is, or the hour is full; returns when to look again at the earliest. */
  async function ofChannel(sender: Notifier, lane: ChannelLease): Promise<number> {
    await recover(sender, lane);
    const due = await outbox.dueIn(lane, now(), mostRows);
    for (const one of groupNotifications(due, await keeping.asking(), now(), pace)) {
      const { messages, first } = await outbox.sentSince(lane, now() - hour);
      if (messages >= pace.perHour) return first + hour + 1;
      await send(sender, lane, one);
    }
    return 0;
  }

  async function send(sender: Notifier, lane: ChannelLease, one: NotificationGroup): Promise<void> {
    const seqs = one.rows.map((row) => row.seq);
    const once = keeping.dedupeKeyOf(one);
    const under = await keeping.parentMessageOf(one);
    const sending = { once, seqs, at: now(), ...(under === undefined ? {} : { under }) };
    const until = await leases.begin(lane, sending, sending.at);
    await outbox.sent(lane, seqs, await keeping.composeAndSend(inTime(sender, until, now), one, once, now()), now());
  }

  /** What was on its way when a process died or an answer was lost may have arrived: then it is not sent again. */
  async function recover(sender: Notifier, { sending, ...lane }: ChannelLease): Promise<void> {
    if (!sending) return;
    const message = await sender.findSent?.(lane.channel, sending.once, sending.at, sending.under);
    if (message !== undefined) await outbox.sent(lane, sending.seqs, keeping.storedMessageId(sending, message), now());
  }

  async function failed(sender: Notifier, lane: ChannelLease, error: Error): Promise<void> {
    const channel = channelKey(lane);
    if (error instanceof LeaseLost) return;
    if (error instanceof ChannelGone || lane.tries >= triesAtMost) {
      await outbox.giveUp(lane, error.message);
      const all = await subscriptions.of(lane);
      for (const { id } of all) await subscriptions.change(id, { paused: error.message });
      log.error({ channel, err: error.message }, 'alerts: given up; the subscriptions are paused');
      await keeping.notifyOwners(sender, all, error.message);
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
