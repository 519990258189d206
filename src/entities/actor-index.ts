import type { VocabularyActor } from '../incidents/data-profile.ts';
import { fold } from '../kernel/normalise.ts';
import {
  type ActorEntry,
  actorEntries,
  governedCountry,
  governmentEntry,
  type KnownActor,
  setIncidentCounts,
} from './actor-entries.ts';
import { createTokenIndex, initialsOf } from './actor-token-index.ts';
import type { ActorCandidate } from './entity-linker.ts';
import { oneEditScore, rankBySimilarity } from './fuzzy-rank.ts';
import { createNearNames } from './near-names.ts';
import { keysWithinOneDeletion, phoneticKey, transliterate } from './phonetic-key.ts';

const candidate = (entry: ActorEntry, score: number, matched: string): ActorCandidate => ({
  key: entry.key,
  name: entry.name,
  dataNames: entry.dataNames,
  factions: entry.factions,
  kind: entry.kind,
  country: entry.country,
  ...(entry.parent === undefined ? {} : { parent: entry.parent }),
  ...(entry.alsoIn === undefined ? {} : { alsoIn: entry.alsoIn }),
  incidents: entry.incidents,
  score,
  matched,
});

interface ActorLinker {
  find(text: string, hints: { exact?: boolean }): ActorCandidate[];
  /** Whether any actor has this name: if not, an exact look-up finds none. */
  mayHave(text: string): boolean;
  byKey(key: string): ActorCandidate | undefined;
  /** The key of the actor with this name in the data. */
  keyOf(dataName: string): string | undefined;
  /** The folded names of the actor with this name in the data. */
  calledAs(dataName: string): readonly string[];
  setVocabulary(data: readonly VocabularyActor[]): void;
}

/**
 * Links names to actors: known aliases, the data's own names, government forces by country. Without an exact match
 * (score 1) also names one edit away (0.92), names that sound alike (by similarity), names that share rare words (from
 * 0.85) and acronyms (0.86).
 */
export function createActorLinker(known: readonly KnownActor[]): ActorLinker {
  let names = new Set<string>();
  let entries = actorEntries(known, names);
  let finder = createFinder(entries);
  let lookup = indexEntries(entries);
  return {
    find: (text, hints) => finder.find(text, hints),
    mayHave: (text) => finder.mayHave(text),
    byKey(key) {
      const entry = lookup.byKey.get(key) ?? governmentOf(key, entries);
      return entry && candidate(entry, 1, entry.name);
    },
    keyOf: (dataName) => lookup.byName.get(dataName)?.key,
    calledAs(dataName) {
      const { folds = [], exactly = [] } = lookup.byName.get(dataName) ?? {};
      return [...folds, ...exactly];
    },
    setVocabulary(data) {
      const current = new Set(data.map((a) => a.name));
      if (current.symmetricDifference(names).size > 0) {
        names = current;
        entries = actorEntries(known, names);
        finder = createFinder(entries);
        lookup = indexEntries(entries);
      }
      setIncidentCounts(entries, data);
    },
  };
}

/** Entries by key and by each name in the data; a name of both a group and its faction belongs to the faction. */
function indexEntries(entries: readonly ActorEntry[]) {
  const byName = new Map<string, ActorEntry>();
  for (const entry of entries)
    for (const name of entry.dataNames)
      if ((byName.get(name)?.dataNames.length ?? Number.POSITIVE_INFINITY) > entry.dataNames.length)
        byName.set(name, entry);
  return { byKey: new Map(entries.map((entry) => [entry.key, entry])), byName };
}

/** The government for a key such as `state:SA`, whether or not the data names it. */
function governmentOf(key: string, entries: readonly ActorEntry[]): ActorEntry | undefined {
  const code = key.match(/^state:([A-Z]{2})$/)?.[1];
  return code === undefined
    ? undefined
    : (entries.find(({ name }) => governedCountry(name) === code) ?? governmentEntry(code, []));
}

const kindOfActor = /\b(?:rebels?|fighters?|militants?|militias?|insurgents?|terrorists?|gunmen|cartel|group)$/;

/** The folded forms in which a name may be known: as it is, and without the word for what it is. */
function formsOfText(text: string): string[] {
  const folded = transliterate(fold(/^the /i.test(text) ? text.slice(4) : text));
  return folded.length < 2 ? [] : [folded, folded.replace(kindOfActor, '').trim()];
}

function createFinder(entries: readonly ActorEntry[]): Pick<ActorLinker, 'find' | 'mayHave'> {
  const flat = entries.flatMap((entry) => entry.folds.map((f) => ({ fold: transliterate(f), entry })));
  const exactly = entries.flatMap((entry) => entry.exactly.map((f) => ({ fold: transliterate(f), entry })));
  const byFold = Map.groupBy([...flat, ...exactly], (f) => f.fold);
  const byPhoneticKey = Map.groupBy(flat, (f) => phoneticKey(f.fold));
  const byTokens = createTokenIndex(flat);
  let oneEditAway: ReturnType<typeof createNearNames<FoldedEntry>> | undefined;
  const find: ActorLinker['find'] = (text, { exact }) => {
    const [folded, bare] = formsOfText(text);
    if (folded === undefined) return [];
    const hits = byFold.get(folded) ?? byFold.get(bare ?? '') ?? [];
    const exactMatches = bestPerKey(hits.map((h) => candidate(h.entry, 1, h.fold)));
    if (exactMatches.length || exact) return exactMatches;
    oneEditAway ??= createNearNames(flat);
    const oneEditMatches = oneEditAway(folded).map((f) => candidate(f.entry, oneEditScore, f.fold));
    const fuzzyMatches = [...oneEditMatches, ...matchPhonetically(folded, byPhoneticKey)];
    if (fuzzyMatches.some((c) => c.score >= 0.9)) return bestPerKey(fuzzyMatches);
    const tokenMatches = byTokens(folded).map(({ item, similarity }) =>
      candidate(item.entry, 0.85 + 0.14 * (similarity - 0.66) * 3, item.fold),
    );
    const initials = tokenMatches.length ? [] : (byFold.get(initialsOf(folded) ?? '') ?? []);
    return bestPerKey([...fuzzyMatches, ...tokenMatches, ...initials.map((h) => candidate(h.entry, 0.86, h.fold))]);
  };
  return { find, mayHave: (text) => formsOfText(text).some((form) => byFold.has(form)) };
}

type FoldedEntry = { fold: string; entry: ActorEntry };

function matchPhonetically(folded: string, byPhoneticKey: Map<string, FoldedEntry[]>): ActorCandidate[] {
  const near = keysWithinOneDeletion(phoneticKey(folded)).flatMap((k) => byPhoneticKey.get(k) ?? []);
  return rankBySimilarity(folded, near, 30).map(({ item, similarity }) => candidate(item.entry, similarity, item.fold));
}

function bestPerKey(candidates: ActorCandidate[]): ActorCandidate[] {
  const best = new Map<string, ActorCandidate>();
  for (const c of candidates) if ((best.get(c.key)?.score ?? 0) < c.score) best.set(c.key, c);
  const isOwn = ({ name, matched }: ActorCandidate) => Number(fold(name) === matched);
  return [...best.values()].sort((a, b) => b.score - a.score || b.incidents - a.incidents || isOwn(b) - isOwn(a));
}
