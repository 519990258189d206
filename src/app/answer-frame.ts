import { composeUnclear } from '../answers/clarification.ts';
import type { Answer } from '../answers/document/answer.ts';
import { problemWords } from '../answers/frame-problem.ts';
import { filterText } from '../answers/messages/english/filter.ts';
import { composeUsage } from '../answers/replies.ts';
import { loadDialogueContext } from '../conversations/dialogue-context.ts';
import type { EntityLookup } from '../frames/build-places.ts';
import { buildQuery } from '../frames/build-query.ts';
import type { Frame } from '../frames/frame.ts';
import { type FrameChoice, type LinkedFrame, linkNames } from '../frames/link-names.ts';
import type { Entity } from '../frames/link-result.ts';
import { periodsOf } from '../incidents/periods.ts';
import type { Question } from '../kernel/question.ts';
import type { ClarificationChoice } from '../reading/parse-result.ts';
import type { Reading } from '../reading/span.ts';
import { answerQuery } from './answer-question.ts';
import type { Dependencies } from './ports.ts';
import { asParsedQuery } from './run-query.ts';

/** Answers a frame whose entities are names or keys: links them, asks back if one is ambiguous or unknown, runs the query. Errors are not caught. */
export async function answerFrame(deps: Dependencies, frame: Frame, question: Omit<Question, 'text'>): Promise<Answer> {
  deps.names.setVocabulary(await deps.incidents.vocabulary());
  const { language } = await loadDialogueContext(deps, question);
  const linked = linkNames(frame, deps.names);
  if (linked.kind === 'problem') return composeUsage(problemWords(linked.problem));
  if (linked.kind !== 'frame') {
    const ask = linked.kind === 'which' ? { kind: 'which' as const } : { kind: 'unknown' as const, name: linked.said };
    const choices = choicesOf(linked.choices, deps, linked.said);
    return composeUnclear({ kind: 'unclear', ask, choices, readings: [], unread: [] }, language);
  }
  const built = buildQuery(linked.frame, deps.names);
  if ('problem' in built) return composeUsage(problemWords(built.problem));
  const parsed = {
    ...asParsedQuery(built.query),
    readings: readingsOf(linked),
    assumed: linked.assumed.map((name) => ({ kind: 'name' as const, ...name })),
    alternatives: choicesOf(linked.alternatives, deps),
  };
  return answerQuery(deps, parsed, question, language);
}

/** Choices in words and as queries, without those that make no valid query; `name`: the name as written that is being asked about. */
const choicesOf = (
  choices: readonly FrameChoice[],
  { names }: Pick<Dependencies, 'names'>,
  name?: string,
): ClarificationChoice[] =>
  choices.flatMap(({ means, frame, open }) => {
    const built = buildQuery(frame, open ? withUnlinked(names) : names);
    if ('problem' in built) return [];
    const readings = [toReading(means.kind, name ?? means.name, { candidates: [means] })];
    const choice = { means: toMeaning(means), question: filterText(built.query.filter), frame, readings };
    return [open ? choice : { ...choice, query: built.query }];
  });

/** Names that are not linked yet stand for themselves, so that a choice among others can be put into words. */
function withUnlinked(names: EntityLookup): EntityLookup {
  const own = (name: string) => ({ key: name, name, dataNames: [name], incidents: 0, score: 0, matched: name });
  return {
    place: (key) => names.place(key) ?? { ...own(key), level: 'town', countries: [], population: 0, lat: 0, lon: 0 },
    actor: (key) => names.actor(key) ?? { ...own(key), factions: [] },
  };
}

function toMeaning({ key: _, ...means }: Entity): ClarificationChoice['means'] {
  return means;
}

const toReading = (facet: string, words: string, value: unknown): Reading => {
  return { facet, words, value, start: 0, end: 0, score: 1 };
};

/** The slots of a frame as readings, for the explanation of the answer. */
function readingsOf({ frame, names }: Extract<LinkedFrame, { kind: 'frame' }>): Reading[] {
  const { eventTypes = [], text } = frame;
  return [
    ...names.map(({ said, means }) => toReading(means.kind, said, { candidates: [means] })),
    ...eventTypes.map((id) => toReading('eventType', id, id)),
    ...(text === undefined ? [] : [toReading('text', text, text)]),
    ...(periodsOf(frame) ?? []).map((period) =>
      toReading('period', [period.start, period.end].map((day) => day ?? '…').join('/'), period),
    ),
  ];
}
