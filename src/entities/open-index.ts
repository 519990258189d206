import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Vocabulary } from '../incidents/data-profile.ts';
import { memoize } from '../kernel/memoize.ts';
import type { KnownActor } from './actor-entries.ts';
import { createActorLinker } from './actor-index.ts';
import { createDataPlaces } from './data-places.ts';
import type { EntityLinker } from './entity-linker.ts';
import { openPlaceStore } from './gazetteer/store.ts';
import { createPlaceLinker } from './place-linker.ts';
import { createPrefixSearch } from './prefix-search.ts';

export interface EntityLinkerOptions {
  /** Where the index is kept: beside the database. */
  folder: string;
  actors: readonly KnownActor[];
  progress?: (note: { done: number; of: number; words: string }) => void;
}

// Names of five words and more are rare, and every span of a question is tried.
const longest = 6;
const indexVersion = 4;

const nothing: Vocabulary = { version: 0, places: [], actors: [], sources: [] };

const data = (name: string) => new URL(`../../data/${name}`, import.meta.url);

function ordinaryWords(): Set<string> {
  return new Set(
    brotliDecompressSync(readFileSync(data('ordinary-words.txt.br')))
      .toString('utf8')
      .split('\n'),
  );
}

const mostFound = 1000;

/** The same few words are looked up by several readers of a question, and in question after question. */
function lookedUp<H extends object, T>(find: (text: string, hints: H) => T[]) {
  const all = memoize((key) => find(...(JSON.parse(key) as [string, H])), mostFound);
  return (text: string, { limit = 5, ...hints }: H & { limit?: number }): T[] =>
    all(JSON.stringify([text, hints])).slice(0, limit);
}

/** Opens the names index; the very first time it is built from the shipped gazetteer (some ten seconds). */
export function openEntityLinker({ folder, actors, progress }: EntityLinkerOptions): EntityLinker {
  mkdirSync(folder, { recursive: true });
  const { size } = statSync(data('gazetteer.tsv.br'));
  const stamp = createHash('sha256').update(`${indexVersion}:${size}`).digest('hex').slice(0, 12);
  const file = join(folder, `names-${stamp}.index`);
  const store = openPlaceStore(file, existsSync(file), (done, of) =>
    progress?.({ done, of, words: 'Building the names index (only this once)' }),
  );
  const words = ordinaryWords();
  const known = createDataPlaces(store);
  const finder = createPlaceLinker(store, known);
  const people = createActorLinker(actors);
  const look = () => ({ places: lookedUp(finder.find), actors: lookedUp(people.find) });
  let found = look();
  let told = nothing;
  let begin: ReturnType<typeof createPrefixSearch> | undefined;
  let learnt = -1;
  return {
    prefixSearch: (kind, typed, most) => {
      begin ??= createPrefixSearch(told, store, {
        like: (text) => found.actors(text, { limit: 3 }),
        keyOf: people.keyOf,
      });
      return begin(kind, typed, most);
    },
    longest,
    isOrdinaryWord: (word) =>
      words.has(word.replace(/(?:n't|'(?:s|ve|re|ll|d|m)?)$/, '')) || /^\d+(?:st|nd|rd|th|s)?$/.test(word),
    places: (text, hints = {}) => found.places(text, hints),
    place: finder.byKey,
    actors: (text, hints = {}) => found.actors(text, hints),
    actor: (key) => people.byKey(key),
    setVocabulary: (vocabulary: Vocabulary) => {
      if (vocabulary.version === learnt) return;
      learnt = vocabulary.version;
      told = vocabulary;
      begin = undefined;
      known.learn(vocabulary.places);
      people.learn(vocabulary.actors);
      found = look();
    },
  };
}

/** The same, opened when something is first asked of it: an import or a backup asks nothing. */
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
    isOrdinaryWord: (word) => opened().isOrdinaryWord(word),
    get longest() {
      return opened().longest;
    },
    setVocabulary: (vocabulary) => opened().setVocabulary(vocabulary),
  };
}
