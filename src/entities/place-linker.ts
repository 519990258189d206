import { fold, foldWithoutPlaceType } from '../kernel/normalise.ts';
import type { DataPlace, DataPlaces } from './data-places.ts';
import { km } from './data-places.ts';
import type { PlaceCandidate, PlaceHints } from './entity-linker.ts';
import { countryName } from './gazetteer/countries.ts';
import type { NamedPlace, PlaceRow, PlaceStore } from './gazetteer/store.ts';
import { phoneticKey } from './phonetic-key.ts';
import { similarPlaceNames } from './place-candidates.ts';
import { rankPlaces } from './place-rank.ts';

const levelOf: Record<DataPlace['level'], PlaceCandidate['level']> = {
  country: 'country',
  admin1: 'admin1',
  admin2: 'admin2',
  place: 'town',
};

/** Finds places by name: the gazetteer joined with what the data itself names. */
export function createPlaceLinker(
  store: PlaceStore,
  data: DataPlaces,
): (text: string, hints: Omit<PlaceHints, 'limit'>) => PlaceCandidate[] {
  const candidateOf = (row: PlaceRow, score: number, matched: string): PlaceCandidate => {
    const links =
      row.level === 'region' || row.level === 'world-region'
        ? membersOf(row, data)
        : data.linked(row, store.namesOf(row.id));
    const countries = row.country
      .split(' ')
      .flatMap((code) => data.country(code).names.concat(data.country(code).names.length ? [] : [countryName(code)]));
    return {
      key: `gazetteer:${row.id}`,
      name: row.name,
      level: row.level,
      ...(row.level === 'world-region'
        ? {}
        : {
            country: countryName(row.country.split(' ')[0] as string),
            countryCode: row.country.split(' ')[0] as string,
          }),
      ...(row.admin1 && row.level !== 'region' ? { admin1: row.admin1 } : {}),
      countries,
      ...positionOf(row, links),
      population: row.population,
      dataNames: [...new Set(links.map((p) => p.name))],
      incidents:
        row.level === 'country' ? data.country(row.country).incidents : links.reduce((n, p) => n + p.incidents, 0),
      score,
      matched,
    };
  };
  return (text, hints) => {
    const folded = fold(text);
    if (folded.length < 2) return [];
    const told = exactly(text, folded, store, data, candidateOf);
    const named = told.length || hints.exact ? told : fromAdjective(folded, store, candidateOf);
    const found = levelled(named, folded, hints, () => loosely(folded, store, data, candidateOf));
    return rankPlaces(found, text, hints);
  };
}

/** Loose matches where there is no exact one, or none of the kind that a cue word asks for. */
function levelled(
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

const adjective = /(?:s?k(?:a|aya|aia|oye|yy|iy|yi|ii|y|i))$/;

/** "Kharkivska", "Saratovskaya": the province that a Slavic adjective names. */
function fromAdjective(folded: string, store: PlaceStore, make: Make): PlaceCandidate[] {
  const first = folded.split(' ')[0] as string;
  if (folded.length < 6 || !adjective.test(first)) return [];
  const stems = [first.replace(adjective, ''), first.replace(/k(?:a|aya|aia|yy|iy|yi|y)$/, '')];
  return stems
    .flatMap((stem) => [stem, `${stem}a`, `${stem}o`, `${stem}k`])
    .filter((name) => name.length > 3)
    .flatMap((name) => store.exact(name).filter((row) => row.level === 'admin1' && slavic.has(row.country)))
    .slice(0, 3)
    .map((row) => make(row, 0.95, folded));
}
const slavic = new Set(['RU', 'UA', 'BY', 'BG', 'PL', 'RS', 'MK']);

type Make = (row: PlaceRow, score: number, matched: string) => PlaceCandidate;

function exactly(text: string, folded: string, store: PlaceStore, data: DataPlaces, make: Make): PlaceCandidate[] {
  const stripped = foldWithoutPlaceType(text);
  const rows = withProvince([...store.exact(folded), ...(stripped === folded ? [] : store.exact(stripped))], store);
  const own = [...data.byName(folded), ...(stripped === folded ? [] : data.byName(stripped))].filter(
    (p) => p.level !== 'country',
  );
  const named = joined(
    rows.slice(0, 40).map((row) => make(row, 1, folded)),
    own,
    1,
  );
  return named.length === 0 || named.some((c) => c.incidents > 0 || c.population > 30_000 || c.level !== 'town')
    ? named
    : joined(named, knownBetter(folded, data), 0.95);
}

/** "Derna" is a village in one country and, spelled otherwise, a town of many incidents in another. */
const knownBetter = (folded: string, data: DataPlaces): DataPlace[] => {
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
  const [province] = store.provinces(phoneticKey(fold(town.name)), town.country);
  return province ? [town, province, ...rows.slice(1)] : rows;
}

/** Gazetteer candidates first; a data place that none of them holds becomes a candidate of its own. */
function joined(candidates: PlaceCandidate[], own: DataPlace[], score: number): PlaceCandidate[] {
  const made = [...candidates];
  for (const place of own) {
    const level = levelOf[place.level];
    const held = made.some(
      (c) =>
        c.level === level &&
        c.countries.includes(place.country ?? '') &&
        c.dataNames.includes(place.name) &&
        (level !== 'town' || km({ lat: c.lat ?? null, lon: c.lon ?? null }, place) <= 30),
    );
    if (!held) made.push(candidateOfData(place, score));
  }
  return made;
}

const candidateOfData = (place: DataPlace, score: number): PlaceCandidate => ({
  key: `data:${place.level}:${place.country}:${place.name}`,
  name: place.name,
  level: levelOf[place.level],
  ...(place.country ? { country: place.code ? countryName(place.code) : place.country } : {}),
  ...(place.code ? { countryCode: place.code } : {}),
  ...(place.admin1 ? { admin1: place.admin1 } : {}),
  countries: place.country ? [place.country] : [],
  ...(place.lat === null || place.lon === null ? {} : { lat: place.lat, lon: place.lon }),
  population: 0,
  dataNames: [place.name],
  incidents: place.incidents,
  score,
  matched: place.folded,
});

function loosely(folded: string, store: PlaceStore, data: DataPlaces, make: Make): PlaceCandidate[] {
  const best = similarPlaceNames(folded, store, data);
  const rows = distinct(best.filter((b) => b.item.row))
    .slice(0, 12)
    .map((b) => make(b.item.row as NamedPlace, b.similarity, b.item.fold));
  const own = best.filter((b) => b.item.own).slice(0, 8);
  return own.reduce((made, b) => joined(made, [b.item.own as DataPlace], b.similarity), rows);
}

function distinct<T extends { item: { row?: NamedPlace } }>(hits: T[]): T[] {
  const seen = new Set<number>();
  return hits.filter(({ item }) => item.row && !seen.has(item.row.id) && seen.add(item.row.id));
}

const positionOf = (row: PlaceRow, links: DataPlace[]): { lat?: number; lon?: number } => {
  if (row.lat !== null && row.lon !== null) return { lat: row.lat, lon: row.lon };
  const placed = links.find((p) => p.lat !== null && p.lon !== null);
  return placed ? { lat: placed.lat as number, lon: placed.lon as number } : {};
};

/** A region's provinces as the data names them. */
function membersOf(row: PlaceRow, data: DataPlaces): DataPlace[] {
  const provinces = row.admin1 ? row.admin1.split(';') : [];
  return provinces
    .flatMap((name) => data.byName(foldWithoutPlaceType(name)))
    .filter((p) => p.level === 'admin1' && row.country.split(' ').includes(p.code ?? ''));
}
