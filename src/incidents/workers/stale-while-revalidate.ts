import { setTimeout } from 'node:timers/promises';

/** Milliseconds that an asker waits for a count to be made anew. */
const patience = 250;

/**
 * What is counted from all of the data, anew after each change: whoever asks has it at once where it has not moved, else
 * when it is counted, but the last one where counting takes longer. `moved`: whether there were changes since a version.
 */
export function staleWhileRevalidate<T extends { version: number }>(
  moved: (version: number) => Promise<boolean>,
  count: () => Promise<T>,
  most = patience,
): () => Promise<T> {
  let known: T | undefined;
  let counting: { done: Promise<T>; late: Promise<void> } | undefined;

  function begin() {
    const done = count()
      .then((value) => {
        known = value;
        return value;
      })
      .finally(() => {
        counting = undefined;
      });
    // Whoever waits is told of the error; nobody may be waiting any more.
    done.catch(() => undefined);
    return { done, late: setTimeout(most, undefined, { ref: false }) };
  }

  return async () => {
    if (known && !counting && !(await moved(known.version))) return known;
    counting ??= begin();
    const { done, late } = counting;
    const last = known;
    return last ? Promise.race([done, late.then(() => last)]) : done;
  };
}
