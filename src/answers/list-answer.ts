import type { Query } from '../incidents/query.ts';
import type { AnswerAction } from './document/answer.ts';
import type { AnswerBody } from './document/answer-body.ts';
import type { AnswerContext } from './document/answer-context.ts';
import { cardOf, title } from './messages/english/card.ts';
import { when } from './messages/english/dates.ts';
import { around, counted, shortKinds } from './messages/english/filter.ts';
import { englishScope } from './messages/english/scope.ts';
import { capital, list, number, plural, sentence } from './messages/english/text.ts';
import { ownWords } from './messages/scope.ts';

const cards = ({ result }: AnswerContext): AnswerBody['parts'] =>
  result.incidents.map((i) => ({ kind: 'incident', card: cardOf(i) }));

/** A list or a count: how many, then the shown ones. */
export function composeList(context: AnswerContext): AnswerBody {
  const { query, result } = context;
  const shown = result.incidents.length;
  const how =
    query.order === 'deadliest'
      ? 'deadliest'
      : query.order === 'oldest'
        ? 'earliest'
        : query.order === 'relevance'
          ? 'best matching'
          : 'latest';
  const some = query.offset
    ? ` ${shown === 1 ? 'Number' : `Numbers ${number(query.offset + 1)} to`} ${number(query.offset + shown)}, ${how} first:`
    : ` The ${shown === 1 ? how : `${how} ${number(shown)}`}:`;
  const rest = result.total > shown && shown > 0 ? some : '';
  return {
    first: `${sentence(counted(query.filter, result.total))}${rest}`,
    parts: cards(context),
    next: query.measure === 'list' ? pages(query, result.total, shown) : [],
  };
}

/** To the page after and the page before. */
function pages(query: Query, total: number, shown: number): AnswerAction[] {
  const at = (offset: number) => ({ page: { ...query, offset } });
  return [
    ...(total > query.offset + shown ? [{ label: 'More', action: at(query.offset + query.limit) }] : []),
    ...(query.offset > 0 ? [{ label: 'Back', action: at(Math.max(0, query.offset - query.limit)) }] : []),
  ];
}

/** The first or the last one. */
export function end(context: AnswerContext): AnswerBody {
  const { query, result } = context;
  const [incident] = result.incidents;
  if (!incident) return composeList(context);
  const which = query.measure === 'first' ? 'first' : 'latest';
  return {
    first: `The ${which} of ${plural(result.total, shortKinds(query.filter, 1), shortKinds(query.filter, 2))}${space(around(query.filter))}: ${title(incident)}, ${when(incident.when)}.`,
    parts: cards(context),
  };
}

const space = (text: string) => (text ? ` ${text}` : '');

const verbs = {
  killed: 'killed',
  'civilians killed': 'killed',
  wounded: 'wounded',
  abducted: 'abducted',
  arrested: 'arrested',
  incidents: 'killed',
};

/** The sentence for totals of which no source gives a figure. */
export const noFigure = ({ query, result }: AnswerContext): string =>
  `No source gives a number of ${query.of === 'civilians killed' ? 'civilians' : 'people'} ${verbs[query.of]} for the ${plural(result.total, shortKinds(query.filter, 1), shortKinds(query.filter, 2))}${space(around(query.filter))}.`;

/** How many incidents have no figure, as a sentence that follows another; empty when none. */
export const withoutFigure = ({ result }: AnswerContext): string =>
  result.withoutFigure
    ? ` For ${plural(result.withoutFigure, 'more incident', 'more incidents')} no source gives a number.`
    : '';

/** Deaths and other tolls, with the range and what has no figure. */
export function sum(context: AnswerContext): AnswerBody {
  const { query, result } = context;
  const [value, low, high] = [result.value ?? 0, result.low ?? 0, result.high ?? 0];
  const who = query.of === 'civilians killed' ? plural(value, 'civilian') : plural(value, 'person', 'people');
  const range =
    query.of === 'killed' && (low !== value || high !== value)
      ? ` (best estimate; ${number(low)} to ${number(high)})`
      : '';
  const known = result.total - result.withoutFigure;
  if (query.lost && result.value != null)
    return {
      first: `${englishScope.lost(query.lost, value, known, query.filter)}${withoutFigure(context)}`,
      parts: cards(context),
    };
  if (known === 0 && result.total > 0) return { first: noFigure(context), parts: cards(context) };
  const without = withoutFigure(context);
  return {
    first: `${who} ${value === 1 ? 'was' : 'were'} ${verbs[query.of]}${range} in ${plural(known, shortKinds(query.filter, 1), shortKinds(query.filter, 2))}${space(around(query.filter))}.${ownWords(englishScope, context)}${without}${result.total > result.incidents.length ? ` The deadliest ${number(result.incidents.length)}:` : ''}`,
    parts: cards(context),
  };
}

/** The days between the first and the last incident. */
export function span(context: AnswerContext): AnswerBody {
  const { result, query } = context;
  const [a, b] = result.incidents;
  if (!a || !b) return composeList(context);
  return {
    first: `${capital(plural(result.value ?? 0, 'day'))} lie between the first and the last ${list([shortKinds(query.filter, 2)])}${space(around(query.filter))}: ${when(a.when)} and ${when(b.when)}.`,
    parts: cards(context),
  };
}
