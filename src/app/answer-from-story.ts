import type { Answer } from '../answers/document/answer.ts';
import { answerStory, composeStory } from '../answers/story/compose-story.ts';
import { parseQuestion, type QuestionContext } from '../conversations/dialogue-context.ts';
import { askOf } from '../evidence/ask.ts';
import { type IndexedStory, indexStories, indexStory, matchStories, type StoryMatch } from '../evidence/find-story.ts';
import { termsOf, wordsOf } from '../evidence/lexicon.ts';
import { statementsOf } from '../evidence/statements.ts';
import { eventTypes } from '../incidents/event-types.ts';
import type { Incident, IncidentRecord } from '../incidents/incident.ts';
import { periodsOf } from '../incidents/periods.ts';
import type { Measure, Query } from '../incidents/query.ts';
import type { Question } from '../kernel/question.ts';
import { type DialogueState, kept } from '../reading/dialogue-state.ts';
import type { ParseResult } from '../reading/parse-result.ts';
import type { Dependencies } from './ports.ts';
import { asParsedQuery, runQuery } from './run-query.ts';

const indexes = new WeakMap<readonly IncidentRecord[], IndexedStory[]>();

function indexOf(records: readonly IncidentRecord[]): IndexedStory[] {
  const index = indexes.get(records) ?? indexStories(records);
  indexes.set(records, index);
  return index;
}

/** Measures that are about many incidents, whatever one of them is called. */
const ofMany = new Set<Measure>([
  'count',
  'trend',
  'rank',
  'compare',
  'difference',
  'average',
  'share',
  'span',
  'changes',
  'map',
  'timeline',
]);

const singular = new Set(eventTypes.map((t) => t.one.toLowerCase()));
const plural = new Set(
  eventTypes.flatMap((t) => [
    t.many.toLowerCase(),
    ...t.words.filter((w) => w.endsWith('s') && singular.has(w.slice(0, -1))),
  ]),
);

/** Whether the first event that a question names is several: "attacks in Mosul", not "was it linked to earlier attacks?". */
function namesSeveral(question: string): boolean {
  const words = wordsOf(question).map((w) => w.toLowerCase());
  const first = words.find(
    (w) => singular.has(w) || plural.has(w) || w === 'attacks' || w === 'incidents' || w === 'events',
  );
  return first !== undefined && !singular.has(first);
}

/** Whether what a question fixes by itself, its days and places, agrees with an incident. */
function agrees({ filter }: Query, { incident, terms }: IndexedStory): boolean {
  const { start, end } = incident.when;
  const periods = periodsOf(filter);
  if (periods && (start === null || end === null)) return false;
  const inPeriod =
    !periods ||
    periods.some(
      (p) =>
        (p.start === null || (end ?? '') >= p.start.slice(0, 10)) &&
        (p.end === null || (start ?? '') < p.end.slice(0, 10)),
    );
  const named = (name: string) => termsOf(name).every((t) => terms.includes(t));
  const inPlaces =
    !filter.places?.length ||
    filter.places.some(
      (p) =>
        [p.name, ...p.dataNames].some(named) ||
        (p.level !== 'country' && p.country !== undefined && p.country === incident.where.country && near(p, incident)),
    );
  return inPeriod && inPlaces;
}

const near = ({ lat, lon }: { lat?: number | undefined; lon?: number | undefined }, { where }: Incident): boolean =>
  lat !== undefined &&
  lon !== undefined &&
  where.lat !== undefined &&
  where.lon !== undefined &&
  Math.abs(lat - where.lat) < 0.5 &&
  Math.abs(lon - where.lon) < 0.5;

interface Asked {
  question: string;
  /** The question read by itself, and in its thread. */
  alone: ParseResult;
  meant: ParseResult;
  state: DialogueState | undefined;
}

const refused = (read: ParseResult) => read.kind === 'declined' && read.why !== 'off-topic';

/** The story that a question is about: the one it names, else that of its thread. */
function subjectOf(
  { question, alone, meant, state }: Asked,
  stories: readonly IndexedStory[],
  crowded: boolean,
): IndexedStory | undefined {
  if (refused(alone) || refused(meant)) return undefined;
  const query = alone.kind === 'query' && !alone.second ? alone.query : undefined;
  if (alone.kind === 'query' && alone.second) return undefined;
  if (query && ofMany.has(query.measure)) return undefined;
  const several = namesSeveral(question);
  const matches = matchStories(question, stories).filter((m) => !query || agrees(query, m.story));
  const [best, next] = matches;
  const current = state?.ids.length === 1 ? stories.find((s) => s.incident.id === state.ids[0]) : undefined;
  if (several && !current) return undefined;
  if (best && isNamed(best, next, crowded) && !several) {
    const now = current && matches.find((m) => m.story === current);
    if (!now || best.story === current || best.named > now.named * 1.3 + 0.3) return best.story;
    return current;
  }
  if (!current || several || (query && !agrees(query, current))) return undefined;
  return current;
}

/** Whether a question names a story, and no other as well. */
function isNamed(best: StoryMatch, next: StoryMatch | undefined, crowded: boolean): boolean {
  if (best.words < (crowded ? 2 : 1) && best.share < 0.75) return false;
  if (best.share < (crowded ? 0.7 : 0.4)) return false;
  return !next || best.named + best.share > (next.named + next.share) * 1.15;
}

/** Any incident of a thread whose next turn is not understood: what its own words say of it. */
async function threadIncident(
  { incidents }: Dependencies,
  { alone, meant, state }: Asked,
): Promise<IndexedStory | undefined> {
  const [id, ...others] = state?.ids ?? [];
  if (id === undefined || others.length > 0 || meant.kind === 'query' || refused(alone) || refused(meant))
    return undefined;
  const record = await incidents.get(id);
  return record?.kind === 'incident' ? indexStory(record, []) : undefined;
}

/**
 * The answer to a question about one incident, told from what its record says and who says it; undefined where the
 * question is about none, or about many.
 */
export async function answerFromStory(
  deps: Dependencies,
  question: Question,
  context: QuestionContext,
  meant: ParseResult,
): Promise<{ answer: Answer; state: DialogueState } | undefined> {
  const { normalized, state } = context;
  if (normalized.language !== 'en' || normalized.reworded) return undefined;
  const text = normalized.pivot.text;
  const stories = indexOf(await deps.incidents.stories());
  if (stories.length === 0 && state?.ids.length !== 1) return undefined;
  const alone = state ? parseQuestion(deps.names, question, { ...context, state: undefined }) : meant;
  const asked: Asked = { question: text, alone, meant, state };
  const crowded = (await deps.incidents.coverage()).incidents > 20 * stories.length;
  const story = subjectOf(asked, stories, crowded) ?? (await threadIncident(deps, asked));
  if (!story) return undefined;
  const statements = statementsOf(story);
  const ask = askOf(text, story, statements);
  const lines = answerStory(story, ask, statements);
  const query: Query = {
    measure: 'describe',
    of: 'incidents',
    filter: { ids: [story.incident.id] },
    order: 'newest',
    limit: 5,
    offset: 0,
  };
  const told = await runQuery(deps.incidents, asParsedQuery(query));
  const answer = composeStory(told, story, lines);
  return { answer, state: { ...kept(query, told.result, state), why: answer.text } };
}
