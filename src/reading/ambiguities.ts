import type { PlaceCandidate } from '../entities/entity-linker.ts';
import { type Facets, withReading } from './extract-slots.ts';
import type { Clarification, ClarificationChoice } from './parse-result.ts';
import type { ActorReading, Guess, PlaceReading, UnknownReading } from './readers/candidates.ts';

/** The facets with one reading chosen, and how to present it. */
export interface ReadingChoice extends Pick<ClarificationChoice, 'means' | 'question'> {
  facets: Facets;
}

/** One question back, with the readings to choose from. */
export interface Ambiguity {
  ask: Clarification;
  choices: ReadingChoice[];
  unread: string[];
}

const replaceSpan = (text: string, at: { start: number; end: number }, words: string) =>
  text.slice(0, at.start) + words + text.slice(at.end);

const placeMeaning = ({ name, level, country }: PlaceCandidate): ClarificationChoice['means'] => ({
  kind: 'place',
  name,
  level,
  ...(country && level !== 'country' ? { country } : {}),
});

/** A reading with one of its candidates, or another one, alone. */
const withCandidate = <R extends PlaceReading | ActorReading>(
  reading: R,
  candidate: R['value']['candidates'][number],
): R => ({
  ...reading,
  value: { ...reading.value, candidates: [candidate] },
});

/** The unknown words as the place or actor that they are like. */
export function asReading({ start, end, words, score }: UnknownReading, guess: Guess): PlaceReading | ActorReading {
  const span = { start, end, words, score };
  return guess.kind === 'place'
    ? { ...span, facet: 'place', value: { said: guess.as.name, candidates: [guess.as] } }
    : { ...span, facet: 'actor', value: { candidates: [guess.as] } };
}

/** The first name that is unknown or ambiguous, which must be asked about before answering; undefined if there is none. */
export function findAmbiguity(facets: Facets): Ambiguity | undefined {
  return unknownName(facets) ?? ambiguousActor(facets) ?? ambiguousPlace(facets);
}

/** An unknown name, with the three most similar ones. */
function unknownName(facets: Facets): Ambiguity | undefined {
  const { place: places, actor, eventType, period, quantity } = facets;
  const alone = [places, actor, eventType, period, quantity].every((f) => f.length === 0);
  const found = facets.unknown.find(
    (r) =>
      alone ||
      (/\p{L}{3}/u.test(r.words) &&
        (/^[\p{Lu}\p{Lo}]/u.test(r.words) || r.value.guesses.length > 0 || r.value.kind === 'actor')),
  );
  if (!found) return undefined;
  const choices = found.value.guesses.map((guess) => ({
    means: { kind: 'place' as const, name: guess.as.name },
    question: replaceSpan(facets.text, found, guess.as.name),
    facets: withReading(facets, found, asReading(found, guess)),
  }));
  return { ask: { kind: 'unknown', name: found.words }, choices, unread: [found.words] };
}

const which = (choices: ReadingChoice[]): Ambiguity => ({ ask: { kind: 'which' }, choices, unread: [] });

/** Two towns of one name in different countries that the data knows about equally well. */
function ambiguousPlace(facets: Facets): Ambiguity | undefined {
  const [reading, another] = facets.place;
  const [a, b] = reading?.value.candidates ?? [];
  if (!reading || another || !a || !b || a.score < 0.999 || b.score < 0.999) return undefined;
  if (a.countryCode === b.countryCode || a.level !== b.level || b.incidents < 3) return undefined;
  if (a.incidents > 2 * b.incidents) return undefined;
  return which(
    [a, b].map((c) => ({
      means: placeMeaning(c),
      question: replaceSpan(facets.text, reading, `${c.name}, ${c.country}`),
      facets: withReading(facets, reading, withCandidate(reading, c)),
    })),
  );
}

const exact = ({ value }: ActorReading) => value.candidates.filter((c) => c.score > 0.999);

/** An acronym that several groups share, none of them far likelier by the data. */
function ambiguousActor(facets: Facets): Ambiguity | undefined {
  const reading = facets.actor.find((r) => {
    const [a, b] = exact(r);
    return a && b && b.incidents >= 3 && a.incidents <= 2 * b.incidents;
  });
  if (!reading) return undefined;
  return which(
    exact(reading)
      .slice(0, 4)
      .map((c) => ({
        means: { kind: 'actor', name: c.name, ...(c.country ? { country: c.country } : {}) },
        question: replaceSpan(facets.text, reading, c.name),
        facets: withReading(facets, reading, withCandidate(reading, c)),
      })),
  );
}

/** Readings that were not taken but are offered: the province instead of the town of the same name. */
export function otherReadings(facets: Facets): ReadingChoice[] {
  return [...otherDayOrder(facets), ...otherLevels(facets), ...otherCountries(facets)];
}

const numericDate = /\b(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b/;

/** "03/04/2016" the other way round. */
const otherDayOrder = (facets: Facets): ReadingChoice[] =>
  facets.period.flatMap((reading) => {
    const [all, a, , b, y] = reading.words.match(numericDate) ?? [];
    if (!all || !a || !b || a === b || Number(a) > 12 || Number(b) > 12) return [];
    const iso = (m: string, d: string) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
    const day = reading.value.start?.startsWith(iso(b, a)) ? iso(a, b) : iso(b, a);
    const value = { start: day, end: Temporal.PlainDate.from(day).add({ days: 1 }).toString() };
    return [
      {
        means: { kind: 'day', day },
        question: replaceSpan(facets.text, reading, `on ${day}`),
        facets: withReading(facets, reading, { ...reading, value }),
      },
    ];
  });

/** "Congo" is two countries. */
const otherCountries = (facets: Facets): ReadingChoice[] =>
  facets.place.flatMap((reading) => {
    const [best, ...others] = reading.value.candidates;
    const other = others.find((c) => c.level === 'country' && c.score > 0.999);
    return best?.level === 'country' && other ? [alternativePlace(facets, reading, other, other.name)] : [];
  });

/** The word that decides, in a question. */
const levels: Partial<Record<PlaceCandidate['level'], string>> = { admin1: 'province', town: 'town' };

const otherLevels = (facets: Facets): ReadingChoice[] =>
  facets.place.flatMap((reading) => {
    const [best, ...others] = reading.value.candidates;
    if (!best || reading.value.level) return [];
    const other = others.find(
      (c) =>
        c.score > 0.999 &&
        c.incidents > 0 &&
        c.countryCode === best.countryCode &&
        c.level !== best.level &&
        levels[c.level],
    );
    return other ? [alternativePlace(facets, reading, other, `${other.name} ${levels[other.level]}`)] : [];
  });

const alternativePlace = (
  facets: Facets,
  reading: PlaceReading,
  other: PlaceCandidate,
  words: string,
): ReadingChoice => ({
  means: placeMeaning(other),
  question: replaceSpan(facets.text, reading, words),
  facets: withReading(facets, reading, withCandidate(reading, other)),
});
