import { explainAlert } from '../answers/alert-reason.ts';
import { compose, composeDeclined, composeReset, composeTalk, composeUnclear, composeWhy } from '../answers/compose.ts';
import type { Answer } from '../answers/document/answer.ts';
import { explain, readWords } from '../answers/explain-query.ts';
import { noAnswerYet } from '../answers/export-answer.ts';
import { messagesFor } from '../answers/messages/localize.ts';
import {
  type DialogueContext,
  loadDialogueContext,
  parseQuestion,
  type QuestionContext,
  type ThreadRef,
  threadsOf,
  withText,
} from '../conversations/dialogue-context.ts';
import type { Language } from '../kernel/language.ts';
import type { Question } from '../kernel/question.ts';
import { type DialogueState, readThreadIntent } from '../reading/dialogue-state.ts';
import { readExportIntent } from '../reading/export-intent.ts';
import { readLanguageIntent } from '../reading/languages/language-intent.ts';
import { readSmallTalk } from '../reading/small-talk.ts';
import type { Dependencies } from './ports.ts';
import { asParsedQuery, exportQuery, type ParsedQuery, runQuery } from './run-query.ts';

/** Answers a question in words; nothing that it may fail with is caught. */
export async function answerQuestion(parts: Dependencies, question: Question): Promise<Answer> {
  const inThread = await loadQuestionContext(parts, question);
  const { normalized: heard, language, state: memory } = inThread;
  const { pivot: glossed } = heard;
  const talk = readSmallTalk(glossed.text);
  if (talk) return composeTalk(talk, language);
  const said = threadsOf(question).length ? readThreadIntent(glossed.text) : undefined;
  if (said) return ofThread(parts, said, question, inThread);
  const other = memory && readLanguageIntent(glossed.said);
  if (other) return answerQuery(parts, asParsedQuery(memory.query), question, other, memory);
  const wish = readExportIntent(glossed.text);
  if (wish?.question === '') {
    if (!memory) return noAnswerYet();
    return exportQuery(
      parts.incidents,
      asParsedQuery(memory.query),
      { as: wish.as, why: memory.why },
      question.askedAt,
    );
  }
  const asked = wish ? withText(heard, wish.question) : heard;
  const understood = parseQuestion(parts.names, question, { ...inThread, normalized: asked });
  if (understood.kind === 'declined') return composeDeclined(understood, language);
  if (understood.kind === 'unclear') return composeUnclear(understood, language);
  return wish
    ? exportQuery(parts.incidents, understood, { as: wish.as }, question.askedAt)
    : answerQuery(parts, understood, question, language, memory);
}

/** The question in its thread, by the names that the data has by now. */
export async function loadQuestionContext(parts: Dependencies, question: Question): Promise<QuestionContext> {
  const vocabulary = await parts.incidents.vocabulary();
  parts.names.setVocabulary(vocabulary);
  return { ...(await loadDialogueContext(parts, question, question.text)), vocabulary };
}

export async function answerQuery(
  parts: Dependencies,
  meaning: ParsedQuery,
  question: Omit<Question, 'text'>,
  language: Language,
  last?: DialogueState,
): Promise<Answer> {
  const read = readWords(meaning.readings, language) ?? meaning.read;
  const told = { ...(await runQuery(parts.incidents, meaning)), language, read };
  const ids = told.result.incidents.map((i) => i.id);
  const before = told.query.filter.ids && last ? listed(last) : undefined;
  const memory = { query: told.query, ids, before, why: explain(told), language };
  await resume(parts, memory, question);
  return compose(told, memory);
}

/** The thread is about this from now on. */
export async function resume(
  { conversations }: Pick<Dependencies, 'conversations'>,
  { query, ids, before, why, language }: DialogueState,
  question: ThreadRef,
): Promise<void> {
  for (const thread of threadsOf(question))
    await conversations.remember(thread, { query, ids, before, why, language }, question.askedAt.getTime());
}

/** The question that the last one shown was of. */
const listed = ({ query, before }: DialogueState) => (query.filter.ids ? before : query);

/** "why?" and "start over": about the thread, not about incidents. */
async function ofThread(
  parts: Dependencies,
  said: 'why' | 'over',
  question: Omit<Question, 'text'>,
  { language, state: memory }: DialogueContext,
): Promise<Answer> {
  if (said === 'over') {
    for (const thread of threadsOf(question)) await parts.conversations.forget(thread);
    return composeReset(language);
  }
  return composeWhy(memory?.why || (await whyLastTold(parts, question, language)), language);
}

/** Of the last alert that the channel had. */
async function whyLastTold(
  { notificationLog: ledger, subscriptions, incidents }: Dependencies,
  { channel }: Omit<Question, 'text'>,
  language: Language,
) {
  const last = await ledger.last({ platform: channel.platform, channel: channel.id });
  const known = await subscriptions.byId();
  const asked = last?.subscriptions.flatMap((id) => known.get(id) ?? []) ?? [];
  if (!last || asked.length === 0) return undefined;
  const record = await incidents.get(last.incident);
  return explainAlert(messagesFor(language), asked, record?.kind === 'incident' ? [record] : []);
}
