import { isUncounted } from '../incidents/quantities.ts';
import type { Query } from '../incidents/query.ts';
import type { Language } from '../kernel/language.ts';
import type { Clarification, ClarificationChoice, ParseResult } from '../reading/parse-result.ts';
import type { SmallTalk } from '../reading/small-talk.ts';
import type { AnswerContext } from './answer-context.ts';
import { composeChangeLog } from './change-log-answer.ts';
import { describe } from './detail-answer.ts';
import type { Answer, AnswerAction } from './document/answer.ts';
import type { AnswerBody } from './document/answer-body.ts';
import { textOf } from './document/plain-text.ts';
import { documentOf } from './document/to-json.ts';
import { compare, rank, trend } from './group-answers.ts';
import { composeList, end, noFigure, span, sum } from './list-answer.ts';
import { map } from './map-answer.ts';
import type { Messages } from './messages/catalogue.ts';
import { clean, sentence } from './messages/english/text.ts';
import {
  catalogueFor,
  localize,
  localizeAction,
  localizeNotes,
  messagesFor,
  messagesForLocale,
} from './messages/localize.ts';
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
const drawn = new Set<Query['measure']>(['map', 'compare', 'changes']);

/** Nothing to show, and nothing that stands beside it. */
const empty = ({ query, result }: AnswerContext) =>
  query.measure !== 'compare' && query.measure !== 'changes' && result.total === 0;

function lead(told: AnswerContext): AnswerBody {
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

/** What can stand may be subscribed to: the last question of the thread. */
const standing = ({ query }: AnswerContext): AnswerAction[] =>
  query.measure === 'compare' || query.measure === 'changes' || query.filter.ids || query.filter.asOf
    ? []
    : [{ label: 'Tell me about new ones', action: { run: 'subscribe', options: {} } }];

/** What was found may be had as a file. */
const exporting = (told: AnswerContext): AnswerAction[] =>
  empty(told) || told.query.measure === 'changes'
    ? []
    : [{ label: 'Export', action: { export: { ...told.query, offset: 0 }, as: 'csv' } }];

/** Where there are places to draw; a map has its own already. */
const onMap = (told: AnswerContext): AnswerAction[] =>
  !drawn.has(told.query.measure) && !empty(told)
    ? [{ label: 'Map', action: { find: { ...told.query, measure: 'map', offset: 0 } } }]
    : [];

const why: AnswerAction = { label: 'Why?', action: { ask: 'why?' } };

/** The answer to a query, in words and parts: the first sentence answers, the small print says how and what not. */
export function compose(told: AnswerContext): Answer {
  const wording = catalogueFor(told.language);
  const made = lead(told);
  const { first, parts, next = [], sources } = wording ? localize(wording, told, made) : made;
  const all = [...parts, ...(wording ? localizeNotes(wording, told) : notes(told))];
  const text = textOf(first, all);
  const steps: AnswerAction[] = [
    ...next,
    ...told.alternatives.map((c) => ({
      label: messagesFor(wording && told.language).back.instead(bounded(c.means)),
      action: { ask: c.question },
    })),
  ];
  const offered = [...steps.slice(0, 3), ...onMap(told), ...standing(told), ...exporting(told), why];
  return {
    text,
    parts: [{ kind: 'text', text: first }, ...all],
    audience: 'everyone',
    next: wording ? offered.map((step) => localizeAction(wording, told, step)) : offered,
    sources: sources ?? parts.flatMap((p) => (p.kind === 'incident' ? p.card.sources : [])),
    data: documentOf(told, text),
  };
}

const plain = (text: string, data: Answer['data'], next: AnswerAction[] = []): Answer => ({
  text,
  parts: [{ kind: 'text', text }],
  audience: 'everyone',
  next,
  sources: [],
  ...(data ? { data } : {}),
});

/** A name from the data, bounded. */
const bounded = (means: ClarificationChoice['means']): ClarificationChoice['means'] =>
  means.kind === 'day' ? means : { ...means, name: clean(means.name, 60) };

/** One question back, with what may be chosen. */
export function composeUnclear(
  { ask, choices: told }: Extract<ParseResult, { kind: 'unclear' }>,
  language?: Language,
): Answer {
  const w = messagesFor(language);
  const choices = told.map(({ means, question }) => ({ label: w.back.choice(bounded(means)), question }));
  const labels = choices.map((c) => c.label);
  const text = [asked(w, ask, labels), ...labels.map((label, i) => `${i + 1}. ${label}`)].join('\n');
  const steps = choices.map(({ label, question }) => ({ label, action: { ask: question, language } }));
  return plain(text, { status: 'unclear', choices, text }, steps);
}

function asked({ back, list: listed }: Messages, ask: Clarification, labels: readonly string[]): string {
  const either = listed(labels, 'or');
  switch (ask.kind) {
    case 'which':
      return back.which(either);
    case 'unknown':
      return back.unknown(clean(ask.name, 80), either || undefined);
    case 'change':
      return back.change;
    case 'nth':
      return back.nth(ask.shown);
    default:
      return back[ask.kind](clean(ask.said, 80));
  }
}

export function composeDeclined({ why }: Extract<ParseResult, { kind: 'declined' }>, language?: Language): Answer {
  const text = messagesFor(language).back.declined(why);
  return plain(text, { status: 'declined', text });
}

const failed = (text: string): Answer => ({
  ...plain(text, { status: 'declined', text }),
  audience: 'asker',
  failed: 1,
});

/** Something went wrong inside: what happened, what to do, and a reference to find it in the log. */
export const composeFailed = (reference: string, locale?: string): Answer =>
  failed(messagesForLocale(locale).back.failed(reference));

/** The database was asked for too much at once. */
export const composeTooSlow = (locale?: string): Answer => failed(messagesForLocale(locale).back.tooSlow);

/** A question of so many characters is not read. */
export const composeTooLong = (length: number, most: number, locale?: string): Answer =>
  composeUsage(messagesForLocale(locale).back.tooLong(length, most));

/** The thread's subject is left behind. */
export const composeReset = (language: Language): Answer => composeText(messagesFor(language).back.over);

/** "why?" where there is nothing to explain. */
export const composeUnexplained = (language: Language): Answer =>
  composeText(messagesFor(language).back.nothingToExplain);

/** A greeting is answered with one, which is no answer of the data. */
export function composeTalk(talk: SmallTalk, language: Language): Answer {
  const text = messagesFor(language).back.talk[talk];
  return plain(text, { status: talk === 'counting' ? 'answered' : 'declined', text });
}

/** Words about the conversation itself. */
export const composeText = (text: string): Answer => plain(text, { status: 'answered', text });

/** It was used wrongly: what was wrong and how it is meant. */
export function composeUsage(words: string): Answer {
  return { ...plain(words, { status: 'declined', text: words }), audience: 'asker', failed: 2 };
}
