import { z } from 'zod';
import type { Subscription } from '../src/alerts/subscriptions.ts';
import { composeTest } from '../src/answers/alert.ts';
import { composeUsage } from '../src/answers/compose.ts';
import { composeSubscriptionChanged, composeSubscriptions } from '../src/answers/subscriptions.ts';
import { command } from '../src/command.ts';
import { refusalFor } from './may-subscribe.ts';

const id = z.int().positive().optional();
const hourInMs = 60 * 60 * 1000;

export const subscriptions = command({
  name: 'subscriptions',
  summary: 'What this channel hears of: list, mute, wake, test, remove',
  examples: ['subscriptions', 'subscriptions --mute 3 --hours 24', 'subscriptions --remove 3'],
  options: z.object({
    mute: id.describe('Silence this number for a while'),
    hours: z.number().positive().max(8760).default(24).describe('How long, in hours'),
    wake: id.describe('Let this number speak again'),
    test: id.describe('Show how this number tells'),
    remove: id.describe('Stop this number for good'),
  }),
  for: 'everyone',
  audience: 'everyone',
  async run({ mute, hours, wake, test, remove }, context) {
    const { subscriptions } = context.bot;
    const mine = subscriptions.of({ platform: context.channel.platform, channel: context.channel.id });
    const now = context.askedAt.getTime();
    const wanted = mute ?? wake ?? test ?? remove;
    if (wanted === undefined) return composeSubscriptions(mine, now);
    const found = mine.find((s) => s.id === wanted);
    if (!found) return composeUsage(`This channel has no subscription #${wanted}. “subscriptions” lists them.`);
    if (test !== undefined) return composeTest(found);
    const refusal = refusalFor(context);
    if (refusal) return refusal;
    const who = context.asker.name ?? context.asker.id;
    if (remove !== undefined) {
      subscriptions.remove(remove);
      return composeSubscriptionChanged(`Stopped: #${remove}, “${found.words.slice(0, 120)}”`, who);
    }
    const change: Partial<Subscription> =
      mute === undefined ? { mutedUntil: 0, paused: undefined } : { mutedUntil: now + hours * hourInMs };
    subscriptions.change(wanted, change);
    return composeSubscriptionChanged(
      mute === undefined
        ? `Speaking again: #${wanted}`
        : `Muted for ${hours.toLocaleString('en-GB')} hours: #${wanted}`,
      who,
    );
  },
});
