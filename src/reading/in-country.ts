import { type EntityLinker, isObscure, type PlaceCandidate } from '../entities/entity-linker.ts';
import type { ActorReading, PlaceReading } from './readers/candidates.ts';

const wide = new Set<PlaceCandidate['level']>(['country', 'world-region']);
const isCountry = ({ value }: PlaceReading) => value.candidates[0]?.level === 'country';
const isWide = ({ value }: PlaceReading) => wide.has(value.candidates[0]?.level ?? 'country');

/** "Tripoli, Lebanon", "Tripoli in Lebanon", "Tripoli (Lebanon)". */
const apposed = /^(?:,|, in| in| of|,? \()(?: the)? ?$/i;
/** Words between a place and a country that is another one. */
const another =
  /[&+;]|\b(?:and|or|with|vs?|versus|than|to|from|but|not|except|outside|excluding|without|into|across|against)\b/i;
const closeEnough = 0.85;

/** Those of its name in the country that the question puts it in. */
function there(
  { value: { said, level } }: PlaceReading,
  code: string,
  beside: boolean,
  names: EntityLinker,
): PlaceCandidate[] {
  const hints = { country: code, limit: 200, ...(level ? { level } : {}) };
  const inIt = (found: PlaceCandidate[]) =>
    found.filter((c) => c.countryCode === code && !wide.has(c.level)).slice(0, 6);
  const exact = inIt(names.places(said, { ...hints, exact: true }));
  if (!beside) return exact.filter((c) => !isObscure(c));
  return exact.length ? exact : inIt(names.places(said, hints)).filter((c) => c.score >= closeEnough);
}

/** The place and the country that are meant, where a country is named with the place. */
function settled(text: string, reading: PlaceReading, countries: readonly PlaceReading[], names: EntityLinker) {
  const between = (c: PlaceReading) => text.slice(Math.min(reading.end, c.end), Math.max(reading.start, c.start));
  const beside = countries.find((c) => c.start >= reading.end && apposed.test(between(c)));
  // "Lebanon, Tripoli" is a list.
  const holder = beside ?? countries.find((c) => /\p{L}/u.test(between(c)) && !another.test(between(c)));
  const best = reading.value.candidates[0];
  if (!holder || !best) return [];
  const named = holder.value.candidates.filter((c) => c.level === 'country');
  const own = named.find((c) => c.countryCode === best.countryCode);
  // "Brazzaville, Congo": of two countries of that name, the one that has it.
  if (own) return [[holder, only(holder, [own])] as const];
  for (const country of named) {
    const candidates = there(reading, country.countryCode ?? '', beside !== undefined, names);
    if (candidates.length) return [[reading, only(reading, candidates)] as const];
  }
  return [];
}

const only = (reading: PlaceReading, candidates: PlaceCandidate[]): PlaceReading => ({
  ...reading,
  value: { ...reading.value, candidates },
});

/** Of places of the same name, the one in the country that the question names with it. */
export function inItsCountry<R extends { facet: string }>(
  text: string,
  readings: (R | PlaceReading)[],
  names: EntityLinker,
) {
  const places = readings.filter(isPlace);
  const countries = places.filter(isCountry);
  if (countries.length === 0) return readings;
  const meant = new Map(places.filter((r) => !isWide(r)).flatMap((r) => settled(text, r, countries, names)));
  return readings.map((r) => (isPlace(r) ? (meant.get(r) ?? r) : r));
}

/** Of groups of the same name ("Christians"), those of the country that the question names. */
export function actorsInCountry<R extends { facet: string }>(readings: (R | ActorReading | PlaceReading)[]) {
  const places = readings.filter(isPlace);
  const countries = new Set(places.flatMap(({ value }) => value.candidates[0]?.country ?? []));
  return readings.map((r) => {
    if (!isActor(r) || !ambiguous(r)) return r;
    const candidates = r.value.candidates.filter(({ country }) => country !== undefined && countries.has(country));
    return candidates.length ? { ...r, value: { candidates } } : r;
  });
}

const isPlace = (r: { facet: string }): r is PlaceReading => r.facet === 'place';
const isActor = (r: { facet: string }): r is ActorReading => r.facet === 'actor';
const ambiguous = ({ value }: ActorReading) => value.candidates.filter((c) => c.score > 0.999).length > 1;
