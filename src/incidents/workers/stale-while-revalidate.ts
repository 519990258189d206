import { setTimeout } from 'node:timers/promises';

/** Milliseconds that a caller waits for a new value before it gets the last one. */
const patience = 250;

/**
 * Caches a value that takes long to compute and changes with the data (RFC 5861, stale-while-revalidate). Callers get the
 * current value at once if it is up to date; else the new one, or the last one if computing takes longer than `most`
 * milliseconds. `moved`: whether the data has changed since a version. One computation runs at a time.
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
    // Waiting callers get the error; there may be none left.
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
