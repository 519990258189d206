import { standing } from '../src/alerts/subscriptions.ts';
import type { Answer } from '../src/answers/document/answer.ts';
import { inWords } from '../src/answers/messages/english/filter.ts';
import type { Unstanding } from '../src/answers/messages/subscription-text.ts';
import { composeUnstanding } from '../src/answers/subscription-messages.ts';
import type { Context } from '../src/app/ports.ts';
import { heardIn } from '../src/conversations/dialogue-context.ts';
import type { Query } from '../src/incidents/query.ts';
import type { Language } from '../src/kernel/language.ts';
import { readWatch, type Watch } from '../src/reading/anomaly-intent.ts';
import { readRhythm, type SaidRhythm } from '../src/reading/schedule.ts';
import { meant } from './resolve-query.ts';

/** What is asked for, as it may stand. */
export interface Standing {
  words: string;
  query: Query;
  language: Language;
  rhythm?: SaidRhythm;
  watch?: Watch;
}

type Meant = Standing | { instead: Answer };

function unstanding({ measure, sides, filter }: Query, watch: Watch | undefined): Unstanding | undefined {
  if (measure === 'compare' || sides) return 'comparison';
  if (filter.asOf) return 'as-of';
  if (filter.ids) return 'ids';
  return watch?.kind === 'new-actor' && filter.actors ? 'known-actor' : undefined;
}

/** The words about incidents, apart from when and what else to tell. */
function saidIn(english: string) {
  const { rhythm, rest } = readRhythm(english);
  const watched = readWatch(rest);
  return { text: watched?.rest ?? rest, ...(rhythm ? { rhythm } : {}), ...(watched ? { watch: watched.watch } : {}) };
}

/** The question's meaning as a standing one; without words, that of the thread's last answer. */
export async function standingQuestion(question: string | undefined, context: Context): Promise<Meant> {
  const { heard } = await heardIn(context.bot, context, question);
  const { text, ...more } = saidIn(heard.glossed.text);
  const missing = (language: Language) => composeUnstanding(undefined, language);
  const asked = await meant(question, context, missing, () => text);
  if ('instead' in asked) return asked;
  const { query, language } = asked;
  const why = unstanding(query, more.watch);
  if (why) return { instead: composeUnstanding(why, language) };
  const stands = standing(query.filter);
  return { ...more, words: question ?? inWords(stands), language, query: { ...query, filter: stands, offset: 0 } };
}
