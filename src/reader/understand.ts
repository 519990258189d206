import { governmentOf } from '../entities/government.ts';
import { buildQuery } from '../frames/build-query.ts';
import type { Period, Query } from '../incidents/query.ts';
import type { DialogueState } from '../reading/dialogue-state.ts';
import type { ClarificationChoice, ParseResult } from '../reading/parse-result.ts';
import { tidy } from '../reading/text.ts';
import { withoutReset } from '../reading/thread-intent.ts';
import { bestPaths } from './assemble.ts';
import { changesOf } from './changes.ts';
import { alternativesOf, ambiguityOf, type Choice } from './choices.ts';
import type { UnderstandContext } from './context.ts';
import { declined, isOffTopic } from './decline.ts';
import { type Draft, has, itemsOf, wordsOf } from './draft.ts';
import { frameOf } from './frame-of.ts';
import { aspectAsked } from './interpret/aspects.ts';
import { addReaderItems } from './propose.ts';
import { readingsOf } from './readings.ts';
import { settled } from './settle/index.ts';
import type { Lookup } from './settle/lookup.ts';
import { theNth, unclear } from './shown.ts';
import { needsThread } from './thread/alone.ts';
import { goneOn, whoOf } from './thread/go-on.ts';
import { draftsInThread, turnOn } from './thread/index.ts';
import { type Turn, turnOf } from './thread/turn.ts';
import { twoParts } from './two-parts.ts';
import { mayNarrow, unreadOf, untoldGroup, unusedFigures } from './unread.ts';

const mostPaths = 12;

/**
 * The ways to read a question, best first. Never throws for what people write.
 * @public
 */
export function draftsOf(
  text: string,
  context: UnderstandContext & { anchor?: Period | undefined },
  most = mostPaths,
): Draft[] {
  const { chart, lattice, notes, annotated, times } = addReaderItems(text, {
    ...context,
    sources: context.vocabulary.sources,
  });
  const { names } = context;
  const lookup: Lookup = {
    governmentOf: (country) => governmentOf(names, country),
    actor: names.actor,
    country: (name) => names.places(name, { exact: true, level: 'country', limit: 1 })[0],
  };
  const common = { text, tokens: chart.tokens, notes, lattice, chart, times, language: context.language ?? 'en' };
  return bestPaths(chart, lattice, annotated, most).map((path) => settled({ ...common, path }, lookup));
}

/** The ways to read a question in its thread, best first, and what each would mean. */
export function waysToRead(question: string, context: UnderstandContext, most = mostPaths) {
  const { text: whole, reset } = withoutReset(tidy(question));
  const state = reset ? undefined : context.previous;
  const drafts = (anchor?: Period) => draftsOf(whole, { ...context, anchor }, most);
  const ways = state ? draftsInThread(drafts, state) : drafts();
  return ways.map((draft) => ({ draft, means: () => meaningOf(draft, state, context) }));
}

/** Parses a question: a query, one question back, or why it is declined. Never throws for what people write. */
export function understand(question: string, context: UnderstandContext): ParseResult {
  const [best] = waysToRead(question, context, 1);
  return best?.means() ?? { kind: 'declined', why: 'off-topic' };
}

function meaningOf(draft: Draft, state: DialogueState | undefined, context: UnderstandContext): ParseResult {
  const why = declined(draft, context);
  if (why) return { kind: 'declined', why };
  const parts = twoParts(draft);
  return (parts && inTwo(parts, state, context)) ?? interpret(draft, state, context);
}

/** Both parts of a question, the second as if it were asked after the first; undefined where one of them is not answered. */
function inTwo(
  [one, other]: [string, string],
  state: DialogueState | undefined,
  context: UnderstandContext,
): ParseResult | undefined {
  const first = understand(one, { ...context, ...(state ? { previous: state } : {}) });
  if (first.kind !== 'query' || first.second) return undefined;
  const previous = { query: first.query, ids: [], why: '' };
  const [draft] = draftsOf(`and ${other}`, { ...context, anchor: first.query.filter.period }, 1);
  const second = draft && interpret(draft, previous, context);
  return second?.kind === 'query' && !second.second ? { ...first, second } : undefined;
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
  const turn = state && turnOn(draft, state);
  if (state && turn) return continued(turn, state, context);
  const unread = unreadOf(draft);
  if (!state) {
    const alone = turnOf(draft);
    if (alone.nth !== undefined) return theNth(alone.nth, undefined);
    if (needsThread(draft, alone, unread)) return unclear({ kind: 'alone', said: draft.text });
  }
  return isOffTopic(draft, unread) ? offTopic(draft, state) : standing(draft, unread, context);
}

function offTopic(draft: Draft, state: DialogueState | undefined): ParseResult {
  const words = draft.tokens.filter((t) => t.kind === 'word');
  const english = words.filter((_, i) => draft.lattice.ordinary[i]).length >= words.length / 2;
  if (english && words.length > 2) return { kind: 'declined', why: 'off-topic' };
  return unclear(state ? { kind: 'change' } : { kind: 'unread', said: draft.text });
}

function continued(turn: Turn, state: DialogueState, context: UnderstandContext): ParseResult {
  const { draft, free, nth, that, leads, sorting } = turn;
  const unread = unreadOf(draft);
  const says = free.length + that.length + sorting.length > 0 || nth !== undefined || whoOf(turn) || aspectAsked(draft);
  const turns = ['all', 'more', 'undo', 'which', 'many'].some((lead) => leads.has(lead));
  const few = has(draft, 'compare') || (leads.has('only') && has(draft, 'loose-number'));
  const edits = unread.length < 2 && has(draft, 'where', 'time', 'times');
  if (!says && !turns && !edits && !turn.wider && !few && isOffTopic(draft, unread)) return offTopic(draft, state);
  const next = goneOn(turn, state, context);
  if ('kind' in next) return next;
  const { lost } = state.query;
  if (lost === undefined || next.of !== 'killed') return { ...told(draft, unread), query: next };
  if (next.measure === 'sum') return { ...told(draft, unread, lost), query: { ...next, lost } };
  // Only a sum tells the dead of a side apart.
  const { caveats = [], ...read } = told(draft, unread);
  return { ...read, caveats: [...caveats, { kind: 'group' as const, said: sideWords[lost] }], query: next };
}

const sideWords = { governments: 'soldiers', groups: 'fighters', own: 'fighters' } as const;

function standing(draft: Draft, unread: string[], { names }: UnderstandContext): ParseResult {
  const frame = frameOf(draft);
  const built = buildQuery(frame, names);
  if ('problem' in built) return unclear({ kind: 'unread', said: draft.text });
  const { caveats = [], ...read } = told(draft, unread, built.query.lost);
  const unused = unusedFigures(draft, built.query).map((said) => ({ kind: 'ignored' as const, said }));
  const all = [...unused, ...caveats];
  return { ...read, ...(all.length ? { caveats: all } : {}), query: built.query, frame };
}

const told = (draft: Draft, unread: string[], lost?: Query['lost']) => {
  const readings = readingsOf(draft);
  const group = untoldGroup(draft, lost);
  const caveats = [
    ...(group ? [{ kind: 'group' as const, said: group }] : []),
    ...itemsOf(draft, 'rate').map((i) => ({ kind: 'rate' as const, said: wordsOf(draft, i) })),
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
