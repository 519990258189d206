import type { VocabularyPlace } from '../incidents/data-profile.ts';
import { editDistance } from '../kernel/edit-distance.ts';
import { fold, foldKeepingArticles, foldWithoutPlaceType } from '../kernel/normalise.ts';
import { type DataPlace, type DataPlaces, namesIn, placeKey } from './data-places.ts';
import { isWide, type PlaceCandidate, type PlaceHints } from './entity-linker.ts';
import { countryName } from './gazetteer/countries.ts';
import type { NamedPlace, PlaceRow, PlaceStore } from './gazetteer/store.ts';
import { createRowFinder } from './gazetteer-row.ts';
import { type CandidateFactory, createCandidateFactory, mergeDataPlaces } from './make-candidates.ts';
import { phoneticKey, soundKey, transliterate } from './phonetic-key.ts';
import { similarPlaceNames } from './place-candidates.ts';
import { rankPlaces } from './place-rank.ts';

interface PlaceLinker {
  find(text: string, hints: Omit<PlaceHints, 'limit'>): PlaceCandidate[];
  /** Whether any place may have this name: if not, an exact look-up finds none. */
  mayHave(text: string): boolean;
  byKey(key: string): PlaceCandidate | undefined;
  /** The folded names that the data and the gazetteer have for a place of the data. */
  calledAs(place: VocabularyPlace): readonly string[];
}

/** Links names and keys to places: the gazetteer joined with the places that the data names. Without an exact match it falls back to Slavic adjectives and similar names. */
export function createPlaceLinker(store: PlaceStore, data: DataPlaces): PlaceLinker {
  const rowOf = createRowFinder(store);
  const make = createCandidateFactory(store, data, rowOf);
  /** A country of the data as the gazetteer's, with all names that the data has for it. */
  const countryCandidate = ({ level, code }: DataPlace): PlaceCandidate | undefined => {
    const row = level === 'country' && code ? countryRow(code, store) : undefined;
    return row && make.ofRow(row, 1, fold(row.name));
  };
  const incidentsIn = (country: string) => data.country(country).reduce((n, place) => n + place.incidents, 0);
  return {
    find(text, hints) {
      const folded = fold(text);
      if (folded.length < 2) return [];
      const exactMatches = matchExactly(text, folded, { store, data, make, rowOf });
      const matches = exactMatches.length || hints.exact ? exactMatches : fromAdjective(folded, store, make);
      const found = withRequestedLevel(matches, folded, hints, () => matchFuzzily(folded, store, data, make));
      return rankPlaces(found, text, hints, incidentsIn);
    },
    mayHave(text) {
      const has = (name: string) => name.length > 1 && (data.mayHave(name) || store.mayHave(name));
      return has(fold(text)) || has(foldWithoutPlaceType(text));
    },
    byKey(key) {
      const own = data.byKey(key);
      if (own) return countryCandidate(own) ?? make.ofData(own, 1);
      const id = key.match(/^gazetteer:(\d{1,9})$/)?.[1];
      const row = id === undefined ? undefined : store.place(Number(id));
      return row && make.ofRow(row, 1, fold(row.name));
    },
    calledAs(place) {
      const own = data.byKey(placeKey(place));
      if (!own) return [];
      const row = own.level === 'country' && own.code ? countryRow(own.code, store) : rowOf(own);
      return [fold(own.name), own.folded, ...namesIn(own.name), ...(row ? store.namesOf(row.id) : [])];
    },
  };
}

/** Adds fuzzy matches if there is no exact one, or none of the level in the hints. */
function withRequestedLevel(
  named: PlaceCandidate[],
  folded: string,
  hints: PlaceHints,
  loose: () => PlaceCandidate[],
): PlaceCandidate[] {
  const [first] = named;
  if (!first) return hints.exact ? [] : loose();
  if (!hints.level || folded.length < 4 || named.some((c) => c.level === hints.level || c.level === 'region'))
    return named;
  return [
    ...named,
    ...loose().filter(
      (c) => c.level === hints.level && c.countryCode === first.countryCode && c.score >= 0.6 && c.incidents > 0,
    ),
  ];
}

const adjective = /t?s?k(?:a|aya|aia|oye|yy|iy|yi|ii|y|i)$/;

/** The province that a Slavic adjective names, score 0.95: "Kharkivska", "Saratovskaya". */
function fromAdjective(folded: string, store: PlaceStore, make: CandidateFactory): PlaceCandidate[] {
  const [first = '', ...rest] = transliterate(folded).split(' ').toReversed();
  if (first.length < 6 || !adjective.test(first)) return [];
  const stem = soundKey([...rest.toReversed(), first.replace(adjective, '')].join(' '));
  const near = [...slavic]
    .flatMap((country) => store.provincesOf(country))
    .map((row) => ({ row, name: soundKey(foldWithoutPlaceType(row.name)) }))
    .map(({ row, name }) => ({ row, distance: editDistance(stem, name.slice(0, stem.length), 2), left: name.length }))
    .filter(({ row, distance }) => distance <= 1 && soundKey(row.name.toLowerCase())[0] === stem[0])
    .sort((a, b) => a.distance - b.distance || a.left - b.left);
  return near.slice(0, 3).map(({ row }) => make.ofRow(row, 0.95, folded));
}
const slavic = new Set(['RU', 'UA', 'BY', 'BG', 'PL', 'RS', 'MK']);

interface Sources {
  store: PlaceStore;
  data: DataPlaces;
  make: CandidateFactory;
  rowOf(place: DataPlace): PlaceRow | undefined;
}

/** The data's own places first: the rest of the gazetteer's namesakes are cut off at forty. */
function matchExactly(text: string, folded: string, { store, data, make, rowOf }: Sources): PlaceCandidate[] {
  const stripped = foldWithoutPlaceType(text);
  const forms = stripped === folded ? [folded] : [folded, stripped];
  const own = forms.flatMap(data.byName).filter((p) => p.level !== 'country');
  const named = new Map<number, { row: PlaceRow; matched: string }>();
  const add = (row: PlaceRow, matched: string) => {
    if (!named.has(row.id)) named.set(row.id, { row, matched });
  };
  for (const form of forms) for (const row of countriesNamed(form, store, data)) add(row, form);
  for (const place of own) {
    const row = rowOf(place);
    if (row) add(row, place.folded);
  }
  for (const form of forms) for (const row of withProvince(store.exact(form), store)) add(row, form);
  const candidates = [...named.values()]
    .slice(0, mostRows)
    .map(({ row, matched }) => asByname(make.ofRow(row, 1, matched)))
    .map((c, _, all) => (isWide(all[0]) && isWide(c) && c.matched !== all[0]?.matched ? { ...c, score: 0.96 } : c));
  const all = mergeDataPlaces(narrowed(text, own, candidates, make), finest(own), 1, make);
  return all.length === 0 || all.some((c) => c.incidents > 0 || c.population > 30_000 || c.level !== 'town')
    ? all
    : mergeDataPlaces(all, betterKnownPlaces(folded, data), 0.95, make);
}

const mostRows = 40;
const bynameScore = 0.9;

/** Less certain, if it is a town without incidents that is called so beside its own, quite different name. */
function asByname(c: PlaceCandidate): PlaceCandidate {
  if (c.level !== 'town' || c.incidents > 0 || c.population > 500_000) return c;
  const [own, said] = [soundKey(fold(c.name)), soundKey(c.matched)];
  const most = Math.max(own.length, said.length) / 2;
  const isAlike = own.includes(said) || said.includes(own) || editDistance(own, said, most) <= most;
  return isAlike ? c : { ...c, score: bynameScore };
}

/**
 * Provinces that the data calls exactly so take the place of the gazetteer's province of that name if that also has
 * others: "Southern Darfur state" of before 2012 is not all of South Darfur, which "South Darfur" means.
 */
function narrowed(text: string, own: DataPlace[], candidates: PlaceCandidate[], make: CandidateFactory) {
  const whole = foldKeepingArticles(text);
  const provinces = own
    .filter((p) => p.level === 'admin1' && foldKeepingArticles(p.name) === whole)
    .map((place) => make.ofData(place, 1));
  const isWider = ({ level, dataNames, countries, countryCode }: PlaceCandidate, own: PlaceCandidate) =>
    level === 'admin1' &&
    own.dataNames.every((name) => dataNames.includes(name)) &&
    own.countries.every((country) => countries.includes(country)) &&
    (countryCode !== own.countryCode || dataNames.length > own.dataNames.length || countries.length > 1);
  const narrower = provinces.filter((own) => candidates.some((c) => isWider(c, own)));
  return [...narrower, ...candidates.filter((c) => !narrower.some((own) => isWider(c, own)))];
}

/** Countries that the data calls so: "Russia (Soviet Union)". */
const countriesNamed = (folded: string, store: PlaceStore, data: DataPlaces): PlaceRow[] =>
  data
    .byName(folded)
    .flatMap(({ level, code }) => (level === 'country' && code ? (countryRow(code, store) ?? []) : []));

const countryRow = (code: string, store: PlaceStore): PlaceRow | undefined =>
  store.exact(fold(countryName(code))).find((row) => row.level === 'country' && row.country === code);

/** Without districts that are also in the data as the place of incidents that are located no finer. */
function finest(own: readonly DataPlace[]): DataPlace[] {
  const districts = new Set(own.flatMap((p) => (p.level === 'place' ? [] : `${p.name}|${p.country}`)));
  return own.filter((p) => p.level !== 'place' || !districts.has(`${p.name}|${p.country}`));
}

/** "Derna" is a village in one country and, spelled otherwise, a town of many incidents in another. */
const betterKnownPlaces = (folded: string, data: DataPlaces): DataPlace[] => {
  const key = phoneticKey(folded);
  return data
    .byPhoneticKey([key])
    .filter((p) => key.length > 2 && p.level !== 'country' && p.incidents >= 20 && p.folded[0] === folded[0])
    .filter((p) => Math.abs(p.folded.length - folded.length) <= 2);
};

/** The province that shares the town's name, spelled otherwise: "Deir ezzor" the town brings Deir ez-Zor the province. */
function withProvince(rows: PlaceRow[], store: PlaceStore): PlaceRow[] {
  const [town] = rows;
  if (
    town?.level !== 'town' ||
    town.population < 20_000 ||
    rows.some((r) => r.level === 'admin1' && r.country === town.country)
  )
    return rows;
  const sound = soundKey(fold(town.name));
  const province = store
    .provinces(phoneticKey(fold(town.name)), town.country)
    .find(
      ({ name }) => editDistance(sound, soundKey(foldWithoutPlaceType(name)), sound.length / 3) <= sound.length / 3,
    );
  return province ? [town, province, ...rows.slice(1)] : rows;
}

function matchFuzzily(folded: string, store: PlaceStore, data: DataPlaces, make: CandidateFactory): PlaceCandidate[] {
  const best = similarPlaceNames(folded, store, data);
  const rows = distinctPlaces(best.filter((b) => b.item.row))
    .slice(0, 12)
    .map((b) => make.ofRow(b.item.row as NamedPlace, b.similarity, b.item.fold));
  const own = best.filter((b) => b.item.own).slice(0, 8);
  return own.reduce((made, b) => mergeDataPlaces(made, [b.item.own as DataPlace], b.similarity, make), rows);
}

function distinctPlaces<T extends { item: { row?: NamedPlace } }>(hits: T[]): T[] {
  const seen = new Set<number>();
  return hits.filter(({ item }) => item.row && !seen.has(item.row.id) && seen.add(item.row.id));
}
