import type { Incident } from '../incidents/incident.ts';
import type { Query } from '../incidents/query.ts';
import type { AnswerAction, Part } from './document/answer.ts';
import type { AnswerBody } from './document/answer-body.ts';
import type { AnswerContext } from './document/answer-context.ts';
import { messagesFor } from './messages/localize.ts';
import { rowFrom, tollAndSource } from './messages/row.ts';

/** More than these are counted, and shown when somebody asks for them. */
const fewest = 3;

/** Incidents as lines; what the question has named is not said again. */
export const rows = ({ language, query }: AnswerContext, incidents: readonly Incident[]): Part[] =>
  incidents.map((i) => ({ kind: 'row', row: rowFrom(messagesFor(language).row, i, query.filter) }));

/** The whole record of an incident. */
export const details = ({ language }: AnswerContext, { id }: Incident): AnswerAction => ({
  label: messagesFor(language).steps.details,
  action: { run: 'show', options: { id } },
});

/** To the page after and the page before. */
function pages({ query, result, language }: AnswerContext): AnswerAction[] {
  const { steps } = messagesFor(language);
  const at = (offset: number) => ({ page: { ...query, offset } });
  const next = query.offset + result.incidents.length;
  return [
    ...(result.total > next ? [{ label: steps.more, action: at(query.offset + query.limit) }] : []),
    ...(query.offset > 0 ? [{ label: steps.back, action: at(Math.max(0, query.offset - query.limit)) }] : []),
  ];
}

/** A list: a line for each incident of the page. */
export function list(context: AnswerContext): AnswerBody {
  const { incidents } = context.result;
  const [only, ...others] = incidents;
  return {
    parts: rows(context, incidents),
    next: [...pages(context), ...(only && others.length === 0 ? [details(context, only)] : [])],
  };
}

const listed = ({ filter, order, of }: Query): Query => ({
  measure: 'list',
  of: 'incidents',
  order: of === 'incidents' ? order : 'deadliest',
  limit: 5,
  offset: 0,
  filter,
});

/** A figure: its incidents where they are few, else a step that shows them. */
export function figure(context: AnswerContext): AnswerBody {
  const { query, result, language } = context;
  if (result.total <= fewest && result.incidents.length === result.total)
    return list({ ...context, query: listed(query) });
  const { show } = messagesFor(language).steps;
  return { parts: [], next: [{ label: show, action: { find: listed(query) } }] };
}

/** The first or the last incident, which the sentence names, or both. */
export function ends(context: AnswerContext): AnswerBody {
  const { incidents } = context.result;
  const [only, ...others] = incidents;
  if (!only || others.length) return { parts: rows(context, incidents) };
  const text = tollAndSource(messagesFor(context.language).row, only);
  return {
    parts: text ? [{ kind: 'text', text }] : [],
    next: [details(context, only)],
    sources: only.reports.map(citation),
  };
}

const citation = ({ publisher, url }: Incident['reports'][number]) => ({ words: publisher, ...(url ? { url } : {}) });
