import type { EntityLinker } from './entity-linker.ts';

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
