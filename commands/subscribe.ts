import { z } from 'zod';
import { runBacktest } from '../src/alerts/backtest.ts';
import { filterOfWords, meaningOf } from '../src/alerts/standing-words.ts';
import type { Subscription, SubscriptionConfig } from '../src/alerts/subscriptions.ts';
import { defaultHorizon } from '../src/alerts/subscriptions.ts';
import type { Answer } from '../src/answers/document/answer.ts';
import {
  composePreview,
  composeSubscribed,
  composeSubscriptionEdited,
  type Idle,
} from '../src/answers/subscription-messages.ts';
import {
  composeAlready,
  composeCannotPost,
  composeNoSubscription,
  composeSubscriptionMade,
} from '../src/answers/subscription-replies.ts';
import { command } from '../src/app/command.ts';
import type { Context } from '../src/app/ports.ts';
import { loadDialogueContext } from '../src/conversations/dialogue-context.ts';
import { query } from '../src/incidents/query.ts';
import { scopeGaps } from '../src/incidents/scope-gap.ts';
import type { Language } from '../src/kernel/language.ts';
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

const isSame = (a: SubscriptionConfig, b: SubscriptionConfig): boolean =>
  meaningOf(a.query.filter) === meaningOf(b.query.filter) && JSON.stringify(a.watch) === JSON.stringify(b.watch);

/** The asker's locale, if the words alone mean the query: nothing was chosen with a button or in a thread. */
async function localeOfWords(
  { words, query: { filter } }: Pick<SubscriptionQuery, 'words' | 'query'>,
  { bot: { names, incidents }, asker: { locale } }: Context,
): Promise<string | undefined> {
  const read = filterOfWords(words, locale, names, await incidents.vocabulary());
  return read && meaningOf(read) === meaningOf(filter) ? locale : undefined;
}

/** Why nothing can come of a subscription with the data as it is. */
async function whyIdle({ query: asked }: SubscriptionConfig, { bot: { incidents } }: Context): Promise<Idle> {
  // Of a sample there may be something to send.
  const gap = scopeGaps(asked, await incidents.coverage()).find((one) => one?.what !== 'sample');
  if (gap) return gap;
  const { total } = await incidents.find(query.parse({ measure: 'count', filter: asked.filter }));
  return total === 0 ? 'nothing yet' : undefined;
}

/**
 * Tells the channel that it is subscribed, by the same way as its alerts: where the bot may not post there, the
 * subscription is removed again and the answer says why. Where nothing can be posted, the answer itself tells it.
 */
async function announced(id: number, answer: Answer, { bot, channel }: Context, language: Language): Promise<Answer> {
  const outcome = channel.kind === 'channel' ? await bot.postTo?.(channel, answer, `subscribed ${id}`) : undefined;
  if (outcome === undefined || outcome === 'failed') return answer;
  if (outcome === 'posted') return composeSubscriptionMade(id, language);
  await bot.subscriptions.remove(id);
  return composeCannotPost(outcome.refused, language);
}

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
    const readIn = unchanged ? unchanged.readIn : await localeOfWords(parsed, context);
    const config = {
      ...toConfig(o, { words, query, ...(watch ? { watch } : {}), ...schedule }, context, existing),
      readIn,
    };
    const idle = await whyIdle(config, context);
    if (!o.confirm)
      return composePreview(config, o, await runBacktest(incidents, config, context.askedAt), language, idle);
    const duplicate = mine.find((s) => s.id !== o.edit && isSame(s, config));
    if (duplicate) return composeAlready(duplicate.id, language);
    const author = context.asker.name ?? context.asker.id;
    if (!existing) {
      const made = await subscriptions.add(channel, config);
      return announced(made.id, composeSubscribed(made, author, language, idle), context, language);
    }
    await subscriptions.change(existing.id, config);
    if (config.rhythm.rhythm !== existing.rhythm.rhythm)
      await notificationLog.deliverNow(channel, context.askedAt.getTime());
    return composeSubscriptionEdited(existing, { ...config, id: existing.id }, author, language, idle);
  },
});
