import { comparesSides } from '../incidents/difference.ts';
import { isUncounted } from '../incidents/quantities.ts';
import type { Query } from '../incidents/query.ts';
import { caveatOf, composeBeyond, isBeyond } from './beyond-answer.ts';
import { composeChangeLog } from './change-log-answer.ts';
import { bounded, choosing } from './clarification.ts';
import { describe } from './detail-answer.ts';
import type { Answer, AnswerAction, AnswerSubject } from './document/answer.ts';
import type { AnswerBody } from './document/answer-body.ts';
import type { AnswerContext } from './document/answer-context.ts';
import { textOf } from './document/plain-text.ts';
import { documentOf } from './document/to-json.ts';
import { workedOut } from './figure-answers.ts';
import { compare, rank, trend } from './group-answers.ts';
import { composeList, end, noFigure, span, sum } from './list-answer.ts';
import { map } from './map-answer.ts';
import { clean, sentence } from './messages/english/text.ts';
import { catalogueFor, localize, localizeAction, localizeNotes, messagesFor } from './messages/localize.ts';
import { composeNoResults } from './no-results.ts';
import { notes } from './notes.ts';
import { timeline } from './timeline-answer.ts';

const ways: Record<Query['measure'], (told: AnswerContext) => AnswerBody> = {
  list: composeList,
  count: composeList,
  sum,
  trend,
  rank,
  compare,
  difference: workedOut,
  average: workedOut,
  share: workedOut,
  first: end,
  last: end,
  who: describe,
  describe,
  span,
  changes: composeChangeLog,
  map,
  timeline,
};

/** Has a map of its own, or cannot be shown on one. */
const drawn = new Set<Query['measure']>(['map', 'compare', 'difference', 'changes']);

/** Nothing to show, and nothing that stands beside it. */
const empty = ({ query, result, beyond }: AnswerContext) =>
  isBeyond({ beyond }) || (!comparesSides(query.measure) && query.measure !== 'changes' && result.total === 0);

function lead(told: AnswerContext): AnswerBody {
  if (isBeyond(told)) return composeBeyond(told);
  const { query, result } = told;
  if (result.groups && isUncounted(query.of, result.groups)) return { first: noFigure(told), parts: [] };
  if (!empty(told)) return ways[query.measure](told);
  const made = composeNoResults(told);
  const aggregate = result.aggregates.find((a) => a.count !== null);
  return aggregate
    ? {
        ...made,
        first: `${sentence(clean(aggregate.statement, 300))} That is a reported total, not a count of incidents. ${made.first}`,
      }
    : made;
}

const english = { map: 'Map', subscribe: 'Tell me about new ones', export: 'Export', why: 'Why?' };

const fromQuestion = ({ language, read, caveats }: AnswerContext) => ({
  language,
  read,
  ...(caveats?.length ? { caveats } : {}),
});

/** What may be done with an answer as a whole. */
function offered(told: AnswerContext, about: AnswerSubject, labels: typeof english): AnswerAction[] {
  const { query } = told;
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
  const wording = catalogueFor(language);
  const made = lead(told);
  const { first: answer, parts, next = [], sources } = wording ? localize(wording, told, made) : made;
  const caveat = caveatOf(told);
  const first = [caveat, answer].filter(Boolean).join(' ');
  const all = [...parts, ...(wording ? localizeNotes(wording, told) : notes(told))];
  const text = textOf(first, all);
  const own = next.map((step) => spoken(wording ? localizeAction(wording, told, step) : step, told));
  const { back } = messagesFor(wording && language);
  const others = told.alternatives.map((choice): AnswerAction => {
    return { label: back.instead(bounded(choice.means)), action: choosing(choice, language) };
  });
  return {
    text,
    parts: [{ kind: 'text', text: first }, ...all],
    audience: 'everyone',
    next: [...[...own, ...others].slice(0, 3), ...offered(told, about, wording?.steps ?? english)],
    sources: sources ?? parts.flatMap((p) => (p.kind === 'incident' ? p.card.sources : [])),
    data: documentOf(told, { text, caveat }),
  };
}
