import { buildQuery } from '../frames/build-query.ts';
import type { Frame } from '../frames/frame.ts';
import { type Filter, query as querySchema } from '../incidents/query.ts';
import { nthShown, withoutReset } from '../reading/dialogue-state.ts';
import { corrected, dropped, kindMeant, without } from '../reading/edit-last.ts';
import { withKind } from '../reading/other-level.ts';
import type { ClarificationChoice, ParseResult } from '../reading/parse-result.ts';
import { governmentOf } from '../reading/readers/demonyms.ts';
import { withoutCourtesy } from '../reading/strip-politeness.ts';
import { tidy } from '../reading/text.ts';
import type { DialogueState, UnderstandContext } from '../reading/understand.ts';
import { bestPaths } from './assemble.ts';
import { changesOf } from './changes.ts';
import { alternativesOf, ambiguityOf, type Choice } from './choices.ts';
import { declined, isOffTopic } from './decline.ts';
import { type Draft, has } from './draft.ts';
import { followed } from './follow.ts';
import { frameOf } from './frame-of.ts';
import { shapeOf } from './interpret/shape.ts';
import { addReaderItems } from './propose.ts';
import { readingsOf } from './readings.ts';
import { type Lookup, settled } from './settle.ts';
import { aboutShownLast, theNth, unclear } from './shown.ts';
import { aboutShown, moveOf, rereadTimes } from './thread.ts';
import { mayNarrow, unreadOf, untoldGroup } from './unread.ts';

const mostPaths = 12;

/**
 * The ways to read a question, best first. Never throws for what people write.
 * @public
 */
export function draftsOf(text: string, context: UnderstandContext): Draft[] {
  const { chart, lattice, notes, annotated } = addReaderItems(text, {
    ...context,
    sources: context.vocabulary.sources,
  });
  const { names } = context;
  const lookup: Lookup = {
    governmentOf: (country) => governmentOf(names, country),
    actor: names.actor,
    country: (name) => names.places(name, { exact: true, level: 'country', limit: 1 })[0],
  };
  return bestPaths(chart, lattice, annotated, mostPaths).map((path) =>
    settled({ text, tokens: chart.tokens, path, notes, lattice, chart }, lookup),
  );
}

/** Parses a question: a query, one question back, or why it is declined. Never throws for what people write. */
export function understand(question: string, context: UnderstandContext): ParseResult {
  const { text: whole, reset } = withoutReset(withoutCourtesy(tidy(question)));
  const state = reset ? undefined : context.previous;
  const nth = nthShown(whole);
  if (nth !== undefined) return theNth(nth, state);
  const edited = state && editCondition(whole, state, context);
  if (edited) return edited;
  const [draft] = draftsOf(corrected(whole, state), context);
  if (!draft) return { kind: 'declined', why: 'off-topic' };
  const why = declined(draft, context.now);
  if (why) return { kind: 'declined', why };
  return interpret(draft, state, context);
}

function interpret(draft: Draft, state: DialogueState | undefined, context: UnderstandContext): ParseResult {
  const ambiguity = ambiguityOf(draft);
  if (ambiguity) {
    const resolved = ambiguity.choices.map((choice) => ({ ...choice, draft: withFirstGuess(choice.draft) }));
    return {
      kind: 'unclear',
      ask: ambiguity.ask,
      choices: toChoices(resolved, state, context),
      readings: readingsOf(draft),
      unread: ambiguity.ask.kind === 'unknown' ? [ambiguity.ask.name] : [],
    };
  }
  const read = meant(draft, state, context);
  return read.kind === 'query' ? { ...read, alternatives: toChoices(alternativesOf(draft), state, context) } : read;
}

/** Only one question is asked back at a time: other unknown names are taken for the most similar ones. */
function withFirstGuess(draft: Draft): Draft {
  const other = ambiguityOf(draft);
  return other?.choices[0] && other.ask.kind === 'unknown' ? withFirstGuess(other.choices[0].draft) : draft;
}

const toChoices = (
  choices: readonly Choice[],
  state: DialogueState | undefined,
  context: UnderstandContext,
): ClarificationChoice[] =>
  choices.flatMap(({ means, question, draft }): ClarificationChoice[] => {
    const read = meant(draft, state, context);
    return read.kind === 'query'
      ? [{ means, question, query: read.query, readings: read.readings, ...(read.frame ? { frame: read.frame } : {}) }]
      : [];
  });

/** What a draft means in its thread, taking the first candidate of each name. */
function meant(draft: Draft, state: DialogueState | undefined, context: UnderstandContext): ParseResult {
  if (has(draft, 'changes')) return changesOf(draft, state, context);
  const about = state && aboutShown(draft);
  if (about && state.ids.length > 0) return aboutShownLast(state, about, draft);
  const unread = unreadOf(draft);
  const back = draft.tokens.some((t) => /^(?:there|they|them|those)$/.test(t.lower));
  if (!state && back && has(draft, 'harm', 'count') && !has(draft, 'where', 'party', 'pair', 'time', 'times', 'kinds'))
    return unclear({ kind: 'alone', said: draft.text });
  if (
    !state &&
    draft.path.items.every((i) => ['count', 'harm', 'limit', 'people', 'which', 'measure'].includes(i.cat)) &&
    has(draft, 'count', 'harm') &&
    unread.length === 0
  )
    return unclear({ kind: 'alone', said: draft.text });
  const { leans, alone } = moveOf(draft);
  if (!state && leans && !alone && has(draft, 'move', 'time', 'times', 'grouping', 'harm', 'count', 'limit', 'ends')) {
    if (!(has(draft, 'grouping', 'harm', 'count', 'ends') && !/^(?:and|but|what about|how about)\b/i.test(draft.text)))
      return unclear({ kind: 'alone', said: draft.text });
  }
  if (isOffTopic(draft, unread)) {
    const words = draft.tokens.filter((t) => t.kind === 'word');
    const english = words.filter((_, i) => draft.lattice.ordinary[i]).length >= words.length / 2;
    if (english && words.length > 2) return { kind: 'declined', why: 'off-topic' };
    return unclear(state ? { kind: 'change' } : { kind: 'unread', said: draft.text });
  }
  return state && leans ? goneOn(draft, state, unread, context) : standing(draft, unread, context);
}

function standing(draft: Draft, unread: string[], { names }: UnderstandContext): ParseResult {
  const frame = frameOf(draft);
  const built = buildQuery(frame, names);
  if ('problem' in built) return unclear({ kind: 'unread', said: draft.text });
  return { ...told(draft, unread), query: built.query, frame };
}

const told = (draft: Draft, unread: string[]) => {
  const readings = readingsOf(draft);
  const group = untoldGroup(draft);
  const caveats = [
    ...(group ? [{ kind: 'group' as const, said: group }] : []),
    ...unread.filter((said) => mayNarrow(draft, said)).map((said) => ({ kind: 'ignored' as const, said })),
  ];
  return {
    kind: 'query' as const,
    readings,
    unread,
    assumed: readings.flatMap((r) => (r.assumed ? [r.assumed] : [])),
    alternatives: [],
    ...(caveats.length ? { caveats } : {}),
  };
};

function goneOn(draft: Draft, state: DialogueState, unread: string[], context: UnderstandContext): ParseResult {
  const last = state.query.filter.ids && state.before ? state.before : state.query;
  const anchored = rereadTimes(draft, last.filter.period, context);
  const frame = frameOf(anchored);
  const { measure: _, of: __, by: ___, order: ____, limit: _____, about: ______, sides: _______, ...slots } = frame;
  const built = buildQuery(slots as Frame, context.names);
  if ('problem' in built) return unclear({ kind: 'unread', said: draft.text });
  const shape = frame.measure === 'compare' ? { ...frame, limit: 5 } : shapeOf(anchored, slots as never);
  if (frame.sides) {
    const whole = buildQuery(frame, context.names);
    if ('query' in whole) {
      const { period, eventTypes } = state.query.filter;
      const filter = { ...(frame.sides.some((s) => s.period) ? {} : { period }), eventTypes, ...whole.query.filter };
      return {
        ...told(draft, unread),
        query: querySchema.parse({
          ...whole.query,
          of: whole.query.of === 'incidents' ? state.query.of : whole.query.of,
          filter: clean(filter),
        }),
      };
    }
  }
  const next = followed(anchored, state, built.query.filter, shape as never);
  return { ...told(draft, unread), query: querySchema.parse({ ...next, filter: clean(next.filter) }) };
}

const clean = (filter: object): Filter =>
  Object.fromEntries(Object.entries(filter).filter(([, v]) => v !== undefined)) as Filter;

/** Edits the thread's question: "drop the date" removes a condition, "I meant the province" changes the level of its place. */
function editCondition(text: string, state: DialogueState, { names }: UnderstandContext): ParseResult | undefined {
  const { query } = state;
  const repeated = (q: typeof query): ParseResult => ({
    kind: 'query',
    query: querySchema.parse({ ...q, offset: 0 }),
    readings: [],
    unread: [],
    assumed: [],
    alternatives: [],
  });
  const facet = dropped(text);
  if (facet) return repeated({ ...query, filter: without(query.filter, facet) });
  const kind = query.filter.places && kindMeant(text);
  if (!kind) return undefined;
  const other = withKind(state, kind, names);
  return other ? repeated(other) : unclear({ kind: 'unknown', name: kind });
}
