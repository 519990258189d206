import { composeUnclear, composeUsage } from '../answers/compose.ts';
import type { Answer } from '../answers/document/answer.ts';
import { problemWords } from '../answers/frame-problem.ts';
import { filterText } from '../answers/messages/english/filter.ts';
import { loadDialogueContext } from '../conversations/dialogue-context.ts';
import { buildQuery } from '../frames/build-query.ts';
import type { Entities } from '../frames/building.ts';
import type { Frame } from '../frames/frame.ts';
import type { Meant } from '../frames/link.ts';
import { type FrameChoice, type Linked, linkNames } from '../frames/link-names.ts';
import type { Question } from '../kernel/question.ts';
import type { ClarificationChoice } from '../reading/parse-result.ts';
import type { Reading } from '../reading/span.ts';
import { answerQuery } from './answer-question.ts';
import type { Dependencies } from './ports.ts';
import { asParsedQuery } from './run-query.ts';

/** Answers a question that was asked as a frame, with names or keys in it; nothing that it may fail with is caught. */
export async function answerFrame(
  parts: Dependencies,
  frame: Frame,
  question: Omit<Question, 'text'>,
): Promise<Answer> {
  parts.names.setVocabulary(await parts.incidents.vocabulary());
  const { language } = await loadDialogueContext(parts, question);
  const linked = linkNames(frame, parts.names);
  if (linked.kind === 'problem') return composeUsage(problemWords(linked.problem));
  if (linked.kind !== 'frame') {
    const ask = linked.kind === 'which' ? { kind: 'which' as const } : { kind: 'unknown' as const, name: linked.said };
    const choices = choicesOf(linked.choices, parts, linked.said);
    return composeUnclear({ kind: 'unclear', ask, choices, readings: [], unread: [] }, language);
  }
  const built = buildQuery(linked.frame, parts.names);
  if ('problem' in built) return composeUsage(problemWords(built.problem));
  const meaning = {
    ...asParsedQuery(built.query),
    readings: readingsOf(linked),
    assumed: linked.assumed.map((name) => ({ kind: 'name' as const, ...name })),
    alternatives: choicesOf(linked.alternatives, parts),
  };
  return answerQuery(parts, meaning, question, language);
}

/** Choices with what each would be told as; `said`: the name that one is chosen for. */
const choicesOf = (
  choices: readonly FrameChoice[],
  { names }: Pick<Dependencies, 'names'>,
  said?: string,
): ClarificationChoice[] =>
  choices.flatMap(({ means, frame, open }) => {
    const built = buildQuery(frame, open ? withUnlinked(names) : names);
    if ('problem' in built) return [];
    const readings = [reading(means.kind, said ?? means.name, { candidates: [means] })];
    const choice = { means: shown(means), question: filterText(built.query.filter), frame, readings };
    return [open ? choice : { ...choice, query: built.query }];
  });

/** Names that are not linked yet stand for themselves, so that a choice among others can be put into words. */
function withUnlinked(names: Entities): Entities {
  const own = (name: string) => ({ key: name, name, dataNames: [name], incidents: 0, score: 0, matched: name });
  return {
    place: (key) => names.place(key) ?? { ...own(key), level: 'town', countries: [], population: 0, lat: 0, lon: 0 },
    actor: (key) => names.actor(key) ?? { ...own(key), factions: [] },
  };
}

function shown({ key: _, ...means }: Meant): ClarificationChoice['means'] {
  return means;
}

const reading = (facet: string, words: string, value: unknown): Reading => {
  return { facet, words, value, start: 0, end: 0, score: 1 };
};

/** What was given, as an explanation tells it. */
function readingsOf({ frame, names }: Extract<Linked, { kind: 'frame' }>): Reading[] {
  const { period, eventTypes = [], text } = frame;
  return [
    ...names.map(({ said, means }) => reading(means.kind, said, { candidates: [means] })),
    ...eventTypes.map((id) => reading('eventType', id, id)),
    ...(text === undefined ? [] : [reading('text', text, text)]),
    ...(period ? [reading('period', [period.start, period.end].map((day) => day ?? '…').join('/'), period)] : []),
  ];
}
