import { type ActorCandidate, isObscure, type PlaceCandidate } from '../entities/entity-linker.ts';
import { areRivals } from '../frames/link-result.ts';
import type { Clarification, ClarificationChoice } from '../reading/parse-result.ts';
import { type Draft, itemsOf, wordsOf } from './draft.ts';
import type { ActorMention, Item, PlaceMention, Unknown } from './item.ts';
import { mapMentions } from './settle/map-mentions.ts';

/** Another draft, with what sets it apart and the question reworded. */
export interface Choice {
  means: ClarificationChoice['means'];
  question: string;
  draft: Draft;
}

const placeMeaning = ({ name, level, country, lat, lon }: PlaceCandidate): ClarificationChoice['means'] => ({
  kind: 'place',
  name,
  level,
  ...(country && level !== 'country' ? { country } : {}),
  ...(lat === undefined || lon === undefined ? {} : { lat, lon }),
});
const actorMeaning = ({ name, country }: ActorCandidate): ClarificationChoice['means'] => ({
  kind: 'actor',
  name,
  ...(country ? { country } : {}),
});

const mapItems = (draft: Draft, change: (item: Item) => Item): Draft => ({
  ...draft,
  path: { ...draft.path, items: draft.path.items.map(change) },
});
const reworded = ({ text }: Draft, said: string, words: string) => text.replace(said, () => words);

const withPlace = (draft: Draft, mention: PlaceMention, c: PlaceCandidate): Draft =>
  mapItems(draft, (item) =>
    mapMentions(
      item,
      (p) => (p === mention ? { ...p, candidates: [c] } : p),
      (a) => a,
    ),
  );
const withActor = (draft: Draft, mention: ActorMention, c: ActorCandidate): Draft =>
  mapItems(draft, (item) =>
    mapMentions(
      item,
      (p) => p,
      (a) => (a === mention ? { ...a, candidates: [c] } : a),
    ),
  );

/** The names of a draft as they stand in its items. */
function mentions(draft: Draft) {
  const places: PlaceMention[] = [];
  const actors: ActorMention[] = [];
  for (const item of draft.path.items)
    mapMentions(
      item,
      (p) => {
        places.push(p);
        return p;
      },
      (a) => {
        actors.push(a);
        return a;
      },
    );
  return { places, actors };
}

/** The first name that must be asked about before answering, with what it may be. */
export function ambiguityOf(draft: Draft): { ask: Clarification; choices: Choice[] } | undefined {
  return unknownName(draft) ?? whichOne(draft);
}

function unknownName(draft: Draft) {
  const [item] = itemsOf(draft, 'unknown');
  if (!item) return undefined;
  return { ask: { kind: 'unknown' as const, name: wordsOf(draft, item) }, choices: guesses(draft, item) };
}

/** What an unknown word resembles, each as the question with it. */
function guesses(draft: Draft, item: Item<'unknown'>): Choice[] {
  const { places, actors, said, kind }: Unknown = item.value;
  const asPlaces = places.map(
    (c): Choice => ({
      means: placeMeaning(c),
      question: reworded(draft, said, c.name),
      draft: mapItems(draft, (i) =>
        i === item
          ? ({ ...item, cat: 'where', value: { relation: 'in', places: [{ said, candidates: [c] }] } } as Item)
          : i,
      ),
    }),
  );
  const asActors = actors.map(
    (c): Choice => ({
      means: actorMeaning(c),
      question: reworded(draft, said, c.name),
      draft: mapItems(draft, (i) =>
        i === item
          ? ({ ...item, cat: 'party', value: { role: 'either', all: [{ said, candidates: [c] }] } } as Item)
          : i,
      ),
    }),
  );
  const actorFirst = (actors[0]?.score ?? 0) > (places[0]?.score ?? 0);
  // A place does nothing: "by X" asks who.
  const all = kind === 'actor' ? asActors : actorFirst ? [...asActors, ...asPlaces] : [...asPlaces, ...asActors];
  return all.filter((c, i) => all.findIndex((o) => isCalledAlike(o.means, c.means)) === i).slice(0, 3);
}

/** Whether nobody could tell them apart by what they are called. */
function isCalledAlike(a: ClarificationChoice['means'], b: ClarificationChoice['means']): boolean {
  const called = (means: ClarificationChoice['means']) => JSON.stringify({ ...means, lat: undefined, lon: undefined });
  return called(a) === called(b);
}

/** Places of one name in two countries, or groups of one name, that the data knows about equally well. */
function whichOne(draft: Draft) {
  const { places, actors } = mentions(draft);
  const ask = { kind: 'which' as const };
  for (const mention of places) {
    const [a, ...others] = mention.candidates.filter((c) => c.score > 0.99);
    if (!a || isObscure(a)) continue;
    // Countries of one name are asked about whatever the data holds: "Congo".
    const rivals = others.filter(
      (b) => b.level === a.level && b.countryCode !== a.countryCode && (b.level === 'country' || areRivals(a, b)),
    );
    if (rivals.length)
      return {
        ask,
        choices: [a, ...rivals].slice(0, 4).map((c) => ({
          means: placeMeaning(c),
          question: reworded(draft, mention.said, c.level === 'country' ? c.name : `${c.name}, ${c.country}`),
          draft: withPlace(draft, mention, c),
        })),
      };
  }
  for (const mention of actors) {
    const [a, ...others] = mention.candidates.filter((c) => c.score > 0.999);
    const rivals = a ? others.filter((b) => areRivals(a, b)) : [];
    if (a && rivals.length)
      return {
        ask,
        choices: [a, ...rivals].slice(0, 4).map((c) => ({
          means: actorMeaning(c),
          question: reworded(draft, mention.said, c.name),
          draft: withActor(draft, mention, c),
        })),
      };
  }
  return undefined;
}

const maxAlternatives = 5;
const levelWords: Partial<Record<PlaceCandidate['level'], string>> = { admin1: 'province', town: 'town' };

/** Readings that were not taken but are offered: the province instead of the town of the same name, the other order of day and month. */
export function alternativesOf(draft: Draft): Choice[] {
  const others = mentions(draft).places.flatMap((mention): Choice[] => {
    const [best, ...rest] = mention.candidates;
    if (!best || mention.people) return [];
    const country = best.level === 'country' ? rest.find((c) => c.level === 'country' && c.score > 0.999) : undefined;
    const level =
      mention.level || best.level === 'country'
        ? undefined
        : rest.find(
            (c) =>
              c.score > 0.999 &&
              c.incidents > 0 &&
              c.countryCode === best.countryCode &&
              c.level !== best.level &&
              levelWords[c.level],
          );
    const other = country ?? level;
    if (!other) return [];
    const words = level ? `${other.name} ${levelWords[other.level]}` : other.name;
    return [
      {
        means: placeMeaning(other),
        question: reworded(draft, mention.said, words),
        draft: withPlace(draft, mention, other),
      },
    ];
  });
  return [...otherDayOrder(draft), ...others].slice(0, maxAlternatives);
}

const numericDate = /\b(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b/;

/** "03/04/2016" the other way round. */
function otherDayOrder(draft: Draft): Choice[] {
  return itemsOf(draft, 'time').flatMap((item): Choice[] => {
    const words = wordsOf(draft, item);
    const [all, a, , b, y] = words.match(numericDate) ?? [];
    if (!all || !a || !b || a === b || Number(a) > 12 || Number(b) > 12) return [];
    const iso = (m: string, d: string) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
    const day = item.value.start?.startsWith(iso(b, a)) ? iso(a, b) : iso(b, a);
    const value = { start: day, end: Temporal.PlainDate.from(day).add({ days: 1 }).toString() };
    return [
      {
        means: { kind: 'day', day },
        question: reworded(draft, words, `on ${day}`),
        draft: mapItems(draft, (i) => (i === item ? ({ ...item, value } as Item) : i)),
      },
    ];
  });
}
