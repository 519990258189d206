/** Runs work of the same key in order, and of different keys at the same time. */
export interface KeyedQueue {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is in flight. */
  idle(): Promise<void>;
}

export function createKeyedQueue(): KeyedQueue {
  const last = new Map<string, Promise<unknown>>();
  return {
    run(key, work) {
      const previous = last.get(key) ?? Promise.resolve();
      const result = previous.then(work);
      const done = result.catch(() => undefined);
      last.set(key, done);
      done.then(() => last.get(key) === done && last.delete(key));
      return result;
    },
    async idle() {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}
