import { type StandingWords, splitStandingWords } from '../src/alerts/standing-words.ts';
import type { Answer } from '../src/answers/document/answer.ts';
import { filterText } from '../src/answers/messages/english/filter.ts';
import type { NotSubscribableReason } from '../src/answers/messages/subscription-text.ts';
import { composeManagersOnly, composeNotSubscribable } from '../src/answers/subscription-replies.ts';
import type { Context } from '../src/app/ports.ts';
import { loadDialogueContext } from '../src/conversations/dialogue-context.ts';
import { comparesSides } from '../src/incidents/difference.ts';
import { withoutPeriods } from '../src/incidents/periods.ts';
import type { Query } from '../src/incidents/query.ts';
import type { AnomalyRule } from '../src/kernel/anomaly-rule.ts';
import type { Language } from '../src/kernel/language.ts';
import { settingsOf } from '../src/settings/channel-settings.ts';
import { resolveQuery } from './resolve-query.ts';

/** A question to subscribe to. */
export interface SubscriptionQuery extends Omit<StandingWords, 'text'> {
  words: string;
  query: Query;
  language: Language;
}

type SubscriptionQueryResult = SubscriptionQuery | { instead: Answer };

function reasonNotSubscribable(
  { measure, sides, filter }: Query,
  watch: AnomalyRule | undefined,
): NotSubscribableReason | undefined {
  if (comparesSides(measure) || sides) return 'comparison';
  if (filter.asOf) return 'as-of';
  if (filter.ids) return 'ids';
  return watch?.kind === 'new-actor' && filter.actors ? 'known-actor' : undefined;
}

/**
 * The question as one to subscribe to, without its period; without words, that of the answer whose button was pressed or
 * of the thread's last answer. An answer instead if it cannot be subscribed to.
 */
export async function parseSubscriptionQuery(
  question: string | undefined,
  context: Context,
): Promise<SubscriptionQueryResult> {
  const { normalized } = await loadDialogueContext(context.bot, context, question);
  const { text, ...more } = splitStandingWords(normalized.pivot.text);
  const missing = (language: Language) => composeNotSubscribable(undefined, language);
  const resolved = await resolveQuery(question, context, missing, () => text);
  if ('instead' in resolved) return resolved;
  const { query, language } = resolved;
  const reason = reasonNotSubscribable(query, more.watch);
  if (reason) return { instead: composeNotSubscribable(reason, language) };
  const filterWithoutPeriod = withoutPeriods(query.filter);
  const { words = filterText(filterWithoutPeriod), watch } = (question === undefined && context.subject) || {};
  return {
    ...more,
    ...(watch ? { watch } : {}),
    words: question ?? words,
    language,
    query: { ...query, filter: filterWithoutPeriod, offset: 0 },
  };
}

/** A refusal if only managers may change this channel's subscriptions and the asker is not one; undefined otherwise. */
export async function refuseUnlessMaySubscribe(
  { bot, channel, asker }: Context,
  language: Language,
): Promise<Answer | undefined> {
  const closed = (await settingsOf(bot.settings, channel)).subscribers === 'managers' && !asker.mayManage;
  return closed ? composeManagersOnly(language) : undefined;
}
