/**
 * The milliseconds of processor time that the work takes on the thread of the event loop: the same on a machine that has
 * other things to do, and without what the engine compiles and sweeps on threads of its own meanwhile.
 */
export async function cpuMilliseconds(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
