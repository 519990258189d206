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

const saysItself = /\b(?:province|state|region|governorate|district|county|oblast|department)\b/i;

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
  const said = level === 'country' || level === 'place' || saysItself.test(name) ? name : `${name} ${kind}`;
  const words = level === 'country' || !country ? said : `${said}, ${country}`;
  return { key: placeKey(place), name: words, kind, incidents, folds: [fold(name)] };
}

const byIncidents = (a: Entry, b: Entry) => b.incidents - a.incidents;

/** "Samarra, Iraq", "Sahel": what lies in several countries is known by its name alone. */
const ofGazetteer = ({ id, level, name, country }: PlaceRow): PrefixMatch => {
  const alone = level === 'country' || level === 'world-region' || country.includes(' ');
  return { key: `gazetteer:${id}`, name: alone ? name : `${name}, ${countryName(country)}`, incidents: 0 };
};

/** Those whose best-known name begins so before those with another name that does. */
const byOwnName = (rows: PlaceRow[], wanted: string): PlaceRow[] => {
  const own = (row: PlaceRow) => fold(row.name).startsWith(wanted);
  return [...rows.filter(own), ...rows.filter((row) => !own(row))];
};

const shortest = 2;

interface ActorNames {
  like(text: string): ActorCandidate[];
  /** The key of the actor that the data calls so. */
  keyOf(dataName: string): string | undefined;
}

/** The first that begin so, then those with a word inside that does; `foldsOf` are an entry's names, folded. */
export function prefixMatches<T>(
  all: readonly T[],
  wanted: string,
  most: number,
  foldsOf: (one: T) => readonly string[],
): T[] {
  const found: T[] = [];
  const inside: T[] = [];
  for (const one of all) {
    const folds = foldsOf(one);
    if (folds.some((words) => words.startsWith(wanted))) found.push(one);
    else if (inside.length < most && folds.some((words) => words.includes(` ${wanted}`))) inside.push(one);
    if (found.length >= most) return found;
  }
  return [...found, ...inside].slice(0, most);
}

/** Names that begin as typed, whole ones first: the data's own by how often it has them, then the gazetteer's by population. */
export function createPrefixSearch(vocabulary: Vocabulary, store: PlaceStore, { like: actorsLike, keyOf }: ActorNames) {
  const places = vocabulary.places.map(entryOf).sort(byIncidents);
  const actors = vocabulary.actors
    .map((a): Entry => ({ key: keyOf(a.name) ?? '', name: a.name, incidents: a.incidents, folds: [fold(a.name)] }))
    .filter(({ key }) => key !== '')
    .sort(byIncidents);
  return (kind: 'place' | 'actor', typed: string, most: number): PrefixMatch[] => {
    const wanted = fold(typed);
    const all = kind === 'place' ? places : actors;
    const whole = all.filter(({ folds: [name] }) => name === wanted);
    const begun = prefixMatches(all, wanted, most, (e) => e.folds).filter((one) => !whole.includes(one));
    const known: PrefixMatch[] = [...whole, ...begun].slice(0, most);
    if (known.length >= most || wanted.length < shortest) return known;
    const more =
      kind === 'place' ? byOwnName(store.byPrefix(wanted, most * 2), wanted).map(ofGazetteer) : actorsLike(typed);
    const shown = new Set(known.map(({ name }) => name));
    const others = more.filter(({ name }) => !shown.has(name) && shown.add(name));
    return [...known, ...others.map(({ key, name, incidents }) => ({ key, name, incidents }))].slice(0, most);
  };
}
