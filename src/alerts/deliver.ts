import type { Logger } from 'pino';
import { createKeeping, type KeepingParts } from './compose-notification.ts';
import { type Bundle, bundle, type Pace, usualPace } from './grouping.ts';
import { ChannelGone, type Sender } from './notifier.ts';
import { channelKey } from './store/channel.ts';
import { type Lane, LaneLost } from './store/channel-leases.ts';

const hour = 60 * 60 * 1000;
const mostRows = 5000;
const mostLanes = 200;
const triesAtMost = 12;
const backoff = (tries: number) => Math.round(Math.min(hour, 2000 * 2 ** tries) * (0.5 + Math.random() / 2));

export interface DeliveryParts extends KeepingParts {
  senders: ReadonlyMap<string, Sender>;
  log: Logger;
  now(): number;
  pace?: Pace;
}

/** Lets nothing go once another process may soon have the lane in hand: what took so long to compose is left to it. */
function inTime(sender: Sender, until: number, now: () => number): Sender {
  const late = (channel: string) => (now() < until ? undefined : Promise.reject(new LaneLost(channel)));
  return {
    ...sender,
    send: (...told) => late(told[0]) ?? sender.send(...told),
    reply: (...told) => late(told[0]) ?? sender.reply(...told),
  };
}

/** Keeps what was promised: in order within a channel, channels beside one another. */
export function createDelivery({ senders, log, now, pace = usualPace, ...parts }: DeliveryParts) {
  const { rows, subscriptions } = parts;
  const { outbox, lanes } = rows;
  const keeping = createKeeping(parts);
  const busy = new Map<string, Promise<void>>();

  /** Sends what is due until nothing is, or the hour is full; returns when to look again at the earliest. */
  async function ofChannel(sender: Sender, lane: Lane): Promise<number> {
    await recover(sender, lane);
    const due = await outbox.dueIn(lane, now(), mostRows);
    for (const one of bundle(due, await keeping.asking(), now(), pace)) {
      const { messages, first } = await outbox.sentSince(lane, now() - hour);
      if (messages >= pace.perHour) return first + hour + 1;
      await send(sender, lane, one);
    }
    return 0;
  }

  async function send(sender: Sender, lane: Lane, one: Bundle): Promise<void> {
    const seqs = one.rows.map((row) => row.seq);
    const once = keeping.nameOf(one);
    const under = await keeping.underOf(one);
    const sending = { once, seqs, at: now(), ...(under === undefined ? {} : { under }) };
    const until = await lanes.begin(lane, sending, sending.at);
    await outbox.sent(lane, seqs, await keeping.keep(inTime(sender, until, now), one, once, now()), now());
  }

  /** What was on its way when a process died or an answer was lost may have arrived: then it is not sent again. */
  async function recover(sender: Sender, { sending, ...lane }: Lane): Promise<void> {
    if (!sending) return;
    const message = await sender.find?.(lane.channel, sending.once, sending.at, sending.under);
    if (message !== undefined) await outbox.sent(lane, sending.seqs, keeping.messageOf(sending, message), now());
  }

  async function failed(sender: Sender, lane: Lane, error: Error): Promise<void> {
    const channel = channelKey(lane);
    if (error instanceof LaneLost) return;
    if (error instanceof ChannelGone || lane.tries >= triesAtMost) {
      await outbox.giveUp(lane, error.message);
      const all = await subscriptions.of(lane);
      for (const { id } of all) await subscriptions.change(id, { paused: error.message });
      log.error({ channel, err: error.message }, 'alerts: given up; the subscriptions are paused');
      await keeping.tellOwners(sender, all, error.message);
      return;
    }
    log.warn({ channel, err: error.message, tries: lane.tries }, 'alerts: not delivered yet');
    await lanes.later(lane, now() + backoff(lane.tries));
  }

  async function look(sender: Sender, lane: Lane): Promise<void> {
    try {
      await lanes.settle(lane, await ofChannel(sender, lane));
    } catch (error) {
      await failed(sender, lane, error as Error);
    }
  }

  function begin(sender: Sender, lane: Lane): void {
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
        for (const lane of await lanes.take(platform, now(), mostLanes - atWork)) begin(sender, lane);
      }
    },
    async idle(): Promise<void> {
      while (busy.size) await Promise.all(busy.values());
    },
  };
}
