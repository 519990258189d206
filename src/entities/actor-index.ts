import type { VocabularyActor } from '../incidents/data-profile.ts';
import { fold } from '../kernel/normalise.ts';
import { type ActorEntry, entriesOf, governs, type KnownActor, setIncidentCounts, state } from './actor-entries.ts';
import { createTokenIndex, initialsOf } from './actor-token-index.ts';
import type { ActorCandidate } from './entity-linker.ts';
import { bestBySimilarity, isOneEdit, oneEditScore } from './fuzzy-rank.ts';
import { latin, phoneticKey, variantsOf } from './phonetic-key.ts';

const candidate = (entry: ActorEntry, score: number, matched: string): ActorCandidate => ({
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

interface ActorLinker {
  find(text: string, hints: { exact?: boolean }): ActorCandidate[];
  byKey(key: string): ActorCandidate | undefined;
  /** The key of the actor that the data calls so. */
  keyOf(dataName: string): string | undefined;
  learn(data: readonly VocabularyActor[]): void;
}

/** Finds actors by any name: known aliases, the data's own names, government forces by country, and misspellings. */
export function createActorLinker(known: readonly KnownActor[]): ActorLinker {
  let names = new Set<string>();
  let entries = entriesOf(known, names);
  let find = finderOf(entries);
  let keyed = keysOf(entries);
  return {
    find: (text, hints) => find(text, hints),
    byKey(key) {
      const entry = keyed.byKey.get(key) ?? governmentOf(key, entries);
      return entry && candidate(entry, 1, entry.name);
    },
    keyOf: (dataName) => keyed.byName.get(dataName)?.key,
    learn(data) {
      const now = new Set(data.map((a) => a.name));
      if (now.symmetricDifference(names).size > 0) {
        names = now;
        entries = entriesOf(known, names);
        find = finderOf(entries);
        keyed = keysOf(entries);
      }
      setIncidentCounts(entries, data);
    },
  };
}

/** Entries by key, and by each name of the data; of a group and its faction the faction is the one of that name. */
function keysOf(entries: readonly ActorEntry[]) {
  const byName = new Map<string, ActorEntry>();
  for (const entry of entries)
    for (const name of entry.dataNames)
      if ((byName.get(name)?.dataNames.length ?? Number.POSITIVE_INFINITY) > entry.dataNames.length)
        byName.set(name, entry);
  return { byKey: new Map(entries.map((entry) => [entry.key, entry])), byName };
}

/** `state:SA` of a country whose government the data names by itself, or not at all. */
function governmentOf(key: string, entries: readonly ActorEntry[]): ActorEntry | undefined {
  const code = key.match(/^state:([A-Z]{2})$/)?.[1];
  return code === undefined ? undefined : (entries.find(({ name }) => governs(name) === code) ?? state(code, []));
}

function finderOf(entries: readonly ActorEntry[]): ActorLinker['find'] {
  const flat = entries.flatMap((entry) => entry.folds.map((f) => ({ fold: latin(f), entry })));
  const exactly = entries.flatMap((entry) => entry.exactly.map((f) => ({ fold: latin(f), entry })));
  const byFold = Map.groupBy([...flat, ...exactly], (f) => f.fold);
  const bySkeleton = Map.groupBy(flat, (f) => phoneticKey(f.fold));
  const byTokens = createTokenIndex(flat);
  return (text, { exact }) => {
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
    if (sure.length || exact) return sure;
    const slips = flat.filter((f) => isOneEdit(folded, f.fold)).map((f) => candidate(f.entry, oneEditScore, f.fold));
    const alike = [...slips, ...loosely(folded, bySkeleton)];
    if (alike.some((c) => c.score >= 0.9)) return unique(alike);
    const told = byTokens(folded).map(({ item, similarity }) =>
      candidate(item.entry, 0.85 + 0.14 * (similarity - 0.66) * 3, item.fold),
    );
    const initials = told.length ? [] : (byFold.get(initialsOf(folded) ?? '') ?? []);
    return unique([...alike, ...told, ...initials.map((h) => candidate(h.entry, 0.86, h.fold))]);
  };
}

type Flat = { fold: string; entry: ActorEntry };

function loosely(folded: string, bySkeleton: Map<string, Flat[]>): ActorCandidate[] {
  const near = variantsOf(phoneticKey(folded)).flatMap((k) => bySkeleton.get(k) ?? []);
  return bestBySimilarity(folded, near, 30).map(({ item, similarity }) => candidate(item.entry, similarity, item.fold));
}

function unique(candidates: ActorCandidate[]): ActorCandidate[] {
  const best = new Map<string, ActorCandidate>();
  for (const c of candidates) if ((best.get(c.key)?.score ?? 0) < c.score) best.set(c.key, c);
  return [...best.values()].sort((a, b) => b.score - a.score || b.incidents - a.incidents);
}
