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

/** Sent the way an alert goes, with the latest incident that it would have told of. */
async function test(s: Subscription, { bot, askedAt }: Context, language: Language): Promise<Answer> {
  const latest = await bot.incidents.find(query.parse({ measure: 'list', limit: 1, filter: s.query.filter }));
  await bot.notificationLog.test(s, latest.incidents[0]?.id, askedAt.getTime());
  return composeTesting(s.id, language);
}

export const subscriptions = command({
  name: 'subscriptions',
  summary: 'What this channel hears of: list, explain, mute, wake, test, remove',
  examples: [
    'subscriptions',
    'subscriptions --explain 3',
    'subscriptions --mute 3 --hours 24',
    'subscriptions --remove 3',
  ],
  options: z.object({
    explain: id.describe('Say how this number is read, and how much it tells'),
    mute: id.describe('Silence this number for a while'),
    hours: z.number().positive().max(8760).default(24).describe('How long, in hours'),
    wake: id.describe('Let this number speak again'),
    test: id.describe('Send a test of this number to the channel'),
    remove: id.describe('Stop this number for good'),
  }),
  for: 'everyone',
  audience: 'everyone',
  async run({ explain, mute, hours, wake, test: tested, remove }, context) {
    const { subscriptions, incidents } = context.bot;
    const here = { platform: context.channel.platform, channel: context.channel.id };
    const mine = await subscriptions.of(here);
    const now = context.askedAt.getTime();
    const { language } = await loadDialogueContext(context.bot, context);
    const wanted = explain ?? mute ?? wake ?? tested ?? remove;
    if (wanted === undefined) {
      const broken = (await subscriptions.unreadable()).filter((s) => channelKey(s) === channelKey(here));
      return composeSubscriptions(mine, broken, now, language);
    }
    const stored = mine.find((s) => s.id === wanted);
    if (!stored) return composeNoSubscription(wanted, language);
    context.bot.names.setVocabulary(await incidents.vocabulary());
    const found = linkedTo(stored, context.bot.names);
    if (explain !== undefined)
      return composeExplained(found, await runBacktest(incidents, found, context.askedAt), now, language);
    const refusal = await refuseUnlessMaySubscribe(context, language);
    if (refusal) return refusal;
    if (tested !== undefined) return test(found, context, language);
    const who = context.asker.name ?? context.asker.id;
    if (remove !== undefined) {
      await subscriptions.remove(remove);
      return composeStopped(found, who, language);
    }
    const change: Partial<SubscriptionConfig> =
      mute === undefined
        ? { mutedUntil: 0, paused: undefined, trouble: undefined }
        : { mutedUntil: now + hours * hourInMs };
    await subscriptions.change(wanted, change);
    return composeMuted(wanted, mute === undefined ? undefined : hours, who, language);
  },
});
