import { z } from 'zod';
import { runBacktest } from '../src/alerts/backtest.ts';
import type { Subscription, SubscriptionConfig } from '../src/alerts/subscriptions.ts';
import { defaultHorizon } from '../src/alerts/subscriptions.ts';
import { composePreview, composeSubscribed, composeSubscriptionEdited } from '../src/answers/subscription-messages.ts';
import { composeAlready, composeNoSubscription } from '../src/answers/subscription-replies.ts';
import { command } from '../src/app/command.ts';
import type { Context } from '../src/app/ports.ts';
import { loadDialogueContext } from '../src/conversations/dialogue-context.ts';
import { cadences, type NotificationSchedule, weekdays } from '../src/kernel/schedule.ts';
import { parseSubscriptionQuery, refuseUnlessMaySubscribe, type SubscriptionQuery } from './subscription-query.ts';

const options = z.object({
  question: z
    .string()
    .trim()
    .min(1)
    .optional()
    .describe('What to hear of, in plain words; without it, the last answer’s'),
  edit: z.int().positive().optional().describe('Change this number instead of adding one; what is not said stays'),
  minKilled: z.int().positive().optional().describe('Only with at least this many killed'),
  rhythm: z.enum(cadences).optional().describe('When to tell: at once, or together every hour, day or week'),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'no time of day; write it like 08:00')
    .optional()
    .describe('Time of a daily or weekly digest, like 08:00'),
  weekday: z.enum(weekdays).optional().describe('Day of a weekly digest'),
  horizon: z
    .int()
    .min(1)
    .max(3650)
    .optional()
    .describe(`Tell of incidents up to this many days old; ${defaultHorizon} without it`),
  changes: z.boolean().optional().describe('Also tell what changes: tolls, claims, places, retractions'),
  confirm: z.boolean().default(false).describe('Subscribe at once, without showing first how much it would tell'),
});
type Options = z.infer<typeof options>;

/** What it is to be: the question, with what the options say in place of what it was before. */
function wanted(
  o: Options,
  asked: Omit<SubscriptionQuery, 'language'>,
  context: Context,
  before?: Subscription,
): SubscriptionConfig {
  const { query, words } = asked;
  const killed = o.minKilled === undefined ? {} : { killed: { ...query.filter.killed, min: o.minKilled } };
  const rhythm: NotificationSchedule = {
    ...(before?.rhythm ?? { rhythm: 'at-once', at: '08:00', weekday: 'monday' }),
    ...asked.rhythm,
    ...(o.rhythm ? { rhythm: o.rhythm } : {}),
    ...(o.at ? { at: o.at } : {}),
    ...(o.weekday ? { weekday: o.weekday } : {}),
    zone: context.asker.timeZone,
  };
  return {
    words,
    query: { ...query, filter: { ...query.filter, ...killed } },
    watch: asked.watch,
    rhythm,
    changes: o.changes ?? before?.changes ?? true,
    horizon: o.horizon ?? before?.horizon ?? defaultHorizon,
    by: before?.by ?? context.asker.name ?? context.asker.id,
    owner: before?.owner ?? context.asker.id,
    at: before?.at ?? context.askedAt.toISOString(),
    mutedUntil: before?.mutedUntil ?? 0,
    ...(before?.paused === undefined ? {} : { paused: before.paused }),
  };
}

/** What the data calls a place or an actor changes with the data, and not what is meant. */
const inData = new Set(['names', 'dataNames', 'countries']);
const meaningOf = ({ query, watch }: SubscriptionConfig) =>
  JSON.stringify([query.filter, watch], (key, value) => (inData.has(key) ? undefined : value));

export const subscribe = command({
  name: 'subscribe',
  summary: 'Tell this channel of new incidents, in the words of a question',
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
    const { subscriptions, incidents, notificationLog: ledger } = context.bot;
    const channel = { platform: context.channel.platform, channel: context.channel.id };
    const mine = await subscriptions.of(channel);
    const before = mine.find((s) => s.id === o.edit);
    const { language } = await loadDialogueContext(context.bot, context, o.question);
    if (o.edit !== undefined && !before) return composeNoSubscription(o.edit, language);
    // A change that says nothing of what is to be heard of.
    const kept = o.question === undefined && context.subject === undefined ? before : undefined;
    const asked = kept ? { ...kept, language } : await parseSubscriptionQuery(o.question, context);
    if ('instead' in asked) return asked.instead;
    const refusal = await refuseUnlessMaySubscribe(context, language);
    if (refusal) return refusal;
    const { words, query, watch } = asked;
    const said = kept || !('rhythm' in asked) ? {} : { rhythm: asked.rhythm };
    const told = wanted(o, { words, query, ...(watch ? { watch } : {}), ...said }, context, before);
    if (!o.confirm) return composePreview(told, o, await runBacktest(incidents, told, context.askedAt), language);
    const twin = mine.find((s) => s.id !== o.edit && meaningOf(s) === meaningOf(told));
    if (twin) return composeAlready(twin.id, language);
    const who = context.asker.name ?? context.asker.id;
    if (!before) return composeSubscribed(await subscriptions.add(channel, told), who, language);
    await subscriptions.change(before.id, told);
    if (told.rhythm.rhythm !== before.rhythm.rhythm) await ledger.deliverNow(channel, context.askedAt.getTime());
    return composeSubscriptionEdited(before, { ...told, id: before.id }, who, language);
  },
});
