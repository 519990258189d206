/** Waits until the condition holds. Fails after the time, with the words. */
export async function until(condition: () => boolean | Promise<boolean>, words: string, most = 10_000): Promise<void> {
  const end = performance.now() + most;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Not within ${most} ms: ${words}`);
    await new Promise((done) => setTimeout(done, 2));
  }
}
