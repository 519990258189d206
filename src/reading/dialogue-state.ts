import type { Period, Query } from '../incidents/query.ts';
import type { Language } from '../kernel/language.ts';
import type { Caveat } from './caveat.ts';

/** What a thread was about: its last query and the incidents shown. */
export interface DialogueState {
  query: Query;
  ids: string[];
  /** Of one incident: the question that it was shown for. */
  before?: Query | undefined;
  /** Of one incident: those that were listed when it was picked out. */
  listed?: string[] | undefined;
  /** Of a ranking: the keys of the groups shown, in order. */
  groups?: string[] | undefined;
  /** Of one incident: its days. */
  when?: Period | undefined;
  /** The questions before, the latest first. */
  earlier?: Query[] | undefined;
  /** Why the last answer was as it was, in words. */
  why: string;
  /** What it was answered in, where that was not English. */
  language?: Language | undefined;
  /** What the last question asked for and could not get. */
  caveats?: Caveat[] | undefined;
}

const mostEarlier = 5;
const mostGroups = 20;

interface Shown {
  incidents: readonly { id: string; when?: { start: string | null; end: string | null } }[];
  groups?: readonly { key: string }[] | undefined;
}

/** The days of an incident. */
function daysOf({ when }: Shown['incidents'][number]): Period | undefined {
  if (!when?.start) return undefined;
  const day = (date: string, days: number) => Temporal.PlainDate.from(date.slice(0, 10)).add({ days }).toString();
  return { start: day(when.start, 0), end: day(when.end ?? when.start, 1) };
}

/** Of incidents that were picked out: the question and the list that they were picked from. */
const behind = (last: DialogueState): Pick<DialogueState, 'before' | 'listed'> =>
  last.query.filter.ids ? { before: last.before, listed: last.listed } : { before: last.query, listed: last.ids };

/** What a thread keeps of an answer. `last`: what it kept before. */
export function kept(
  query: Query,
  { incidents, groups }: Shown,
  last: DialogueState | undefined,
): Omit<DialogueState, 'why' | 'language'> {
  const [one, ...others] = incidents;
  const earlier = last ? [...(last.query.filter.ids ? [] : [last.query]), ...(last.earlier ?? [])] : [];
  const state = {
    query,
    ids: incidents.map(({ id }) => id),
    ...(query.filter.ids && last ? behind(last) : {}),
    groups: query.measure === 'rank' ? groups?.slice(0, mostGroups).map(({ key }) => key) : undefined,
    when: one && others.length === 0 ? daysOf(one) : undefined,
    earlier: earlier.length ? earlier.slice(0, mostEarlier) : undefined,
  };
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined)) as typeof state;
}
