import type { Incident, IncidentRecord } from '../incidents/incident.ts';
import { areKin, isIn, termsOf } from './lexicon.ts';
import { type Story, statementsOf } from './statements.ts';

/** A story with the words by which it is found: those that name it, and all that it has. */
export interface IndexedStory extends Story {
  naming: string[];
  terms: string[];
}

const dayWords = (r: IncidentRecord): string => {
  if (!r.when.start) return '';
  const day = Temporal.PlainDate.from(r.when.start);
  return `${day.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', weekday: 'long' })}`;
};

const namingOf = (r: IncidentRecord): string[] =>
  termsOf(
    [
      r.title,
      r.where.place,
      r.where.description,
      r.where.admin1,
      r.where.admin2,
      r.where.country,
      ...(r.where.between?.map((p) => p.name) ?? []),
      dayWords(r),
      ...r.eventTypes,
      ...r.actors.map((a) => a.actor),
    ]
      .filter(Boolean)
      .join(' '),
  );

/** Words of a title and a place that another record shares make the two belong together: two, or the same place. */
function belongs(r: IncidentRecord, to: IncidentRecord, naming: readonly string[]): boolean {
  if (r.kind === 'incident' || r.where.country !== to.where.country) return false;
  const words = termsOf(`${r.statement} ${r.where.place ?? ''} ${r.where.admin1 ?? ''}`);
  return words.filter((w) => naming.some((n) => areKin(n, w))).length >= 2;
}

/** An incident with what belongs to it and the words by which it is found. */
export function indexStory(incident: Incident, others: readonly IncidentRecord[]): IndexedStory {
  const naming = namingOf(incident);
  const linked = others.filter((r) => belongs(r, incident, naming));
  const all = statementsOf({ incident, linked }).flatMap((s) => [...s.terms, ...s.byTerms]);
  return { incident, linked, naming, terms: [...new Set([...naming, ...all])] };
}

/** The incidents among some records, each with what belongs to it. */
export function indexStories(records: readonly IncidentRecord[]): IndexedStory[] {
  const others = records.filter((r) => r.kind !== 'incident');
  return records.flatMap((r) => (r.kind === 'incident' ? indexStory(r, others) : []));
}

/** How well a question names a story. `named`: weight of the words that name it; `words`: how many; `share`: of all words it has, 0 to 1. */
export interface StoryMatch {
  story: IndexedStory;
  named: number;
  words: number;
  share: number;
  /** How many words of the question mean something. */
  of: number;
  /** One of them is in its title, and no name of its place. */
  titled: boolean;
}

/** Words that ask, and do not name what is asked about. */
const asking = [
  'ask.claim',
  'ask.deny',
  'ask.blame',
  'ask.suspect',
  'ask.speak',
  'ask.credible',
  'ask.unknown',
  'asking',
];

type Field = 'naming' | 'terms';

/** The names of the place of an incident, as stems. */
export const placeTerms = ({ where }: IncidentRecord): string[] =>
  termsOf(
    [where.place, where.admin1, where.admin2, where.country, ...(where.between?.map((p) => p.name) ?? [])]
      .filter(Boolean)
      .join(' '),
  );

const titledBy = (wanted: readonly string[], { incident }: IndexedStory): boolean => {
  const places = placeTerms(incident);
  return termsOf(incident.title ?? '').some((t) => !places.includes(t) && wanted.includes(t));
};

/** The fewer have a word the more it weighs; one that none has is as likely a word of the question as a name. */
const rarityOf = (all: number, having: number): number => Math.log(1 + all / (having || 3));

/** The stories that share words with a question, best first. */
export function matchStories(question: string, stories: readonly IndexedStory[]): StoryMatch[] {
  const wanted = termsOf(question).filter((t) => !asking.some((name) => isIn(name, t)));
  const weights = (of: Field) =>
    wanted.map((w) => rarityOf(stories.length, stories.filter((s) => s[of].includes(w)).length));
  const rarity = { naming: weights('naming'), terms: weights('terms') };
  const has = (terms: readonly string[], w: string) =>
    terms.includes(w) ? 1 : terms.some((t) => areKin(t, w)) ? 0.7 : 0;
  const total = rarity.terms.reduce((a, b) => a + b, 0) || 1;
  const weightIn = (story: IndexedStory, of: Field) =>
    wanted.reduce((n, w, i) => n + has(story[of], w) * (rarity[of][i] ?? 0), 0);
  return stories
    .map((story) => ({
      story,
      named: weightIn(story, 'naming'),
      words: wanted.filter((w) => has(story.naming, w) > 0).length,
      share: weightIn(story, 'terms') / total,
      of: wanted.length,
      titled: titledBy(wanted, story),
    }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.named + b.share - (a.named + a.share));
}
