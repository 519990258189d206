import { z } from 'zod';
import { runBacktest } from '../src/alerts/backtest.ts';
import type { Subscription, SubscriptionConfig } from '../src/alerts/subscriptions.ts';
import { defaultHorizon } from '../src/alerts/subscriptions.ts';
import { composePreview, composeSubscribed, composeSubscriptionEdited } from '../src/answers/subscription-messages.ts';
import { composeAlready, composeNoSubscription } from '../src/answers/subscription-replies.ts';
import { command } from '../src/app/command.ts';
import type { Context } from '../src/app/ports.ts';
import { loadDialogueContext } from '../src/conversations/dialogue-context.ts';
import { scopeGaps } from '../src/incidents/scope-gap.ts';
import { cadences, type NotificationSchedule, weekdays } from '../src/kernel/schedule.ts';
import { parseSubscriptionQuery, refuseUnlessMaySubscribe, type SubscriptionQuery } from './subscription-query.ts';

const options = z.object({
  question: z
    .string()
    .trim()
    .min(1)
    .optional()
    .describe('What to be alerted to, in plain words; default: the last answer'),
  edit: z
    .int()
    .positive()
    .optional()
    .describe('Change the subscription with this number; options not given stay as they are'),
  minKilled: z.int().positive().optional().describe('Minimum number of people killed'),
  rhythm: z.enum(cadences).optional().describe('When to send: at once, or as an hourly, daily or weekly digest'),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time of day; use one like 08:00')
    .optional()
    .describe('Time of a daily or weekly digest, e.g. 08:00'),
  weekday: z.enum(weekdays).optional().describe('Day of a weekly digest'),
  horizon: z
    .int()
    .min(1)
    .max(3650)
    .optional()
    .describe(`Maximum age of incidents, in days; default: ${defaultHorizon}`),
  changes: z.boolean().optional().describe('Also send changes: casualties, claims, places, retractions'),
  confirm: z.boolean().default(false).describe('Subscribe at once, without a preview of how many alerts to expect'),
});
type Options = z.infer<typeof options>;

/** The subscription as it will be stored: the question with the options given, the rest as it was before. */
function toConfig(
  o: Options,
  parsed: Omit<SubscriptionQuery, 'language'>,
  context: Context,
  existing?: Subscription,
): SubscriptionConfig {
  const { query, words } = parsed;
  const killed = o.minKilled === undefined ? {} : { killed: { ...query.filter.killed, min: o.minKilled } };
  const rhythm: NotificationSchedule = {
    ...(existing?.rhythm ?? { rhythm: 'at-once', at: '08:00', weekday: 'monday' }),
    ...parsed.rhythm,
    ...(o.rhythm ? { rhythm: o.rhythm } : {}),
    ...(o.at ? { at: o.at } : {}),
    ...(o.weekday ? { weekday: o.weekday } : {}),
    zone: context.asker.timeZone,
  };
  return {
    words,
    query: { ...query, filter: { ...query.filter, ...killed } },
    watch: parsed.watch,
    rhythm,
    changes: o.changes ?? existing?.changes ?? true,
    horizon: o.horizon ?? existing?.horizon ?? defaultHorizon,
    by: existing?.by ?? context.asker.name ?? context.asker.id,
    owner: existing?.owner ?? context.asker.id,
    at: existing?.at ?? context.askedAt.toISOString(),
    mutedUntil: existing?.mutedUntil ?? 0,
    ...(existing?.paused === undefined ? {} : { paused: existing.paused }),
  };
}

/** The data's own names of places and actors change with every import, so they do not tell two subscriptions apart. */
const dataSpellings = new Set(['names', 'dataNames', 'countries']);
const meaningOf = ({ query, watch }: SubscriptionConfig) =>
  JSON.stringify([query.filter, watch], (key, value) => (dataSpellings.has(key) ? undefined : value));

export const subscribe = command({
  name: 'subscribe',
  summary: 'Alert this channel to new incidents that match a question',
  examples: [
    'subscribe attacks near Samawah with anyone killed',
    'subscribe protests in Sudan, daily at 08:00',
    'subscribe when the weekly count in Borno doubles against its four-week average',
    'subscribe --edit 3 --min-killed 5',
  ],
  options,
  main: 'question',
  for: 'everyone',
  audience: 'everyone',
  async run(o, context) {
    const { subscriptions, incidents, notificationLog } = context.bot;
    const channel = { platform: context.channel.platform, channel: context.channel.id };
    const mine = await subscriptions.of(channel);
    const existing = mine.find((s) => s.id === o.edit);
    const { language } = await loadDialogueContext(context.bot, context, o.question);
    if (o.edit !== undefined && !existing) return composeNoSubscription(o.edit, language);
    // An edit of the options alone keeps the question.
    const unchanged = o.question === undefined && context.subject === undefined ? existing : undefined;
    const parsed = unchanged ? { ...unchanged, language } : await parseSubscriptionQuery(o.question, context);
    if ('instead' in parsed) return parsed.instead;
    const refusal = await refuseUnlessMaySubscribe(context, language);
    if (refusal) return refusal;
    const { words, query, watch } = parsed;
    const schedule = unchanged || !('rhythm' in parsed) ? {} : { rhythm: parsed.rhythm };
    const config = toConfig(o, { words, query, ...(watch ? { watch } : {}), ...schedule }, context, existing);
    // Of a sample there may be something to send.
    const gap = scopeGaps(config.query, await incidents.coverage()).find((one) => one?.what !== 'sample');
    if (!o.confirm)
      return composePreview(config, o, await runBacktest(incidents, config, context.askedAt), language, gap);
    const duplicate = mine.find((s) => s.id !== o.edit && meaningOf(s) === meaningOf(config));
    if (duplicate) return composeAlready(duplicate.id, language);
    const author = context.asker.name ?? context.asker.id;
    if (!existing) return composeSubscribed(await subscriptions.add(channel, config), author, language, gap);
    await subscriptions.change(existing.id, config);
    if (config.rhythm.rhythm !== existing.rhythm.rhythm)
      await notificationLog.deliverNow(channel, context.askedAt.getTime());
    return composeSubscriptionEdited(existing, { ...config, id: existing.id }, author, language, gap);
  },
});
