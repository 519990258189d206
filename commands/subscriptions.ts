import { z } from 'zod';
import { runBacktest } from '../src/alerts/backtest.ts';
import { linkedTo } from '../src/alerts/relink-subscriptions.ts';
import { channelKey } from '../src/alerts/store/channel.ts';
import type { Subscription, SubscriptionConfig } from '../src/alerts/subscriptions.ts';
import type { Answer } from '../src/answers/document/answer.ts';
import { composeExplained, composeSubscriptions } from '../src/answers/subscription-messages.ts';
import {
  composeMuted,
  composeNoSubscription,
  composeStopped,
  composeStopping,
  composeTesting,
} from '../src/answers/subscription-replies.ts';
import { command } from '../src/app/command.ts';
import type { Context } from '../src/app/ports.ts';
import { loadDialogueContext } from '../src/conversations/dialogue-context.ts';
import { query } from '../src/incidents/query.ts';
import type { Language } from '../src/kernel/language.ts';
import { refuseUnlessMaySubscribe } from './subscription-query.ts';

const id = z.int().positive().optional();
const hourInMs = 60 * 60 * 1000;

/** Queues a test alert with the latest incident that matches. */
async function test(s: Subscription, { bot, askedAt }: Context, language: Language): Promise<Answer> {
  const latest = await bot.incidents.find(query.parse({ measure: 'list', limit: 1, filter: s.query.filter }));
  await bot.notificationLog.test(s, latest.incidents[0]?.id, askedAt.getTime());
  return composeTesting(s.id, language);
}

export const subscriptions = command({
  name: 'subscriptions',
  summary: 'Manage this channel’s subscriptions: list, explain, mute, wake, test, remove',
  examples: [
    'subscriptions',
    'subscriptions --explain 3',
    'subscriptions --mute 3 --hours 24',
    'subscriptions --remove 3',
  ],
  options: z.object({
    explain: id.describe('Explain the subscription with this number, and how many alerts to expect'),
    mute: id.describe('Mute the subscription with this number'),
    hours: z.number().positive().max(8760).default(24).describe('Hours to mute it for'),
    wake: id.describe('Unmute or resume the subscription with this number'),
    test: id.describe('Send a test alert of the subscription with this number'),
    remove: id.describe('Remove the subscription with this number'),
    confirm: z.boolean().default(true).describe('Remove at once, without asking back'),
  }),
  for: 'everyone',
  audience: 'everyone',
  async run({ explain, mute, hours, wake, test: toTest, remove, confirm }, context) {
    const { subscriptions, incidents } = context.bot;
    const here = { platform: context.channel.platform, channel: context.channel.id };
    const mine = await subscriptions.of(here);
    const now = context.askedAt.getTime();
    const { language } = await loadDialogueContext(context.bot, context);
    const target = explain ?? mute ?? wake ?? toTest ?? remove;
    if (target === undefined) {
      const broken = (await subscriptions.unreadable()).filter((s) => channelKey(s) === channelKey(here));
      return composeSubscriptions(mine, broken, now, language);
    }
    const stored = mine.find((s) => s.id === target);
    if (!stored) return composeNoSubscription(target, language);
    const vocabulary = await incidents.vocabulary();
    context.bot.names.setVocabulary(vocabulary);
    const current = linkedTo(stored, context.bot.names, vocabulary);
    if (explain !== undefined)
      return composeExplained(current, await runBacktest(incidents, current, context.askedAt), now, language);
    const refusal = await refuseUnlessMaySubscribe(context, language);
    if (refusal) return refusal;
    if (toTest !== undefined) return test(current, context, language);
    const who = context.asker.name ?? context.asker.id;
    if (remove !== undefined && !confirm) return composeStopping(current, language);
    if (remove !== undefined) {
      await subscriptions.remove(remove);
      return composeStopped(current, who, language);
    }
    const change: Partial<SubscriptionConfig> =
      mute === undefined
        ? { mutedUntil: 0, paused: undefined, trouble: undefined, toldTrouble: undefined }
        : { mutedUntil: now + hours * hourInMs };
    await subscriptions.change(target, change);
    return composeMuted(target, mute === undefined ? undefined : hours, who, language);
  },
});
