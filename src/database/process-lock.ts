/** Returns a function that runs work unless work under the same name is running in this process: then undefined. */
export function createProcessLock() {
  const running = new Set<string>();
  return async <T>(name: string, work: () => Promise<T>): Promise<T | undefined> => {
    if (running.has(name)) return undefined;
    running.add(name);
    try {
      return await work();
    } finally {
      running.delete(name);
    }
  };
}
