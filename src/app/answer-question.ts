import { explainAlert } from '../answers/alert-reason.ts';
import { composeUnclear } from '../answers/clarification.ts';
import { compose } from '../answers/compose.ts';
import type { Answer } from '../answers/document/answer.ts';
import { explain, readWords } from '../answers/explain-query.ts';
import { noAnswerYet } from '../answers/export-answer.ts';
import { messagesFor } from '../answers/messages/localize.ts';
import { composeDeclined, composeReset, composeTalk, composeWhy } from '../answers/replies.ts';
import { composeBoth } from '../answers/two-answers.ts';
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
import { type DialogueState, kept } from '../reading/dialogue-state.ts';
import { readExportIntent } from '../reading/export-intent.ts';
import { readLanguageIntent } from '../reading/languages/language-intent.ts';
import { readSmallTalk } from '../reading/small-talk.ts';
import { readThreadIntent } from '../reading/thread-intent.ts';
import { answerFromStory } from './answer-from-story.ts';
import type { Dependencies } from './ports.ts';
import { asParsedQuery, exportQuery, type ParsedQuery, runQuery } from './run-query.ts';

/** Answers a question in words: small talk, what concerns the thread, an export or a query, in this order. Errors are not caught. */
export async function answerQuestion(deps: Dependencies, question: Question): Promise<Answer> {
  const context = await loadQuestionContext(deps, question);
  const { normalized, language, state } = context;
  const { pivot } = normalized;
  const talk = readSmallTalk(pivot.text);
  if (talk) return composeTalk(talk, language);
  const threadIntent = threadsOf(question).length ? readThreadIntent(pivot.text) : undefined;
  if (threadIntent) return answerThreadIntent(deps, threadIntent, question, context);
  const otherLanguage = state && readLanguageIntent(pivot.said);
  if (otherLanguage) return answerQuery(deps, asParsedQuery(state.query, state), question, otherLanguage, state);
  const exportIntent = readExportIntent(pivot.text);
  if (exportIntent?.question === '') {
    if (!state) return noAnswerYet();
    return exportQuery(
      deps.incidents,
      asParsedQuery(state.query, state),
      { as: exportIntent.as, why: state.why },
      question.askedAt,
    );
  }
  const toParse = exportIntent ? withText(normalized, exportIntent.question) : normalized;
  const understood = parseQuestion(deps.names, question, { ...context, normalized: toParse });
  const fromStory = exportIntent ? undefined : await answerFromStory(deps, question, context, understood);
  if (fromStory) {
    if (fromStory.state) await resume(deps, fromStory.state, question);
    return fromStory.answer;
  }
  if (understood.kind === 'declined') return composeDeclined(understood, language);
  if (understood.kind === 'unclear') return composeUnclear(understood, language);
  return exportIntent
    ? exportQuery(deps.incidents, understood, { as: exportIntent.as }, question.askedAt)
    : answerQuery(deps, understood, question, language, state);
}

/** The question normalised, with its dialogue state and the current vocabulary, which the entity linker learns first. Throws TooLong. */
export async function loadQuestionContext(deps: Dependencies, question: Question): Promise<QuestionContext> {
  const vocabulary = await deps.incidents.vocabulary();
  deps.names.setVocabulary(vocabulary);
  return { ...(await loadDialogueContext(deps, question, question.text)), vocabulary };
}

/**
 * Runs a parsed query, stores it as the thread's dialogue state and composes the answer; so too a second query in the
 * same words, which the thread goes on from. `last`: the state before it.
 */
export async function answerQuery(
  deps: Dependencies,
  meaning: ParsedQuery,
  question: Omit<Question, 'text'>,
  language: Language,
  last?: DialogueState,
): Promise<Answer> {
  const first = await runAndExplain(deps, meaning, language, last);
  if (!meaning.second) {
    await resume(deps, first.state, question);
    return first.answer;
  }
  const second = await runAndExplain(deps, meaning.second, language, first.state);
  const state = stateAfterBoth(first.state, second.state);
  await resume(deps, state, question);
  return composeBoth([first.answer, second.answer], subjectOf(state));
}

/** The answer to one query, and the dialogue state that it leaves. */
async function runAndExplain(
  { incidents }: Dependencies,
  meaning: ParsedQuery,
  language: Language,
  last: DialogueState | undefined,
): Promise<{ answer: Answer; state: DialogueState }> {
  const read = readWords(meaning.readings, language) ?? meaning.read;
  const context = { ...(await runQuery(incidents, meaning)), language, read, before: last?.why };
  const { query, result } = context;
  const state = { ...kept(query, result, last), why: explain(context), language, caveats: meaning.caveats };
  return { answer: compose(context, subjectOf(state)), state };
}

/** The thread goes on from the second query, and from the incidents that were shown last. */
const stateAfterBoth = (first: DialogueState, second: DialogueState): DialogueState => ({
  ...second,
  ...(second.ids.length ? {} : { ids: first.ids, when: first.when }),
  why: `${first.why}\n\n${second.why}`,
});

/** What a step goes back to: not what the thread was about before. */
const subjectOf = ({ earlier: _, ...state }: DialogueState): DialogueState => state;

/** Stores the dialogue state for the thread and for the one it was started in. */
export async function resume(
  { conversations }: Pick<Dependencies, 'conversations'>,
  { query, ids, before, listed, groups, when, earlier, why, language, caveats }: DialogueState,
  question: ThreadRef,
): Promise<void> {
  const state = { query, ids, before, listed, groups, when, earlier, why, language, caveats };
  for (const thread of threadsOf(question)) await conversations.remember(thread, state, question.askedAt.getTime());
}

/** Answers "why?" and "start over", which are about the thread and not about incidents. */
async function answerThreadIntent(
  deps: Dependencies,
  intent: 'why' | 'over',
  question: Omit<Question, 'text'>,
  { language, state }: DialogueContext,
): Promise<Answer> {
  if (intent === 'over') {
    for (const thread of threadsOf(question)) await deps.conversations.forget(thread);
    return composeReset(language);
  }
  return composeWhy(state?.why || (await reasonForLastAlert(deps, question, language)), language);
}

/** Why the channel's last alert was sent; undefined if there was none. */
async function reasonForLastAlert(
  { notificationLog, subscriptions, incidents }: Dependencies,
  { channel }: Omit<Question, 'text'>,
  language: Language,
) {
  const last = await notificationLog.last({ platform: channel.platform, channel: channel.id });
  const subscriptionsById = await subscriptions.byId();
  const matched = last?.subscriptions.flatMap((id) => subscriptionsById.get(id) ?? []) ?? [];
  if (!last || matched.length === 0) return undefined;
  const record = await incidents.get(last.incident);
  return explainAlert(messagesFor(language), matched, record?.kind === 'incident' ? [record] : []);
}
