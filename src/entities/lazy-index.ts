import type { Names } from './entity-linker.ts';

/** The same, opened when something is first asked of it: an import or a backup asks nothing. */
export function lazyNames(open: () => Names): Names {
  let names: Names | undefined;
  const opened = () => {
    names ??= open();
    return names;
  };
  return {
    begin: (kind, typed, most) => opened().begin(kind, typed, most),
    places: (text, hints) => opened().places(text, hints),
    actors: (text, hints) => opened().actors(text, hints),
    ordinary: (word) => opened().ordinary(word),
    get longest() {
      return opened().longest;
    },
    learn: (vocabulary) => opened().learn(vocabulary),
  };
}
