import type { DialogueState } from '../../reading/dialogue-state.ts';
import { type Draft, has, itemsOf } from '../draft.ts';
import type { Item } from '../item.ts';

/** What the words say to the thread, apart from what they say of incidents. */
export interface Turn {
  /** The draft without the parts that are said to the thread. */
  draft: Draft;
  /** How it leads on: go, same, only, add, instead, back, again, undo, all, more, which, many. */
  leads: ReadonlySet<string>;
  /** Whether one of these begins the question. */
  led: boolean;
  /** Whether kinds are told, "all attacks" too. */
  kinds: boolean;
  /** Facets that the thread's question loses: "any time", "drop the place". */
  free: readonly string[];
  /** One of those shown, from 0; -1 is the last. */
  nth: number | undefined;
  /** "that day", "that province": what is pointed at by its kind. */
  that: readonly string[];
  /** "the whole country": the place becomes the country that it lies in. */
  wider: boolean;
  /** "newest first": the order of a list. */
  sorting: readonly ('deadliest' | 'newest' | 'oldest')[];
  /** "not only X": X is no condition any longer. */
  notOnly: boolean;
  /** "it", "them", "of those": points back. */
  points: boolean;
  /** Whether nothing is said but to the thread. */
  bare: boolean;
}

/** What a turn may point at. */
type Thread = Partial<Pick<DialogueState, 'groups' | 'query'>>;

/** Parts of a question that say something of incidents by themselves. */
const telling = new Set<string>([
  ...['time', 'times', 'where', 'party', 'pair', 'kinds', 'excluded', 'people', 'harm', 'threshold', 'grouping'],
  ...['compare', 'vs', 'than', 'who', 'when', 'distance', 'unknown', 'source', 'asOf', 'changes', 'object', 'clash'],
]);
const calendar = new Set(['day', 'week', 'month', 'quarter', 'year']);

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end;
const covers = ({ tokens }: Draft, { start, end }: Item, note: { start: number; end: number }): boolean =>
  (tokens[start]?.start ?? 0) <= note.start && note.end <= (tokens[end - 1]?.end ?? 0);
const meets = ({ tokens }: Draft, { start, end }: Item, note: { start: number; end: number }): boolean =>
  (tokens[start]?.start ?? 0) < note.end && note.start < (tokens[end - 1]?.end ?? 0);
const without = (draft: Draft, spans: readonly Item[]): Draft => ({
  ...draft,
  notes: { ...draft.notes, aspects: draft.notes.aspects.filter((a) => !spans.some((s) => covers(draft, s, a))) },
  path: {
    ...draft.path,
    items: draft.path.items.filter((i) => !spans.some((s) => overlaps(s, i))),
    skipped: draft.path.skipped.filter((i) => !spans.some((s) => s.start <= i && i < s.end)),
  },
});
/** What of the path tells of incidents, some words aside. */
const told = (draft: Draft, aside: readonly Item[] = []) =>
  without(draft, aside).path.items.filter((i) => telling.has(i.cat));
const length = (i: Item) => i.end - i.start;

function chartItems({ chart }: Draft, ...cats: string[]): Item[] {
  const all = chart.at.flatMap((items) => items.filter((i) => cats.includes(i.cat)));
  return all
    .sort((a, b) => length(b) - length(a) || b.score - a.score)
    .filter((i, n, sorted) => !sorted.slice(0, n).some((other) => overlaps(other, i)));
}

/** "what about", "I mean", "now" ask for no list, no mean and no time. */
const isIdle = (i: Item, move: Item) =>
  ['measure', 'time'].includes(i.cat) && move.start <= i.start && i.end <= move.end;

/** The draft without a time that is only how it begins: "now how many …". */
export function withoutLead(draft: Draft): Draft {
  const [lead] = chartItems(draft, 'move').filter((i) => i.start <= 1);
  return lead && draft.path.items.some((i) => i.cat === 'time' && isIdle(i, lead)) ? without(draft, [lead]) : draft;
}

/** Reads what is said to the thread; `state`: what it could point at. */
export function turnOf(draft: Draft, state: Thread = {}): Turn {
  const timed = draft.path.items.filter((i) => i.cat === 'time' || i.cat === 'times' || i.cat === 'threshold');
  const clear = (i: Item) => !timed.some((t) => overlaps(t, i) && length(t) >= length(i));
  const free = chartItems(draft, 'free').filter(clear);
  const nth = nthOf(draft, state);
  const phrases = draft.path.items.filter((i) => i.cat === 'compare' || i.cat === 'measure');
  const exists = [...chartItems(draft, 'existential'), ...phrases];
  const that = chartItems(draft, 'that').filter((i) => clear(i) && !exists.some((e) => overlaps(e, i)));
  const turns = chartItems(draft, 'turn').filter((i) => clear(i) && !(nth && overlaps(nth, i)));
  const begins = (i: Item) => i.start === 0 && !timed.some((t) => overlaps(t, i) && length(t) > length(i));
  const moves = chartItems(draft, 'move').filter((i) => (clear(i) || begins(i)) && !free.some((f) => overlaps(f, i)));
  const pointed = that.filter((i) => !calendar.has(i.value as string));
  const asking = turns.filter((i) => i.value === 'which' || i.value === 'all' || i.value === 'more');
  const wider = chartItems(draft, 'wider');
  const sorting = state.query?.measure === 'list' ? chartItems(draft, 'sorting') : [];
  const idle = moves.filter((m) => draft.path.items.some((i) => isIdle(i, m)));
  const spans = [...free, ...(nth ? [nth] : []), ...pointed, ...asking, ...idle, ...sorting, ...wider];
  const rest = without(draft, spans);
  const leads = [...moves, ...turns];
  return {
    draft: rest,
    leads: new Set(leads.map((i) => i.value as string)),
    led: leads.some((i) => i.start === 0 && i.value !== 'more' && i.value !== 'again'),
    kinds: has(draft, 'kinds'),
    free: [...new Set(free.map((i) => i.value as string))],
    nth: nth && Number(nth.value),
    that: that.map((i) => i.value as string),
    wider: wider.length > 0,
    sorting: sorting.map((i) => i.value as 'newest'),
    notOnly: chartItems(draft, 'not-only').length > 0,
    points: pointsBack(rest),
    bare:
      told(rest).length === 0 &&
      !has(rest, 'count', 'ends', 'loose-unit') &&
      itemsOf(rest, 'measure').every((i) => i.value === 'list'),
  };
}

const pronouns = new Set(['ones', 'its', 'their', 'theirs', 'it', 'they', 'them', 'those', 'these', 'there', 'then']);

/** "it", "of those", "the same period"; "this" and "that" alone may stand before anything. */
const pointsBack = (draft: Draft): boolean => {
  const exists = chartItems(draft, 'existential');
  return chartItems(draft, 'pronoun').some(
    (i) =>
      !exists.some((e) => overlaps(e, i)) &&
      (length(i) > 1 || pronouns.has((i.value as string) || (draft.tokens[i.start]?.lower ?? ''))),
  );
};

/** What may stand beside an ordinal that is alone. */
const allowed = new Set<string>(['move', 'pronoun', 'measure', 'more', 'which', 'where-word', 'when', 'who']);

/** "the second one", where nothing else is told; of groups also with another form: "the top one by month". */
function nthOf(draft: Draft, { groups = [] }: Thread): Item | undefined {
  const [said] = chartItems(draft, 'nth');
  const [alone] = chartItems(draft, 'ordinal');
  const whole = (i: Item) =>
    !told(draft, [i]).length && without(draft, [i]).path.items.every((p) => allowed.has(p.cat));
  const nth = said ?? (alone && whole(alone) ? alone : undefined);
  const wider = (i: Item, one: Item) =>
    overlaps(i, one) && (i.start < one.start || i.end > one.end) && !(i.cat === 'time' && onlyAfterThe(i, one));
  // "the 3rd" may be a day or one of those shown; "3 July" and "the week before last" are times alone.
  const onlyAfterThe = (i: Item, one: Item) =>
    i.end === one.end && draft.chart.light.slice(i.start, one.start).every(Boolean);
  if (!nth || draft.path.items.some((i) => wider(i, nth))) return undefined;
  const others = told(draft, [nth]).filter(
    (i) => ![...draft.notes.aspects, ...draft.notes.attributions].some((a) => meets(draft, i, a)),
  );
  if (others.length === 0) return nth;
  const named = told(draft).some((i) => i.cat === 'kinds' && overlaps(i, nth));
  const reshapes = others.every((i) => i.cat === 'grouping' || i.cat === 'harm' || i.cat === 'time');
  return groups.length > 0 && reshapes && !named ? nth : undefined;
}
