import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Vocabulary } from '../incidents/data-profile.ts';
import { memoize } from '../kernel/memoize.ts';
import type { KnownActor } from './actor-entries.ts';
import { createActorLinker } from './actor-index.ts';
import { createDataPlaces } from './data-places.ts';
import type { EntityLinker } from './entity-linker.ts';
import { openPlaceStore } from './gazetteer/store.ts';
import { openBeside } from './gazetteer/store-beside.ts';
import { ordinaryWords } from './ordinary-words.ts';
import { createPlaceLinker } from './place-linker.ts';
import { createPrefixSearch } from './prefix-search.ts';
import { createWordCorrections } from './word-corrections.ts';

export interface EntityLinkerOptions {
  /** Folder of the index file, beside the database. */
  folder: string;
  actors: readonly KnownActor[];
  progress?: (note: { done: number; of: number; words: string }) => void;
  /** If the index is missing, build it in a process beside this one and answer from the shipped gazetteer meanwhile. */
  beside?: boolean;
}

// Names of five words and more are rare, and every span of a question is tried.
const longestName = 6;
const indexVersion = 8;
/** What the index is made of. */
const shipped = ['countries.json', 'regions.json', 'sites.json'];

const emptyVocabulary: Vocabulary = { version: 0, places: [], actors: [], sources: [] };

const dataFile = (name: string) => new URL(`../../data/${name}`, import.meta.url);

const maxLookups = 1000;

interface Lookup<H, T> {
  find(text: string, hints: H): T[];
  /** Whether anything may have this name: if not, exact look-ups find nothing. */
  mayHave(text: string): boolean;
}

/** Memoises look-ups: several readers of a question look up the same words. Spans that are no names stay outside. */
function memoizedLookup<H extends { exact?: boolean }, T>({ find, mayHave }: Lookup<H, T>) {
  const all = memoize((key) => find(...(JSON.parse(key) as [string, H])), maxLookups);
  return (text: string, asked: H & { limit?: number }): T[] => {
    if (asked.exact && !mayHave(text)) return [];
    const { limit = 5, ...hints } = asked;
    return all(JSON.stringify([text, hints])).slice(0, limit);
  };
}

/** The path of the index in a folder, which differs for each state of the shipped places. */
export function indexFile(folder: string): string {
  const { size } = statSync(dataFile('gazetteer.tsv.br'));
  const curated = shipped.map((name) => readFileSync(dataFile(name), 'utf8')).join();
  const stamp = createHash('sha256').update(`${indexVersion}:${size}:${curated}`).digest('hex').slice(0, 12);
  return join(folder, `names-${stamp}.index`);
}

/** Opens the index of names in `folder`, building it from the shipped gazetteer (GeoNames; about ten seconds) if it is missing or out of date: here, or `beside`. Throws if the folder is not writable. */
export function openEntityLinker({ folder, actors, progress, beside = false }: EntityLinkerOptions): EntityLinker {
  mkdirSync(folder, { recursive: true });
  const file = indexFile(folder);
  const note = (done: number, of: number) =>
    progress?.({ done, of, words: 'Building the names index (only this once)' });
  const exists = existsSync(file);
  const store = beside && !exists ? openBeside(file, note) : openPlaceStore(file, exists, note);
  const ordinary = ordinaryWords();
  const dataPlaces = createDataPlaces(store);
  const placeLinker = createPlaceLinker(store, dataPlaces);
  const actorLinker = createActorLinker(actors);
  const createLookups = () => ({
    places: memoizedLookup(placeLinker),
    actors: memoizedLookup(actorLinker),
    place: memoize(placeLinker.byKey, maxLookups),
  });
  let lookups = createLookups();
  let vocabularyNow = emptyVocabulary;
  let prefixSearch: ReturnType<typeof createPrefixSearch> | undefined;
  let corrections: ReturnType<typeof createWordCorrections> | undefined;
  let knownVersion = -1;
  const isOrdinaryWord = (word: string) =>
    ordinary.has(word.replace(/(?:n't|'(?:s|ve|re|ll|d|m)?)$/, '')) || /^\d+(?:st|nd|rd|th|s)?$/.test(word);
  return {
    prefixSearch: (kind, typed, most) => {
      prefixSearch ??= createPrefixSearch(vocabularyNow, store, {
        like: (text) => lookups.actors(text, { limit: 3 }),
        keyOf: actorLinker.keyOf,
      });
      return prefixSearch(kind, typed, most);
    },
    longest: longestName,
    isOrdinaryWord,
    correct: (word) => {
      corrections ??= createWordCorrections(vocabularyNow, actors, isOrdinaryWord);
      return corrections(word);
    },
    places: (text, hints = {}) => lookups.places(text, hints),
    place: (key) => lookups.place(key),
    actors: (text, hints = {}) => lookups.actors(text, hints),
    actor: (key) => actorLinker.byKey(key),
    calledAs: (named) => ('level' in named ? placeLinker.calledAs(named) : actorLinker.calledAs(named.name)),
    setVocabulary: (vocabulary: Vocabulary) => {
      if (vocabulary.version === knownVersion) return;
      knownVersion = vocabulary.version;
      vocabularyNow = vocabulary;
      prefixSearch = undefined;
      corrections = undefined;
      dataPlaces.learn(vocabulary.places);
      actorLinker.setVocabulary(vocabulary.actors);
      lookups = createLookups();
    },
  };
}

/** Opens the entity linker on first use: imports and backups do not need it. */
export function lazyEntityLinker(open: () => EntityLinker): EntityLinker {
  let names: EntityLinker | undefined;
  const opened = () => {
    names ??= open();
    return names;
  };
  return {
    prefixSearch: (kind, typed, most) => opened().prefixSearch(kind, typed, most),
    places: (text, hints) => opened().places(text, hints),
    place: (key) => opened().place(key),
    actors: (text, hints) => opened().actors(text, hints),
    actor: (key) => opened().actor(key),
    calledAs: (named) => opened().calledAs(named),
    correct: (word) => opened().correct(word),
    isOrdinaryWord: (word) => opened().isOrdinaryWord(word),
    get longest() {
      return opened().longest;
    },
    setVocabulary: (vocabulary) => opened().setVocabulary(vocabulary),
  };
}
