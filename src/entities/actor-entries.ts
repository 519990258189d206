import type { VocabularyActor } from '../incidents/data-profile.ts';
import { memoize } from '../kernel/memoize.ts';
import { fold } from '../kernel/normalise.ts';
import { countryName, countryRows, curatedCountries } from './gazetteer/countries.ts';
import { entityKey } from './key.ts';

const countries = new Set(countryRows.flatMap(({ names, name }) => [name, ...names].map(fold)));
const isCountry = (folded: string): boolean => countries.has(folded);

/** A well-known group, as in data/actors.json. */
export interface KnownActor {
  id: string;
  name: string;
  aliases: string[];
  kind: string;
  country: string | null;
  parent: string | null;
  alsoIn?: { actor: string; countries: readonly string[] } | undefined;
  datasetNames: string[];
}

/** An actor with all its names, folded. */
export interface ActorEntry {
  key: string;
  name: string;
  kind?: string;
  country?: string | undefined;
  /** Key of the group that it belongs to. */
  parent?: string;
  /** Key of a group that has this name too in these countries. */
  alsoIn?: { actor: string; countries: readonly string[] };
  dataNames: string[];
  factions: string[];
  incidents: number;
  folds: string[];
  /** Names that match only exactly, never fuzzily: "Iraq" for "Government of Iraq". */
  exactly: string[];
}

/** "Supporters of BNP" and "BNP", "SPLM/A-North" and "SPLM-North", "Government of Myanmar (Burma)" and "Burma". */
function formsOf(name: string): string[] {
  const inside = name.match(/\(([^)]+)\)/)?.[1];
  const outside = name.replace(/\s*\([^)]*\)/g, '');
  const forms = [
    name,
    outside,
    ...(inside ? [inside] : []),
    outside.replace(/^(?:Supporters of|Forces of|The) /i, ''),
    outside.replaceAll('/A', ''),
    outside.replaceAll('/', '-'),
  ];
  return [...new Set(forms.map(fold))].filter((f) => f.length > 1);
}

const stateForces = [
  'government',
  'government forces',
  'forces',
  'army',
  'military',
  'troops',
  'regime',
  'armed forces',
  'security forces',
  'soldiers',
  'state forces',
  'authorities',
  'junta',
  'air force',
  'national army',
  'government troops',
  'government army',
];

/** ISO code and curated names of the country with one of these folded names; empty if there is none. */
const countryOf = (places: readonly string[]) =>
  Object.entries(curatedCountries).find(([c, { names }]) =>
    [countryName(c), ...names].some((n) => places.includes(fold(n))),
  ) ?? [];

/** For "Government of X": the country's ISO code, folded names and adjectives. */
function governmentOf(name: string): { code: string | undefined; names: string[]; adjectives: string[] } | undefined {
  const said = name.match(/^Government of (.+)$/)?.[1];
  if (!said) return undefined;
  const places = formsOf(said);
  const [code, country] = countryOf(places);
  const names = code && country ? [...country.names, countryName(code)] : [];
  return { code, names: [...places, ...names.map(fold)], adjectives: (country?.adjectives ?? []).map(fold) };
}

/** "Iraqi forces", "the government of Iraq", "Iraq's army" for "Government of Iraq". */
function governmentForms(name: string): string[] {
  const { names = [], adjectives = [] } = governmentOf(name) ?? {};
  return [...names, ...adjectives].flatMap((stem) => [
    ...stateForces.map((s) => `${stem} ${s}`),
    `government of ${stem}`,
    `army of ${stem}`,
    `${stem}s army`,
    `${stem}s government`,
  ]);
}

/** Forms of a name without the country in brackets: "Syria" is not a name of "Protesters (Syria)". */
function ownForms(name: string): string[] {
  const inside = fold(name.match(/\(([^)]+)\)/)?.[1] ?? '');
  return formsOf(name).filter((form) => form !== inside || !isCountry(inside));
}

const nameFolds = memoize((name) => [...new Set([...ownForms(name), ...governmentForms(name)])], 50_000);
const exactFolds = memoize((name) => governmentOf(name)?.names ?? [], 50_000);
const foldsOfAll = (names: readonly string[]) => [...new Set(names.flatMap(nameFolds))];

const forcesOfCountry = /^(?:Military|Police) Forces of (.+?) \(\d{4}-(?:\d{4})?\)/;

/** ISO code of the country in names of state forces as ACLED writes them: "Military Forces of Iraq (2018-)". */
const countryOfForces = memoize((name) => {
  const country = name.match(forcesOfCountry)?.[1];
  return country === undefined ? undefined : countryOf(formsOf(country))[0];
}, 50_000);

/** ISO code of the country for "Government of X"; undefined for other names. */
export const governedCountry = memoize((name): string | undefined => governmentOf(name)?.code, 50_000);

/** Adds the data's state forces to each government, and a government for forces whose government the data does not name. */
function withForces(entries: readonly ActorEntry[], names: ReadonlySet<string>): ActorEntry[] {
  const forces = Map.groupBy(names, countryOfForces);
  const codeOf = ({ name }: ActorEntry) => governedCountry(name);
  const joined = entries.map((entry) => {
    const code = codeOf(entry);
    const own = (code && forces.get(code)) || [];
    return own.length ? { ...entry, ...extended(entry, own) } : entry;
  });
  const there = new Set(entries.map(codeOf));
  const others = [...forces].flatMap(([code, own]) =>
    code === undefined || there.has(code) ? [] : [governmentEntry(code, own)],
  );
  return [...joined, ...others];
}

const extended = ({ dataNames, factions }: Pick<ActorEntry, 'dataNames' | 'factions'>, own: readonly string[]) => ({
  dataNames: [...new Set([...dataNames, ...own])],
  factions: [...new Set([...factions, ...own])],
});

/** A government by its country's ISO code; `own`: the data's names for its forces. Throws RangeError for an invalid code. */
export function governmentEntry(code: string, own: readonly string[]): ActorEntry {
  const name = `Government of ${countryName(code)}`;
  const names = extended({ dataNames: [], factions: [] }, own);
  return { key: `state:${code}`, name, ...names, incidents: 0, folds: nameFolds(name), exactly: exactFolds(name) };
}

/** Entries for the well-known actors and for those that only the data names; `names`: all actor names in the data. */
export function actorEntries(known: readonly KnownActor[], names: ReadonlySet<string>): ActorEntry[] {
  const children = Map.groupBy(known, (a) => a.parent ?? '');
  const descendants = (id: string): KnownActor[] => (children.get(id) ?? []).flatMap((a) => [a, ...descendants(a.id)]);
  const knownNames = new Set(known.flatMap((a) => [...a.datasetNames, a.name].filter((n) => names.has(n))));
  const own = (a: KnownActor) => [...new Set([a.name, ...a.datasetNames])].filter((n) => names.has(n));
  const knownEntries = known.map((a): ActorEntry => {
    const factions = descendants(a.id).filter((f) => own(f).length > 0);
    return {
      key: a.id,
      name: a.name,
      kind: a.kind,
      ...(a.country ? { country: a.country } : {}),
      ...(a.parent ? { parent: a.parent } : {}),
      ...(a.alsoIn ? { alsoIn: a.alsoIn } : {}),
      dataNames: [...new Set([...own(a), ...factions.flatMap(own)])],
      factions: factions.map((f) => f.name),
      incidents: 0,
      folds: foldsOfAll([a.name, ...a.aliases, ...a.datasetNames]),
      exactly: [a.name, ...a.datasetNames].flatMap(exactFolds),
    };
  });
  const rest = [...names]
    .filter((name) => !knownNames.has(name))
    .map((name): ActorEntry => {
      const key = entityKey('data', name);
      return {
        key,
        name,
        dataNames: [name],
        factions: [],
        incidents: 0,
        folds: nameFolds(name),
        exactly: exactFolds(name),
      };
    });
  return withForces([...knownEntries, ...rest], names);
}

/** Sets the incident counts, and the country of actors that only the data names. Changes the entries in place. */
export function setIncidentCounts(entries: readonly ActorEntry[], data: readonly VocabularyActor[]): void {
  const byName = new Map(data.map((a) => [a.name, a]));
  for (const entry of entries) {
    entry.incidents = entry.dataNames.reduce((n, name) => n + (byName.get(name)?.incidents ?? 0), 0);
    if (entry.key.startsWith('data:')) entry.country = byName.get(entry.name)?.country ?? undefined;
  }
}
