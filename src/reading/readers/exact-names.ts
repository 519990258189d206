import {
  type ActorCandidate,
  type EntityLinker,
  isObscure,
  isWide,
  type PlaceCandidate,
} from '../../entities/entity-linker.ts';
import { soundKey } from '../../entities/phonetic-key.ts';
import { levelInName } from '../../entities/place-kinds.ts';
import { foldWithoutPlaceType } from '../../kernel/normalise.ts';
import type { Reading, Span } from '../span.ts';
import { overlaps, type Word } from '../text.ts';
import { cueAround, isCalendarWord, placeCue } from './place-types.ts';

/** `said`: the name alone. */
export type PlaceReading = Reading<
  'place',
  { said: string; candidates: PlaceCandidate[]; level?: PlaceCandidate['level'] }
>;
export type ActorReading = Reading<'actor', { candidates: ActorCandidate[] }>;
export type NameReading = PlaceReading | ActorReading;

/** Grammar beside a word such as "state" makes no name of it. */
const small = /^(?:and|or|of|the|in|by|to|with|al|el|ad|ar|as|at|an|az|ez|ash)$/;
const acronym = /^(?:[A-Z]{2,}|[A-Z]\.?[A-Z]\.?)$/;

/** An ordinary word is a name only with a reason: capitals inside a sentence that is not all capitals. */
function allowed(text: string, span: Word[], names: EntityLinker, sentence: Word[]): boolean {
  if (span.some((word) => isCalendarWord(word.text))) return false;
  if (span.every((word) => placeCue.test(word.text) || small.test(word.lower))) return false;
  const before = text.slice(0, (span[0] as Word).start);
  const said = text.slice((span[0] as Word).start, (span.at(-1) as Word).end);
  const wide = () => isWide(names.places(said, { exact: true, limit: 1 })[0]);
  if (span.length === 1 && /^\p{Ll}{1,2}$/u.test(said)) return /\bthe $/i.test(before) && wide();
  if (/\b(?:pro|anti|non)-$/i.test(before)) return false;
  if (!span.every((word) => names.isOrdinaryWord(word.lower))) return true;
  const shouted =
    sentence.filter((word) => word.text === word.text.toUpperCase() && /[A-Z]/.test(word.text)).length >
    sentence.length / 2;
  if (span.length === 1) {
    const word = span[0] as Word;
    if (acronym.test(word.text)) return !shouted;
    return /^\p{Lu}/u.test(word.text) && !shouted && (word !== sentence[0] || wide());
  }
  return span.some((word) => /^\p{Lu}/u.test(word.text)) || wide();
}

/** Every span of words that exactly names a place or an actor, longest first. */
export function readExactNames(text: string, words: Word[], names: EntityLinker, taken: Span[]): NameReading[] {
  const found: NameReading[] = [];
  for (let length = Math.min(names.longest, words.length); length >= 1; length--) {
    for (let i = 0; i + length <= words.length; i++) {
      const span = words.slice(i, i + length);
      const range = { start: (span[0] as Word).start, end: (span.at(-1) as Word).end };
      if (
        taken.some((t) => overlaps(t, range)) ||
        found.some((f) => overlaps(f, range) && f.end - f.start > range.end - range.start)
      )
        continue;
      if (!allowed(text, span, names, words)) continue;
      found.push(...readSpan(text, range, words, names));
    }
  }
  return found;
}

const within = (range: Span, level: PlaceCandidate['level'] | undefined) => level && { ...range, level };

/** A name the data knows is the likelier reading. */
const knownBonus = (candidates: { incidents: number }[]) => ((candidates[0]?.incidents ?? 0) > 0 ? 0.06 : 0);

type Cue = Span & { level: PlaceCandidate['level'] };

/** The places of an exact name with the cue beside it; "province of" a country is not that country's cue. */
function cued(said: string, cue: Cue | undefined, range: Span, names: EntityLinker) {
  const look = (level?: Cue['level']) => names.places(said, { exact: true, limit: 6, ...(level ? { level } : {}) });
  const places = look(cue?.level);
  const before = cue !== undefined && cue.start < range.start;
  if (before && cue.level !== 'country' && places[0]?.level === 'country') return { places: look(), cue: undefined };
  return { places, cue };
}

function readSpan(text: string, range: Span, words: Word[], names: EntityLinker): NameReading[] {
  const said = text.slice(range.start, range.end);
  const { cue, places } = cued(said, cueAround(text, range) ?? within(range, levelInName(said)), range, names);
  const actors = names.actors(said, { exact: true, limit: 4 });
  const made: NameReading[] = [];
  const obscure = !placeFollows.test(text.slice(0, range.start)) && !cue && isObscure(places[0]);
  const span = cue ? { start: Math.min(range.start, cue.start), end: Math.max(range.end, cue.end) } : range;
  const spoken = words.filter((w) => overlaps(w, range));
  const weight = Math.min(0.06, 0.02 * (spoken.length - 1));
  const other = actors.length > 0 && !cue && (isObscure(places[0]) || isCalledOtherwise(places[0], said));
  if (places.length && !other && !(obscure && spoken.every((w) => names.isOrdinaryWord(w.lower))))
    made.push({
      facet: 'place',
      ...span,
      words: text.slice(span.start, span.end),
      score: (obscure ? 0.7 : 0.86) + weight + knownBonus(places) + (cue ? 0.06 : 0),
      value: { said, candidates: places, ...(cue ? { level: cue.level } : {}) },
    });
  if (actors.length)
    made.push({
      facet: 'actor',
      ...range,
      words: said,
      score: 0.85 + weight + knownBonus(actors),
      value: { candidates: actors },
    });
  return made;
}

const placeFollows = /(?:^|\s)(?:in|near|around|outside|within|inside|from|at|of|to)(?: the)? $/i;

/** "Hamas" is what another language calls Hamm: where a group has that name, it is the group. */
const isCalledOtherwise = (place: PlaceCandidate | undefined, said: string) =>
  (place?.level === 'town' || place?.level === 'admin2') &&
  soundKey(foldWithoutPlaceType(place.name)) !== soundKey(foldWithoutPlaceType(said));
