import type { EntityLinker } from '../entities/entity-linker.ts';
import type { Vocabulary, VocabularyActor, VocabularyPlace } from '../incidents/data-profile.ts';
import type { Filter, PlaceFilter } from '../incidents/query.ts';
import { fold } from '../kernel/normalise.ts';

/** What is new in the names of the data. */
export interface VocabularyChange {
  /** Whether a filter may have to be linked to any of the new names. */
  concerns(filter: Filter): boolean;
  /** Whether words may mean something else by now. */
  isIn(words: string): boolean;
}

const placeKey = ({ level, name, country }: VocabularyPlace) => `${level}|${name}|${country}`;

const beginning = ({ name, country }: VocabularyPlace) => `${country}|${name.split(' ', 1)[0]}`;

/** Returns a test for towns and provinces that may share a name: a question means the one with more incidents. */
function sharesName(places: readonly VocabularyPlace[]): (place: VocabularyPlace) => boolean {
  const of = (wanted: VocabularyPlace['level']) =>
    new Set(places.filter(({ level }) => level === wanted).map(beginning));
  const [towns, provinces] = [of('place'), of('admin1')];
  return (place) => (place.level === 'place' ? provinces : towns).has(beginning(place)) && isEither(place);
}
const isEither = ({ level }: VocabularyPlace) => level === 'place' || level === 'admin1';

const otherScript = /[\u0400-\u1fff\u3000-\ud7ff]/;
const longestName = 6;

/** A group may be meant by some of the words of its name. */
const tellingWords = (names: readonly string[]): string[] =>
  names.flatMap((name) => name.split(' ')).filter((word) => word.length > 3);

/** Whether words have one of the folded names in them. What is not in Latin letters may be written in too many ways. */
function mention(names: ReadonlySet<string>): (words: string) => boolean {
  return (words) => {
    if (names.size === 0) return false;
    if (otherScript.test(words)) return true;
    const tokens = fold(words).split(' ');
    return tokens.some((_, from) =>
      tokens.slice(from, from + longestName).some((_, n) => names.has(tokens.slice(from, from + n + 1).join(' '))),
    );
  };
}

/** Returns a function to what is new in a vocabulary, which `names` has learnt, since it was called before. */
export function createVocabularyDiff({ calledAs }: Pick<EntityLinker, 'calledAs'>) {
  let places = new Map<string, VocabularyPlace>();
  let actors = new Map<string, VocabularyActor>();
  return (vocabulary: Vocabulary): VocabularyChange => {
    const isNew = (p: VocabularyPlace) => !places.has(placeKey(p));
    const isShared = sharesName(vocabulary.places);
    const changed = vocabulary.places.filter(
      (p) => isNew(p) || (places.get(placeKey(p))?.incidents !== p.incidents && isShared(p)),
    );
    const newPlaces = changed.filter(isNew);
    const newActors = vocabulary.actors.filter(({ name }) => !actors.has(name));
    places = new Map(vocabulary.places.map((p) => [placeKey(p), p]));
    actors = new Map(vocabulary.actors.map((a) => [a.name, a]));
    const groups = newActors.flatMap(calledAs);
    const countries = new Set(newPlaces.map(({ country }) => country ?? ''));
    const everywhere = newPlaces.some(({ level, country }) => level === 'country' || country === null);
    const near = (p: PlaceFilter) => everywhere || !p.countries.length || p.countries.some((c) => countries.has(c));
    return {
      concerns(filter) {
        const actor = filter.actors ?? filter.exclude?.actors ?? filter.pair ?? filter.attribution?.actor;
        const asked = [...(filter.places ?? []), ...(filter.exclude?.places ?? [])];
        return asked.some(near) || (newActors.length > 0 && actor !== undefined);
      },
      isIn: mention(new Set([...changed.flatMap(calledAs), ...groups, ...tellingWords(groups)])),
    };
  };
}
