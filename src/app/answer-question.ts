import { whyTold } from '../answers/alert-reason.ts';
import {
  compose,
  composeDeclined,
  composeOver,
  composeSaid,
  composeTalk,
  composeTooLong,
  composeUnclear,
  composeUnexplained,
} from '../answers/compose.ts';
import type { Answer } from '../answers/document/answer.ts';
import { explain } from '../answers/explain-query.ts';
import { noAnswerYet } from '../answers/export-answer.ts';
import { wordsIn } from '../answers/messages/localize.ts';
import {
  heardIn,
  type InThread,
  type Known,
  partOf,
  threadsOf,
  understoodIn,
} from '../conversations/dialogue-context.ts';
import type { Language } from '../kernel/language.ts';
import type { Question } from '../kernel/question.ts';
import { aboutThread, type Memory } from '../reading/dialogue-state.ts';
import { exportWish } from '../reading/export-intent.ts';
import { languageWish } from '../reading/languages/language-intent.ts';
import { smallTalk } from '../reading/small-talk.ts';
import type { Parts } from './ports.ts';
import { exported, type Meaning, meaningOf, tell } from './run-query.ts';

const longestQuestion = 500;

/** Answers a question in words; nothing that it may fail with is caught. */
export async function ask(parts: Parts, question: Question): Promise<Answer> {
  if (question.text.length > longestQuestion)
    return composeTooLong(question.text.length, longestQuestion, question.asker.locale);
  const inThread = await hear(parts, question);
  const { heard, language, memory } = inThread;
  const { glossed } = heard;
  const talk = smallTalk(glossed.text);
  if (talk) return composeTalk(talk, language);
  const said = threadsOf(question).length ? aboutThread(glossed.text) : undefined;
  if (said) return ofThread(parts, said, question, inThread);
  const other = memory && languageWish(glossed.said);
  if (other) return answer(parts, meaningOf(memory.query), question, other, memory);
  const wish = exportWish(glossed.text);
  if (wish?.question === '') {
    if (!memory) return noAnswerYet();
    return exported(parts.incidents, meaningOf(memory.query), { as: wish.as, why: memory.why }, question.askedAt);
  }
  const asked = wish ? partOf(heard, wish.question) : heard;
  const understood = understoodIn(parts.names, question, { ...inThread, heard: asked });
  if (understood.kind === 'declined') return composeDeclined(understood, language);
  if (understood.kind === 'unclear') return composeUnclear(understood, language);
  return wish
    ? exported(parts.incidents, understood, { as: wish.as }, question.askedAt)
    : answer(parts, understood, question, language, memory);
}

/** The question in its thread, by the names that the data has by now. */
export async function hear(parts: Parts, question: Question): Promise<Known> {
  const vocabulary = await parts.incidents.vocabulary();
  parts.names.learn(vocabulary);
  return { ...(await heardIn(parts, question, question.text)), vocabulary };
}

export async function answer(
  parts: Parts,
  meaning: Meaning,
  question: Omit<Question, 'text'>,
  language: Language,
  last?: Memory,
): Promise<Answer> {
  const told = { ...(await tell(parts.incidents, meaning)), language };
  const ids = told.result.incidents.map((i) => i.id);
  const threads = threadsOf(question);
  if (threads.length) {
    const before = told.query.filter.ids && last ? listed(last) : undefined;
    const memory = { query: told.query, ids, before, why: explain(told, meaning.readings), language };
    for (const thread of threads) await parts.conversations.remember(thread, memory, question.askedAt.getTime());
  }
  return compose(told);
}

/** The question that the last one shown was of. */
const listed = ({ query, before }: Memory) => (query.filter.ids ? before : query);

/** "why?" and "start over": about the thread, not about incidents. */
async function ofThread(
  parts: Parts,
  said: 'why' | 'over',
  question: Omit<Question, 'text'>,
  { language, memory }: InThread,
): Promise<Answer> {
  if (said === 'over') {
    for (const thread of threadsOf(question)) await parts.conversations.forget(thread);
    return composeOver(language);
  }
  const why = memory?.why || (await whyLastTold(parts, question, language));
  return why ? composeSaid(why) : composeUnexplained(language);
}

/** Of the last alert that the channel had. */
async function whyLastTold(
  { ledger, subscriptions, incidents }: Parts,
  { channel }: Omit<Question, 'text'>,
  language: Language,
) {
  const last = await ledger.last({ platform: channel.platform, channel: channel.id });
  const known = await subscriptions.byId();
  const asked = last?.subscriptions.flatMap((id) => known.get(id) ?? []) ?? [];
  if (!last || asked.length === 0) return undefined;
  const record = await incidents.get(last.incident);
  return whyTold(wordsIn(language), asked, record?.kind === 'incident' ? [record] : []);
}
