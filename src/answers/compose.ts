import { comparesSides } from '../incidents/difference.ts';
import { isUncounted } from '../incidents/quantities.ts';
import type { Query } from '../incidents/query.ts';
import { caveatOf, composeBeyond, isBeyond } from './beyond-answer.ts';
import { composeChangeLog } from './change-log-answer.ts';
import { bounded, choosing } from './clarification.ts';
import { describe } from './detail-answer.ts';
import type { Answer, AnswerAction, AnswerSubject, Part } from './document/answer.ts';
import type { AnswerBody } from './document/answer-body.ts';
import type { AnswerContext } from './document/answer-context.ts';
import { sourcesOf, textOf } from './document/plain-text.ts';
import { documentOf } from './document/to-json.ts';
import { rank, sideBySide, trend } from './group-answers.ts';
import { ends, figure, list } from './list-answer.ts';
import { map } from './map-answer.ts';
import { isUntold } from './messages/figures.ts';
import { headlineFor } from './messages/headline.ts';
import { messagesFor } from './messages/localize.ts';
import { nothingFound } from './no-results.ts';
import { contextLine } from './notes.ts';
import { timeline } from './timeline-answer.ts';

const sentenceOnly = (): AnswerBody => ({ parts: [] });

/** What stands under the first sentence; some ways make that themselves. */
const ways: Record<Query['measure'], (told: AnswerContext) => AnswerBody> = {
  list,
  count: (told) => (told.query.by ? rank(told) : figure(told)),
  sum: figure,
  trend,
  rank,
  compare: sideBySide,
  difference: sideBySide,
  ratio: sideBySide,
  average: sentenceOnly,
  median: sentenceOnly,
  share: sentenceOnly,
  first: ends,
  last: ends,
  who: describe,
  describe,
  span: ends,
  changes: composeChangeLog,
  map,
  timeline,
};

/** Has a map of its own, or cannot be shown on one. */
const drawn = new Set<Query['measure']>(['map', 'compare', 'difference', 'ratio', 'changes']);

/** Nothing to show, and nothing that stands beside it. */
const empty = ({ query, result, beyond }: AnswerContext) =>
  isBeyond({ beyond }) || (!comparesSides(query.measure) && query.measure !== 'changes' && result.total === 0);

function body(told: AnswerContext): AnswerBody {
  const { query, result } = told;
  if (isBeyond(told)) return composeBeyond(told);
  if (isUntold(result) || (result.groups && isUncounted(query.of, result.groups))) return { parts: [] };
  return empty(told) ? nothingFound(told) : ways[query.measure](told);
}

const fromQuestion = ({ language, read, caveats }: AnswerContext) => ({
  language,
  read,
  ...(caveats?.length ? { caveats } : {}),
});

/** What may be done with an answer as a whole. */
function offered(told: AnswerContext, about: AnswerSubject): AnswerAction[] {
  const { query, language } = told;
  const { steps: labels } = messagesFor(language);
  const stands =
    !comparesSides(query.measure) && query.measure !== 'changes' && !query.filter.ids && !query.filter.asOf;
  const something = !empty(told);
  return [
    ...(something && !drawn.has(query.measure)
      ? [
          {
            label: labels.map,
            action: { find: { ...query, measure: 'map' as const, offset: 0 }, ...fromQuestion(told) },
          },
        ]
      : []),
    ...(stands ? [{ label: labels.subscribe, action: { run: 'subscribe', options: {}, about } }] : []),
    ...(something && query.measure !== 'changes'
      ? [{ label: labels.export, action: { export: { ...query, offset: 0 }, as: 'csv' as const, about } }]
      : []),
    { label: labels.why, action: { why: about } },
  ];
}

/** What is found by a step is told in the language of the answer it stands under, and knows how that was read. */
const spoken = (step: AnswerAction, told: AnswerContext): AnswerAction =>
  'find' in step.action || 'page' in step.action
    ? { ...step, action: { ...step.action, ...fromQuestion(told) } }
    : step;

/**
 * The answer to a query, in words and parts: the first sentence answers, the small print says how and what not. `about`:
 * what its steps go back to.
 */
export function compose(told: AnswerContext, about: AnswerSubject = { query: told.query, ids: [], why: '' }): Answer {
  const { language } = told;
  const { back } = messagesFor(language);
  const { first: answer = headlineFor(messagesFor(language), told), parts, next = [], sources } = body(told);
  const caveat = caveatOf(told);
  const first = [caveat, answer].filter(Boolean).join(' ');
  const all: Part[] = [...parts, { kind: 'note', text: contextLine(told) }];
  const text = textOf(first, all);
  const others = told.alternatives.map((choice): AnswerAction => {
    return { label: back.instead(bounded(choice.means)), action: choosing(choice, language) };
  });
  return {
    text,
    parts: [{ kind: 'text', text: first }, ...all],
    audience: 'everyone',
    next: [...[...next.map((step) => spoken(step, told)), ...others].slice(0, 3), ...offered(told, about)],
    sources: sources ?? sourcesOf(parts),
    data: documentOf(told, { text, caveat }),
  };
}
