import { withoutPeriod } from '../src/alerts/subscriptions.ts';
import type { Answer } from '../src/answers/document/answer.ts';
import { filterText } from '../src/answers/messages/english/filter.ts';
import type { NotSubscribableReason } from '../src/answers/messages/subscription-text.ts';
import { composeManagersOnly, composeNotSubscribable } from '../src/answers/subscription-replies.ts';
import type { Context } from '../src/app/ports.ts';
import { loadDialogueContext } from '../src/conversations/dialogue-context.ts';
import type { Query } from '../src/incidents/query.ts';
import type { AnomalyRule } from '../src/kernel/anomaly-rule.ts';
import type { Language } from '../src/kernel/language.ts';
import { readAnomalyRule } from '../src/reading/anomaly-intent.ts';
import { type ParsedSchedule, readSchedule } from '../src/reading/schedule.ts';
import { settingsOf } from '../src/settings/channel-settings.ts';
import { resolveQuery } from './resolve-query.ts';

/** What is asked for, as it may stand. */
export interface SubscriptionQuery {
  words: string;
  query: Query;
  language: Language;
  rhythm?: ParsedSchedule;
  watch?: AnomalyRule;
}

type SubscriptionQueryResult = SubscriptionQuery | { instead: Answer };

function unstanding(
  { measure, sides, filter }: Query,
  watch: AnomalyRule | undefined,
): NotSubscribableReason | undefined {
  if (measure === 'compare' || sides) return 'comparison';
  if (filter.asOf) return 'as-of';
  if (filter.ids) return 'ids';
  return watch?.kind === 'new-actor' && filter.actors ? 'known-actor' : undefined;
}

/** The words about incidents, apart from when and what else to tell. */
function saidIn(english: string) {
  const { rhythm, rest } = readSchedule(english);
  const watched = readAnomalyRule(rest);
  return { text: watched?.rest ?? rest, ...(rhythm ? { rhythm } : {}), ...(watched ? { watch: watched.watch } : {}) };
}

/** The question's meaning as a standing one; without words, that of the answer whose button was pressed, or the thread's last. */
export async function parseSubscriptionQuery(
  question: string | undefined,
  context: Context,
): Promise<SubscriptionQueryResult> {
  const { normalized: heard } = await loadDialogueContext(context.bot, context, question);
  const { text, ...more } = saidIn(heard.pivot.text);
  const missing = (language: Language) => composeNotSubscribable(undefined, language);
  const asked = await resolveQuery(question, context, missing, () => text);
  if ('instead' in asked) return asked;
  const { query, language } = asked;
  const why = unstanding(query, more.watch);
  if (why) return { instead: composeNotSubscribable(why, language) };
  const stands = withoutPeriod(query.filter);
  const { words = filterText(stands), watch } = (question === undefined && context.subject) || {};
  return {
    ...more,
    ...(watch ? { watch } : {}),
    words: question ?? words,
    language,
    query: { ...query, filter: stands, offset: 0 },
  };
}

/** The refusal, where the channel lets only managers change what it hears of; undefined where the asker may. */
export async function refuseUnlessMaySubscribe(
  { bot, channel, asker }: Context,
  language: Language,
): Promise<Answer | undefined> {
  const closed = (await settingsOf(bot.settings, channel)).subscribers === 'managers' && !asker.mayManage;
  return closed ? composeManagersOnly(language) : undefined;
}
