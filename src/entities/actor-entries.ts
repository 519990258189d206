import type { VocabularyActor } from '../incidents/data-profile.ts';
import { memoize } from '../kernel/memoize.ts';
import { fold } from '../kernel/normalise.ts';
import { countryName, countryRows, curatedCountries } from './gazetteer/countries.ts';
import { entityKey } from './key.ts';

const countries = new Set(countryRows.flatMap(({ names, name }) => [name, ...names].map(fold)));
const isCountry = (folded: string): boolean => countries.has(folded);

/** A well-known group as data/actors.json has it. */
export interface KnownActor {
  id: string;
  name: string;
  aliases: string[];
  kind: string;
  country: string | null;
  parent: string | null;
  datasetNames: string[];
}

/** An actor by all its names. */
export interface ActorEntry {
  key: string;
  name: string;
  kind?: string;
  country?: string | undefined;
  dataNames: string[];
  factions: string[];
  incidents: number;
  folds: string[];
  /** Meant only if they are said letter by letter: "by Iraq" for "Government of Iraq". */
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

const servants = [
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

/** The country that some forms of a name are of, by its code. */
const countryOf = (places: readonly string[]) =>
  Object.entries(curatedCountries).find(([c, { names }]) =>
    [countryName(c), ...names].some((n) => places.includes(fold(n))),
  ) ?? [];

/** The country whose government the name is: what it is called, and its adjectives. */
function governed(name: string): { code: string | undefined; names: string[]; adjectives: string[] } | undefined {
  const said = name.match(/^Government of (.+)$/)?.[1];
  if (!said) return undefined;
  const places = formsOf(said);
  const [code, country] = countryOf(places);
  const names = code && country ? [...country.names, countryName(code)] : [];
  return { code, names: [...places, ...names.map(fold)], adjectives: (country?.adjectives ?? []).map(fold) };
}

/** "Iraqi forces", "the government of Iraq", "Iraq's army" for "Government of Iraq". */
function governmentForms(name: string): string[] {
  const { names = [], adjectives = [] } = governed(name) ?? {};
  return [...names, ...adjectives].flatMap((stem) => [
    ...servants.map((s) => `${stem} ${s}`),
    `government of ${stem}`,
    `army of ${stem}`,
    `${stem}s army`,
    `${stem}s government`,
  ]);
}

/** "Protesters (Syria)": a country in brackets says where it is, and is no name of it. */
function ownForms(name: string): string[] {
  const inside = fold(name.match(/\(([^)]+)\)/)?.[1] ?? '');
  return formsOf(name).filter((form) => form !== inside || !isCountry(inside));
}

const foldsOf = memoize((name) => [...new Set([...ownForms(name), ...governmentForms(name)])], 50_000);
const exactlyOf = memoize((name) => governed(name)?.names ?? [], 50_000);
const foldsOfAll = (names: readonly string[]) => [...new Set(names.flatMap(foldsOf))];

const serving = /^(?:Military|Police) Forces of (.+?) \(\d{4}-(?:\d{4})?\)/;

/** Of the country whose forces they are: "Military Forces of Iraq (2018-)", as ACLED has them. */
const served = memoize((name) => {
  const said = name.match(serving)?.[1];
  return said === undefined ? undefined : countryOf(formsOf(said))[0];
}, 50_000);

/** The code of the country whose government an actor is, by the actor's name. */
export const governs = memoize((name): string | undefined => governed(name)?.code, 50_000);

/** Each government with its forces as the data names them, and one for those whose government it does not name. */
function withForces(entries: readonly ActorEntry[], names: ReadonlySet<string>): ActorEntry[] {
  const forces = Map.groupBy(names, served);
  const codeOf = ({ name }: ActorEntry) => governs(name);
  const joined = entries.map((entry) => {
    const code = codeOf(entry);
    const own = (code && forces.get(code)) || [];
    return own.length ? { ...entry, ...extended(entry, own) } : entry;
  });
  const there = new Set(entries.map(codeOf));
  const others = [...forces].flatMap(([code, own]) =>
    code === undefined || there.has(code) ? [] : [state(code, own)],
  );
  return [...joined, ...others];
}

const extended = ({ dataNames, factions }: Pick<ActorEntry, 'dataNames' | 'factions'>, own: readonly string[]) => ({
  dataNames: [...new Set([...dataNames, ...own])],
  factions: [...new Set([...factions, ...own])],
});

/** The government of a country by its code; `own`: the data's names for its forces. */
export function state(code: string, own: readonly string[]): ActorEntry {
  const name = `Government of ${countryName(code)}`;
  const names = extended({ dataNames: [], factions: [] }, own);
  return { key: `state:${code}`, name, ...names, incidents: 0, folds: foldsOf(name), exactly: exactlyOf(name) };
}

/** Known actors and those that only the data names, of which `names` are all that the data has. */
export function entriesOf(known: readonly KnownActor[], names: ReadonlySet<string>): ActorEntry[] {
  const children = Map.groupBy(known, (a) => a.parent ?? '');
  const below = (id: string): KnownActor[] => (children.get(id) ?? []).flatMap((a) => [a, ...below(a.id)]);
  const claimed = new Set(known.flatMap((a) => [...a.datasetNames, a.name].filter((n) => names.has(n))));
  const own = (a: KnownActor) => [...new Set([a.name, ...a.datasetNames])].filter((n) => names.has(n));
  const told = known.map((a): ActorEntry => {
    const factions = below(a.id).filter((f) => own(f).length > 0);
    return {
      key: a.id,
      name: a.name,
      kind: a.kind,
      ...(a.country ? { country: a.country } : {}),
      dataNames: [...new Set([...own(a), ...factions.flatMap(own)])],
      factions: factions.map((f) => f.name),
      incidents: 0,
      folds: foldsOfAll([a.name, ...a.aliases, ...a.datasetNames]),
      exactly: [a.name, ...a.datasetNames].flatMap(exactlyOf),
    };
  });
  const rest = [...names]
    .filter((name) => !claimed.has(name))
    .map((name): ActorEntry => {
      const key = entityKey('data', name);
      return {
        key,
        name,
        dataNames: [name],
        factions: [],
        incidents: 0,
        folds: foldsOf(name),
        exactly: exactlyOf(name),
      };
    });
  return withForces([...told, ...rest], names);
}

/** How often the data has each, and where what only the data knows acts most. */
export function setIncidentCounts(entries: readonly ActorEntry[], data: readonly VocabularyActor[]): void {
  const told = new Map(data.map((a) => [a.name, a]));
  for (const entry of entries) {
    entry.incidents = entry.dataNames.reduce((n, name) => n + (told.get(name)?.incidents ?? 0), 0);
    if (entry.key.startsWith('data:')) entry.country = told.get(entry.name)?.country ?? undefined;
  }
}
