import {
  type IndexedStory,
  indexStories,
  indexStory,
  matchStories,
  placeTerms,
  type StoryMatch,
} from '../evidence/find-story.ts';
import { areKin, matchOf, termsOf, wordsOf } from '../evidence/lexicon.ts';
import { eventTypes } from '../incidents/event-types.ts';
import type { IncidentRecord } from '../incidents/incident.ts';
import { periodsOf } from '../incidents/periods.ts';
import type { Measure } from '../incidents/query.ts';
import type { DialogueState } from '../reading/dialogue-state.ts';
import type { ParseResult } from '../reading/parse-result.ts';
import type { Dependencies } from './ports.ts';

/** A question as it was read: by itself, and in its thread. */
export interface Asked {
  question: string;
  alone: ParseResult;
  meant: ParseResult;
  state: DialogueState | undefined;
}

const indexes = new WeakMap<readonly IncidentRecord[], IndexedStory[]>();

/** The index of the stories of a store, made once for each state of the data. */
export function indexOf(records: readonly IncidentRecord[]): IndexedStory[] {
  const index = indexes.get(records) ?? indexStories(records);
  indexes.set(records, index);
  return index;
}

/** Measures that are about many incidents, whatever one of them is called. */
const ofMany = new Set<Measure>([
  ...(['trend', 'rank', 'compare', 'difference', 'ratio'] as const),
  ...(['average', 'median', 'share', 'span', 'map', 'timeline'] as const),
]);

const kinds = eventTypes.map((t) => ({ one: t.one.toLowerCase(), many: t.many.toLowerCase(), words: t.words }));
const singular = new Set(kinds.flatMap((t) => [t.one, ...t.words.filter((w) => !w.endsWith('s'))]));
const plural = new Set([
  ...kinds.flatMap((t) => [t.many, ...t.words.filter((w) => w.endsWith('s') && singular.has(w.slice(0, -1)))]),
  ...'attacks incidents events clashes'.split(' '),
]);

/** Whether the first event that a question names is several: "attacks in Mosul", not "was it linked to earlier attacks?". */
function namesSeveral(question: string): boolean {
  const words = wordsOf(question).map((w) => w.toLowerCase());
  const first = words.find((w) => singular.has(w) || plural.has(w));
  return first !== undefined && plural.has(first) && !singular.has(first);
}

/** Whether the days and places that a question fixes by itself agree with an incident; places by the words that name them. */
function agrees(read: ParseResult, { incident, terms }: IndexedStory): boolean {
  if (read.kind !== 'query') return true;
  const { start, end } = incident.when;
  const periods = periodsOf(read.query.filter);
  const inside = periods?.some(
    (p) =>
      (p.start === null || (end !== null && end >= p.start.slice(0, 10))) &&
      (p.end === null || (start !== null && start < p.end.slice(0, 10))),
  );
  const places = read.readings.filter((r) => r.facet === 'place').map((r) => termsOf(r.words));
  return inside !== false && places.every((words) => words.some((t) => terms.includes(t)) || words.length === 0);
}

/** Refused whatever the incident: a forecast, advice, somebody's whereabouts, an opinion. */
const refused = (read: ParseResult): boolean =>
  read.kind === 'declined' && read.why !== 'off-topic' && read.why !== 'elsewhere';

/** Whether the words ask what became of the record itself. */
const ofRecord = /\b(?:chang|correct|revis|updat|retract|record|new)/i;

function isOfMany(read: ParseResult, question: string): boolean {
  if (read.kind !== 'query') return false;
  const { measure } = read.query;
  // "who does the army blame?" is read as a ranking of actors.
  const asksWho = measure === 'rank' && read.query.by === 'actor' && /^(?:(?:and|but|so) )?who\b/i.test(question);
  const { killed, civilians, wounded } = read.query.filter;
  if (killed || civilians || wounded) return true;
  if (read.second || (ofMany.has(measure) && !asksWho) || (measure === 'changes' && ofRecord.test(question)))
    return true;
  return namesSeveral(question);
}

/** What a question is about: a story, or several that it names as well as one another. */
export type Subject = { story: IndexedStory } | { tied: IndexedStory[] } | undefined;

/** The story that a question is about: the one it names, else that of its thread; undefined where it is about many. */
export function subjectOf(
  { question, alone, meant, state }: Asked,
  stories: readonly IndexedStory[],
  crowded: boolean,
): Subject {
  if (refused(alone) || refused(meant) || isOfMany(alone, question)) return undefined;
  const matches = matchStories(question, stories).filter((m) => agrees(alone, m.story));
  const [best] = matches;
  const current = threadStory({ question, alone, meant, state }, stories);
  const now = matches.find((m) => m.story === current);
  const goesOn = current && agrees(alone, current) ? { story: current } : undefined;
  if (!best || !isNamed(best, crowded) || isSearch(alone, question, best.story)) return goesOn;
  if (current && (best.words === 0 || (now && best.named <= now.named * 1.3 + 0.3))) return goesOn;
  const near = matches.filter((m) => m.named + m.share > (best.named + best.share) / 1.15);
  if (near.length > 1) return goesOn ?? { tied: near.map((m) => m.story) };
  return { story: best.story };
}

const ofOne = new Set<Measure>(['describe', 'who']);

/** The story of a thread that is about one, unless the turn changes the query that found it: "what about 2015?". */
function threadStory({ meant, state }: Asked, stories: readonly IndexedStory[]): IndexedStory | undefined {
  if (state?.ids.length !== 1) return undefined;
  const { measure, filter } = state.query;
  const picked = filter.ids?.length === 1 || ofOne.has(measure);
  const changes = meant.kind === 'query' && !ofOne.has(meant.query.measure);
  return picked || !changes ? stories.find((s) => s.incident.id === state.ids[0]) : undefined;
}

/** Asks of something, and does not look for it or count it. */
const asksOfOne =
  /^(?:(?:and|but|so) )?(?:(?:at|on|in|by|to|from|for|with) (?=wh))?(?:who|whose|whom|why|when|where|which|what (?!happened|has happened|incidents|attacks)|how (?!many)|is|are|was|were|did|does|do|has|have)\b/i;

/** Whether a question only looks for what happened in a place and a time: nothing else in it names the story. */
function isSearch(read: ParseResult, question: string, { naming, incident }: IndexedStory): boolean {
  if (read.kind !== 'query' || ofOne.has(read.query.measure) || asksOfOne.test(question)) return false;
  const fixed = (facet: string) => read.readings.filter((r) => r.facet === facet).flatMap((r) => termsOf(r.words));
  const [days, named, places] = [fixed('period'), fixed('place'), placeTerms(incident)];
  const isFixed = (t: string) => days.includes(t) || (named.includes(t) && places.some((p) => areKin(p, t)));
  return !termsOf(question).some((t) => matchOf(t, naming) > 0 && !isFixed(t));
}

/** Whether a question names a story: by its title, place or parties, else by words that it alone has. */
function isNamed(best: StoryMatch, crowded: boolean): boolean {
  if (crowded) return best.words >= 2 && best.share >= 0.7;
  if (best.words > 0) return (best.of > 1 || best.titled) && best.share >= 0.4;
  return best.share >= 0.6;
}

/** Any incident of a thread whose next turn is not understood otherwise, to be told by its own words. */
export async function threadIncident(
  { incidents }: Pick<Dependencies, 'incidents'>,
  { alone, meant, state }: Asked,
): Promise<IndexedStory | undefined> {
  const [id, ...others] = state?.ids ?? [];
  if (id === undefined || others.length > 0 || meant.kind === 'query' || refused(alone) || refused(meant))
    return undefined;
  const record = await incidents.get(id);
  return record?.kind === 'incident' ? indexStory(record, []) : undefined;
}
