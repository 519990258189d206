import type { Answer } from '../answers/document/answer.ts';
import { composeRecord } from '../answers/record-answer.ts';
import { answerStory, composeStory } from '../answers/story/compose-story.ts';
import { parseQuestion, type QuestionContext } from '../conversations/dialogue-context.ts';
import { askOf } from '../evidence/ask.ts';
import type { IndexedStory } from '../evidence/find-story.ts';
import { developmentAsked, totalAsked } from '../evidence/find-total.ts';
import { statementsOf } from '../evidence/statements.ts';
import type { Query } from '../incidents/query.ts';
import type { Question } from '../kernel/question.ts';
import { type DialogueState, kept } from '../reading/dialogue-state.ts';
import type { ParseResult } from '../reading/parse-result.ts';
import type { Dependencies } from './ports.ts';
import { asParsedQuery, runQuery } from './run-query.ts';
import { type Asked, indexOf, subjectOf, threadIncident } from './story-subject.ts';

const describing = (id: string, meant: ParseResult): Query => ({
  measure: 'describe',
  of: 'incidents',
  filter: { ids: [id] },
  order: 'newest',
  limit: 5,
  offset: 0,
  ...(meant.kind === 'query' && meant.query.about ? { about: meant.query.about } : {}),
});

/** Of several stories, the first that the question finds by what the reader read of it: days, kinds, parties. */
async function firstOf(
  { incidents }: Dependencies,
  tied: readonly IndexedStory[],
  alone: ParseResult,
): Promise<IndexedStory | undefined> {
  if (alone.kind !== 'query') return undefined;
  const found = await incidents.find({ ...alone.query, measure: 'list', limit: 5, offset: 0 });
  const first = found.incidents.find(({ id }) => tied.some((s) => s.incident.id === id));
  return tied.find((s) => s.incident.id === first?.id);
}

/** The story that is the only incident which the reader's own query finds, where that asks about one. */
async function onlyOne(
  { incidents }: Dependencies,
  stories: readonly IndexedStory[],
  meant: ParseResult,
): Promise<IndexedStory | undefined> {
  if (meant.kind !== 'query' || meant.second || (meant.query.measure !== 'who' && meant.query.measure !== 'describe'))
    return undefined;
  const found = await incidents.find({ ...meant.query, measure: 'list', limit: 2, offset: 0 });
  return found.total === 1 ? stories.find(({ incident }) => incident.id === found.incidents[0]?.id) : undefined;
}

/**
 * The answer to a question about one incident, told from what its record says and who says it; undefined where the
 * question is about none, or about many.
 */
export async function answerFromStory(
  deps: Dependencies,
  question: Question,
  context: QuestionContext,
  meant: ParseResult,
): Promise<{ answer: Answer; state?: DialogueState } | undefined> {
  const { normalized, state } = context;
  if (normalized.language !== 'en' || normalized.reworded) return undefined;
  const records = await deps.incidents.stories();
  const stories = indexOf(records);
  if (stories.length === 0 && state?.ids.length !== 1) return undefined;
  const text = normalized.pivot.text;
  const total = meant.kind === 'query' ? totalAsked(text, records) : undefined;
  if (total) return { answer: composeRecord(total, 'en') };
  const alone = state ? parseQuestion(deps.names, question, { ...context, state: undefined }) : meant;
  const asked: Asked = { question: text, alone, meant, state };
  const crowded = (await deps.incidents.coverage()).incidents > 20 * stories.length;
  const subject = subjectOf(asked, stories, crowded);
  const tied = subject && 'tied' in subject ? await firstOf(deps, subject.tied, alone) : subject?.story;
  const story = tied ?? (await threadIncident(deps, asked)) ?? (await onlyOne(deps, stories, meant));
  if (!story) {
    const development = meant.kind === 'query' ? undefined : developmentAsked(text, records);
    return development && { answer: composeRecord(development, 'en') };
  }
  const statements = statementsOf(story);
  const lines = answerStory(story, askOf(text, story, statements), statements);
  const query = describing(story.incident.id, meant);
  const told = await runQuery(deps.incidents, asParsedQuery(query));
  const known = state?.ids.length === 1 && state.ids[0] === story.incident.id;
  const answer = composeStory(told, story, lines, known ? state.why : undefined);
  return { answer, state: { ...kept(query, told.result, state), why: answer.text } };
}
