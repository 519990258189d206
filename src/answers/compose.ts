import type { Query } from '../incidents/query.ts';
import type { Language } from '../understanding/languages/language.ts';
import type { Choice, Understood } from '../understanding/understood.ts';
import type { Answer, Step } from './answer.ts';
import { changed } from './changes.ts';
import { describe } from './describe.ts';
import { end, found, span, sum } from './found.ts';
import { compare, rank, trend } from './groups.ts';
import { notesIn, stepIn, translated, wordingFor, wordingOf } from './languages/translate.ts';
import { map } from './map.ts';
import { notes } from './notes.ts';
import { nothing } from './nothing.ts';
import { textOf } from './text.ts';
import { timeline } from './timeline.ts';
import { documentOf } from './to-document.ts';
import type { Composed, Told } from './told.ts';
import { clean, list, sentence } from './wording/words.ts';

const ways: Record<Query['measure'], (told: Told) => Composed> = {
  list: found,
  count: found,
  sum,
  trend,
  rank,
  compare,
  first: end,
  last: end,
  who: describe,
  describe,
  span,
  changes: changed,
  map,
  timeline,
};

/** Has a map of its own, or cannot be shown on one. */
const drawn = new Set<Query['measure']>(['map', 'compare', 'changes']);

/** Nothing to show, and nothing that stands beside it. */
const empty = ({ query, result }: Told) =>
  query.measure !== 'compare' && query.measure !== 'changes' && result.total === 0;

function lead(told: Told): Composed {
  if (!empty(told)) return ways[told.query.measure](told);
  const made = nothing(told);
  const aggregate = told.result.aggregates.find((a) => a.count !== null);
  return aggregate
    ? {
        ...made,
        first: `${sentence(clean(aggregate.statement, 300))} That is a reported total, not a count of incidents. ${made.first}`,
      }
    : made;
}

/** What can stand may be subscribed to: the last question of the thread. */
const standing = ({ query }: Told): Step[] =>
  query.measure === 'compare' || query.measure === 'changes' || query.filter.ids || query.filter.asOf
    ? []
    : [{ label: 'Tell me about new ones', does: { run: 'subscribe', options: {} } }];

/** What was found may be had as a file. */
const exporting = (told: Told): Step[] =>
  empty(told) || told.query.measure === 'changes'
    ? []
    : [{ label: 'Export', does: { export: { ...told.query, offset: 0 }, as: 'csv' } }];

/** Where there are places to draw; a map has its own already. */
const onMap = (told: Told): Step[] =>
  !drawn.has(told.query.measure) && !empty(told)
    ? [{ label: 'Map', does: { find: { ...told.query, measure: 'map', offset: 0 } } }]
    : [];

const why: Step = { label: 'Why?', does: { ask: 'why?' } };

/** The answer to a query, in words and parts: the first sentence answers, the small print says how and what not. */
export function compose(told: Told): Answer {
  const wording = wordingFor(told);
  const made = lead(told);
  const { first, parts, next = [], sources } = wording ? translated(wording, told, made) : made;
  const all = [...parts, ...(wording ? notesIn(wording, told) : notes(told))];
  const text = textOf(first, all);
  const steps: Step[] = [...next, ...told.alternatives.map((c) => ({ label: c.label, does: { ask: c.question } }))];
  const offered = [...steps.slice(0, 3), ...onMap(told), ...standing(told), ...exporting(told), why];
  return {
    text,
    parts: [{ kind: 'text', text: first }, ...all],
    audience: 'everyone',
    next: wording ? offered.map((step) => stepIn(wording, told, step)) : offered,
    sources: sources ?? parts.flatMap((p) => (p.kind === 'incident' ? p.card.sources : [])),
    data: documentOf(told, text),
  };
}

const plain = (text: string, data: Answer['data'], next: Step[] = []): Answer => ({
  text,
  parts: [{ kind: 'text', text }],
  audience: 'everyone',
  next,
  sources: [],
  ...(data ? { data } : {}),
});

/** One question back, with what may be chosen. */
export function composeUnclear(understood: Extract<Understood, { kind: 'unclear' }>): Answer {
  const { ask, choices } = understood;
  const text = [clean(ask, 500), ...choices.map((c, i) => `${i + 1}. ${clean(c.label, 100)}`)].join('\n');
  const steps = choices.map((c: Choice) => ({ label: clean(c.label, 75), does: { ask: c.question } }));
  return plain(text, { status: 'unclear', choices, text }, steps);
}

export function composeDeclined(
  { why, instead }: Extract<Understood, { kind: 'declined' }>,
  language?: Language,
): Answer {
  const wording = wordingOf(language);
  if (wording) return plain(wording.declined, { status: 'declined', text: wording.declined });
  const text = `${why} I can tell: ${list(
    instead.map((i) => i.charAt(0).toLowerCase() + i.slice(1)),
    'or',
  )}.`;
  return plain(text, { status: 'declined', text });
}

/** Something went wrong inside: what happened, what to do, and a reference to find it in the log. */
export function composeFailed(reference: string): Answer {
  const text = `I could not answer that just now. Please try again in a minute (ref ${reference}).`;
  return { ...plain(text, { status: 'declined', text }), audience: 'asker', failed: 1 };
}

/** The database was asked for too much at once. */
export function composeTooSlow(): Answer {
  const text =
    'That took the database too long, so I stopped it. Ask for a shorter period or fewer places, or once more in a minute.';
  return { ...plain(text, { status: 'declined', text }), audience: 'asker', failed: 1 };
}

/** Words about the conversation itself. */
export const composeSaid = (text: string): Answer => plain(text, { status: 'answered', text });

/** It was used wrongly: what was wrong and how it is meant. */
export function composeUsage(words: string): Answer {
  return { ...plain(words, { status: 'declined', text: words }), audience: 'asker', failed: 2 };
}
