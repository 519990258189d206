import type { Vocabulary, VocabularyPlace } from '../incidents/data-profile.ts';
import { fold } from '../kernel/normalise.ts';
import { placeKey } from './data-places.ts';
import type { ActorCandidate, PrefixMatch } from './entity-linker.ts';
import { countryName } from './gazetteer/countries.ts';
import type { PlaceRow, PlaceStore } from './gazetteer/store.ts';

interface Entry extends PrefixMatch {
  folds: readonly [string];
}

const kinds: Record<VocabularyPlace['level'], string> = {
  country: 'country',
  admin1: 'province',
  admin2: 'district',
  place: 'town',
};

const hasPlaceType = /\b(?:province|state|region|governorate|district|county|oblast|department)\b/i;

const entries = new WeakMap<VocabularyPlace, Entry>();
function entryOf(place: VocabularyPlace): Entry {
  const entry = entries.get(place) ?? placeEntry(place);
  entries.set(place, entry);
  return entry;
}

/** "Anbar province, Iraq": with the word for its kind where a town may have the same name. */
function placeEntry(place: VocabularyPlace): Entry {
  const { level, name, country, incidents } = place;
  const kind = kinds[level];
  const label = level === 'country' || level === 'place' || hasPlaceType.test(name) ? name : `${name} ${kind}`;
  const words = level === 'country' || !country ? label : `${label}, ${country}`;
  return { key: placeKey(place), name: words, kind, incidents, folds: [fold(name)] };
}

const byIncidents = (a: Entry, b: Entry) => b.incidents - a.incidents;

/** "Samarra, Iraq", "Sahel": a place in several countries has no country in its name. */
const ofGazetteer = ({ id, level, name, country }: PlaceRow): PrefixMatch => {
  const alone = level === 'country' || level === 'world-region' || country.includes(' ');
  return { key: `gazetteer:${id}`, name: alone ? name : `${name}, ${countryName(country)}`, incidents: 0 };
};

/** Rows whose main name begins with the prefix before those with another name that does. */
const byOwnName = (rows: PlaceRow[], prefix: string): PlaceRow[] => {
  const own = (row: PlaceRow) => fold(row.name).startsWith(prefix);
  return [...rows.filter(own), ...rows.filter((row) => !own(row))];
};

const minPrefix = 2;

interface ActorNames {
  like(text: string): ActorCandidate[];
  /** The key of the actor with this name in the data. */
  keyOf(dataName: string): string | undefined;
}

/** At most `max` entries with a name that begins with the prefix, then those with a later word that does. `foldsOf`: an entry's folded names. */
export function prefixMatches<T>(
  all: readonly T[],
  prefix: string,
  max: number,
  foldsOf: (one: T) => readonly string[],
): T[] {
  const atStart: T[] = [];
  const inside: T[] = [];
  for (const one of all) {
    const folds = foldsOf(one);
    if (folds.some((words) => words.startsWith(prefix))) atStart.push(one);
    else if (inside.length < max && folds.some((words) => words.includes(` ${prefix}`))) inside.push(one);
    if (atStart.length >= max) return atStart;
  }
  return [...atStart, ...inside].slice(0, max);
}

/** Search by prefix: exact names first, then the data's names by incidents, then the gazetteer's by population. */
export function createPrefixSearch(vocabulary: Vocabulary, store: PlaceStore, { like: actorsLike, keyOf }: ActorNames) {
  const places = vocabulary.places.map(entryOf).sort(byIncidents);
  const actors = vocabulary.actors
    .map((a): Entry => ({ key: keyOf(a.name) ?? '', name: a.name, incidents: a.incidents, folds: [fold(a.name)] }))
    .filter(({ key }) => key !== '')
    .sort(byIncidents);
  return (kind: 'place' | 'actor', typed: string, max: number): PrefixMatch[] => {
    const prefix = fold(typed);
    const all = kind === 'place' ? places : actors;
    const exact = all.filter(({ folds: [name] }) => name === prefix);
    const prefixed = prefixMatches(all, prefix, max, (e) => e.folds).filter((one) => !exact.includes(one));
    const known: PrefixMatch[] = [...exact, ...prefixed].slice(0, max);
    if (known.length >= max || prefix.length < minPrefix) return known;
    const more =
      kind === 'place' ? byOwnName(store.byPrefix(prefix, max * 2), prefix).map(ofGazetteer) : actorsLike(typed);
    const shown = new Set(known.map(({ name }) => name));
    const others = more.filter(({ name }) => !shown.has(name) && shown.add(name));
    return [...known, ...others.map(({ key, name, incidents }) => ({ key, name, incidents }))].slice(0, max);
  };
}
