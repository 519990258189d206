import type { Vocabulary, VocabularyPlace } from '../incidents/data-profile.ts';
import { fold } from '../kernel/normalise.ts';
import type { ActorCandidate, PrefixMatch } from './entity-linker.ts';
import { countryName } from './gazetteer/countries.ts';
import type { PlaceRow, PlaceStore } from './gazetteer/store.ts';
import { prefixMatches } from './prefix-match.ts';

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
function placeEntry({ level, name, country, incidents }: VocabularyPlace): Entry {
  const kind = kinds[level];
  const said = level === 'country' || level === 'place' || saysItself.test(name) ? name : `${name} ${kind}`;
  const words = level === 'country' || !country ? said : `${said}, ${country}`;
  return { name: words, kind, incidents, folds: [fold(name)] };
}

const byIncidents = (a: Entry, b: Entry) => b.incidents - a.incidents;

/** "Samarra, Iraq", "Sahel": what lies in several countries is known by its name alone. */
const ofGazetteer = ({ level, name, country }: PlaceRow): PrefixMatch => {
  const alone = level === 'country' || level === 'world-region' || country.includes(' ');
  return { name: alone ? name : `${name}, ${countryName(country)}`, incidents: 0 };
};

/** Those whose best-known name begins so before those with another name that does. */
const byOwnName = (rows: PlaceRow[], wanted: string): PlaceRow[] => {
  const own = (row: PlaceRow) => fold(row.name).startsWith(wanted);
  return [...rows.filter(own), ...rows.filter((row) => !own(row))];
};

const shortest = 2;

/** Names that begin as typed: the data's own by how often it has them, then the gazetteer's by population. */
export function createPrefixSearch(
  vocabulary: Vocabulary,
  store: PlaceStore,
  actorsLike: (text: string) => ActorCandidate[],
) {
  const places = vocabulary.places.map(entryOf).sort(byIncidents);
  const actors = vocabulary.actors
    .map((a): Entry => ({ name: a.name, incidents: a.incidents, folds: [fold(a.name)] }))
    .sort(byIncidents);
  return (kind: 'place' | 'actor', typed: string, most: number): PrefixMatch[] => {
    const wanted = fold(typed);
    const known: PrefixMatch[] = prefixMatches(kind === 'place' ? places : actors, wanted, most, (e) => e.folds);
    if (known.length >= most || wanted.length < shortest) return known;
    const more =
      kind === 'place' ? byOwnName(store.byPrefix(wanted, most * 2), wanted).map(ofGazetteer) : actorsLike(typed);
    const all = [...known, ...more.map(({ name, incidents }) => ({ name, incidents }))];
    return all.filter((one, i) => all.findIndex((other) => other.name === one.name) === i).slice(0, most);
  };
}
