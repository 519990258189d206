import type { Filter, Period, Query } from '../incidents/query.ts';
import type { Language } from '../kernel/language.ts';
import type { Caveat } from './caveat.ts';
import type { Facets } from './extract-slots.ts';

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

const whys =
  /^(?:but |ok(?:ay)?,? |so |and )?(?:why|how come|explain(?: (?:that|this|it|yourself|(?:the|your) answer))?|why (?:this|that|those|these|the)(?: (?:answers?|results?|numbers?|figures?|incidents?))?|why this answer|how did you (?:get|read|arrive|come|work|understand)\b.*|what did you (?:read|understand|assume|leave out|look for|search)\b.*|show your work(?:ing)?|why (?:did|do|am|are|were|was) (?:i|we|this channel) (?:get(?:ting)?|told|tell(?:ing)?|see(?:ing)?|hear(?:ing)?|receiv(?:e|ing)|being told)\b.*|why was (?:this|that|it) (?:sent|posted|told)\b.*)\W*$/i;
const over =
  /^(?:please )?(?:start (?:over|again|anew|fresh)|new question|forget (?:that|it|this|everything)|reset|never ?mind|clear)(?: please)?\W*$/i;

/** Words about the conversation itself: "why?" asks for the reading of the last answer, "start over" ends the thread's subject. */
export const readThreadIntent = (text: string): 'why' | 'over' | undefined =>
  whys.test(text) ? 'why' : over.test(text) ? 'over' : undefined;

const leads =
  /^(?:and|but|or|also|what about|how about|only|just|compared? (?:(?:it|that|this|them) )?(?:with|to)|ok(?:ay)?,? (?:and|now)|now|then|instead|same|the same|make it|in|with|by|since|before|after|during|near|without|except|excluding|list them|show them|those|them|per|as|sort|order|group|chart|which of)\b/i;
/** "Iraqi ones", "the ones in Syria" */
const ones = /\bones\b/i;
const anew = /^(?:new question|start over|forget (?:that|it)|different question|another question|reset)\b[:,.\s-]*/i;
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const asking =
  '(?:(?:please )?(?:show|open|tell|give|explain|describe)(?: me)?(?: more)?(?: about| of| on)?|what about|how about|and|more on|details (?:of|on|about)|what was|who did|sources (?:of|for)) ';
const nthOne = new RegExp(
  `^(?:${asking})?(?:the )?(?:(${ordinals.join('|')}|last)|(\\d{1,2})(?:st|nd|rd|th)) (?:one|incident|result|event|attack|of (?:them|those|these))(?: please)?\\W*$|^(?:${asking})?(?:the )?(?:number|no\\.?|#) ?(\\d{1,2})\\W*$`,
  'i',
);

/** "new question: …" leaves the thread's subject behind. */
export const withoutReset = (text: string): { text: string; reset: boolean } => {
  const rest = text.replace(anew, '');
  return { text: rest, reset: rest !== text };
};

/** "the second one": its place among those shown, from 0; -1 is the last. */
export function nthShown(text: string): number | undefined {
  const match = text.match(nthOne);
  if (!match) return undefined;
  const [, word, ...figures] = match;
  if (word) return word.toLowerCase() === 'last' ? -1 : ordinals.indexOf(word.toLowerCase());
  return Number(figures.find((f) => f !== undefined)) - 1;
}

/** Whether the words lean on what came before: they begin like it, or name nothing of their own. */
export function leansBack(text: string, facets: Facets): boolean {
  const subject = facets.place.length > 0 || facets.actor.length > 0 || facets.point.length > 0;
  const whole =
    subject &&
    (facets.eventType.length > 0 || facets.quantity.length > 0 || /\bwhat happened\b/i.test(text)) &&
    !/^(?:and|but|only|just|what about|how about)\b/i.test(text);
  return !whole && (leads.test(text) || ones.test(text) || !subject);
}

/** The earlier filter with what is said now put in its place: a new place replaces the place, a new period the period. */
export function carriedOver(before: Filter, now: Filter): Filter {
  const kept = { ...before };
  if (now.actors || now.pair) {
    delete kept.actors;
    delete kept.pair;
  }
  if (now.eventTypes?.every((t) => t === 'violence') && before.eventTypes)
    return { ...kept, ...now, eventTypes: before.eventTypes, ...merged(before, now) };
  return { ...kept, ...now, ...merged(before, now) };
}

const merged = (before: Filter, now: Filter): Pick<Filter, 'exclude'> =>
  before.exclude || now.exclude ? { exclude: { ...before.exclude, ...now.exclude } } : {};

/** What is gone on from: after one incident was looked at, new places, times or groups are for the question before it. */
export function groundOf(memory: DialogueState, facets: Facets): Query {
  const { query, before } = memory;
  const { place, actor, period, eventType, point, source, threshold, grouping } = facets;
  const apart = [place, actor, period, eventType, point, source, threshold, grouping].some((f) => f.length > 0);
  return query.filter.ids && before && apart ? before : query;
}

/** "make it 20 km": the distance alone changes. */
export function withDistance(filter: Filter, km: number): Filter {
  return {
    ...filter,
    places: filter.places?.map((p) =>
      p.lat === undefined ? p : { ...p, relation: p.relation === 'between' ? 'between' : 'near', radiusKm: km },
    ),
  };
}
