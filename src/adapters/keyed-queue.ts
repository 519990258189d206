/** Work in lanes: in order within a lane, lanes beside one another. */
export interface KeyedQueue {
  run<T>(lane: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is in flight. */
  idle(): Promise<void>;
}

export function createKeyedQueue(): KeyedQueue {
  const last = new Map<string, Promise<unknown>>();
  return {
    run(lane, work) {
      const before = last.get(lane) ?? Promise.resolve();
      const mine = before.then(work);
      const done = mine.catch(() => undefined);
      last.set(lane, done);
      done.then(() => last.get(lane) === done && last.delete(lane));
      return mine;
    },
    async idle() {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}
