import type { VocabularyActor } from '../incidents/held-data.ts';
import { initialsOf, tokenIndex } from './actor-tokens.ts';
import { fold } from './fold.ts';
import { countryName, curatedCountries } from './gazetteer/countries.ts';
import type { ActorCandidate } from './names.ts';
import { bestBySimilarity } from './similar.ts';
import { latin, skeleton, variantsOf } from './skeleton.ts';
import { oneSlip, slipLikeness } from './slip.ts';

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

interface Entry {
  key: string;
  name: string;
  kind?: string;
  country?: string;
  dataNames: string[];
  factions: string[];
  incidents: number;
  folds: string[];
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

/** "Iraqi forces", "the government of Iraq", "Iraq's army" for "Government of Iraq". */
function governmentForms(name: string): string[] {
  const said = name.match(/^Government of (.+)$/)?.[1];
  if (!said) return [];
  const places = formsOf(said);
  const code = Object.entries(curatedCountries).find(([c, { names }]) =>
    [countryName(c), ...names].some((n) => places.includes(fold(n))),
  )?.[0];
  const stems = [
    ...places,
    ...(code
      ? [...curatedCountries[code]!.names, countryName(code), ...curatedCountries[code]!.adjectives].map(fold)
      : []),
  ];
  return stems.flatMap((stem) => [
    ...servants.map((s) => `${stem} ${s}`),
    `government of ${stem}`,
    `army of ${stem}`,
    `${stem}s army`,
    `${stem}s government`,
  ]);
}

function entriesOf(known: readonly KnownActor[], data: readonly VocabularyActor[]): Entry[] {
  const counts = new Map(data.map((a) => [a.name, a.incidents]));
  const children = Map.groupBy(known, (a) => a.parent ?? '');
  const below = (id: string): KnownActor[] => (children.get(id) ?? []).flatMap((a) => [a, ...below(a.id)]);
  const claimed = new Set(known.flatMap((a) => [...a.datasetNames, a.name].filter((n) => counts.has(n))));
  const own = (a: KnownActor) => [...new Set([a.name, ...a.datasetNames])].filter((n) => counts.has(n));
  const told = known.map((a): Entry => {
    const factions = below(a.id).filter((f) => own(f).length > 0);
    const dataNames = [...new Set([...own(a), ...factions.flatMap(own)])];
    return {
      key: a.id,
      name: a.name,
      kind: a.kind,
      ...(a.country ? { country: a.country } : {}),
      dataNames,
      factions: factions.map((f) => f.name),
      incidents: dataNames.reduce((n, d) => n + (counts.get(d) ?? 0), 0),
      folds: [
        ...new Set([a.name, ...a.aliases, ...a.datasetNames].flatMap((n) => [...formsOf(n), ...governmentForms(n)])),
      ],
    };
  });
  const rest = data
    .filter((a) => !claimed.has(a.name))
    .map(
      (a): Entry => ({
        key: `data:${a.name}`,
        name: a.name,
        ...(a.country ? { country: a.country } : {}),
        dataNames: [a.name],
        factions: [],
        incidents: a.incidents,
        folds: [...new Set([...formsOf(a.name), ...governmentForms(a.name)])],
      }),
    );
  return [...told, ...rest];
}

const candidate = (entry: Entry, score: number, matched: string): ActorCandidate => ({
  key: entry.key,
  name: entry.name,
  dataNames: entry.dataNames,
  factions: entry.factions,
  kind: entry.kind,
  country: entry.country,
  incidents: entry.incidents,
  score,
  matched,
});

/** Finds actors by any name: known aliases, the data's own names, government forces by country, and misspellings. */
export function actorIndex(
  known: readonly KnownActor[],
  data: readonly VocabularyActor[],
): (text: string, hints: { exact?: boolean; limit?: number }) => ActorCandidate[] {
  const entries = entriesOf(known, data);
  const flat = entries.flatMap((entry) => entry.folds.map((f) => ({ fold: latin(f), entry })));
  const byFold = Map.groupBy(flat, (f) => f.fold);
  const bySkeleton = Map.groupBy(flat, (f) => skeleton(f.fold));
  const byTokens = tokenIndex(flat);
  return (text, { exact, limit = 5 }) => {
    const folded = latin(fold(text.replace(/^the /i, '')));
    if (folded.length < 2) return [];
    const hits =
      byFold.get(folded) ??
      byFold.get(
        folded
          .replace(/\b(?:rebels?|fighters?|militants?|militias?|insurgents?|terrorists?|gunmen|cartel|group)$/, '')
          .trim(),
      ) ??
      [];
    const sure = unique(hits.map((h) => candidate(h.entry, 1, h.fold)));
    if (sure.length || exact) return sure.slice(0, limit);
    const slips = flat.filter((f) => oneSlip(folded, f.fold)).map((f) => candidate(f.entry, slipLikeness, f.fold));
    const alike = [...slips, ...loosely(folded, bySkeleton)];
    if (alike.some((c) => c.score >= 0.9)) return unique(alike).slice(0, limit);
    const told = byTokens(folded).map(({ item, similarity }) =>
      candidate(item.entry, 0.85 + 0.14 * (similarity - 0.66) * 3, item.fold),
    );
    const initials = told.length ? [] : (byFold.get(initialsOf(folded) ?? '') ?? []);
    return unique([...alike, ...told, ...initials.map((h) => candidate(h.entry, 0.86, h.fold))]).slice(0, limit);
  };
}

type Flat = { fold: string; entry: Entry };

function loosely(folded: string, bySkeleton: Map<string, Flat[]>): ActorCandidate[] {
  const near = variantsOf(skeleton(folded)).flatMap((k) => bySkeleton.get(k) ?? []);
  return bestBySimilarity(folded, near, 30).map(({ item, similarity }) => candidate(item.entry, similarity, item.fold));
}

function unique(candidates: ActorCandidate[]): ActorCandidate[] {
  const best = new Map<string, ActorCandidate>();
  for (const c of candidates) if ((best.get(c.key)?.score ?? 0) < c.score) best.set(c.key, c);
  return [...best.values()].sort((a, b) => b.score - a.score || b.incidents - a.incidents);
}
