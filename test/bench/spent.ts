const total = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;
const enough = 40;
const mostRounds = 40;

/**
 * Milliseconds of work that one round takes on the average of many: of this thread, or of all threads of the process.
 * What it waits for other programs on a busy machine is not in it. The clock of the system moves by some milliseconds
 * at a time, so that rounds are repeated until enough of them have passed.
 */
export async function spentBy(round: () => unknown, of: 'thread' | 'process' = 'thread'): Promise<number> {
  const now = () => total(of === 'thread' ? process.threadCpuUsage() : process.cpuUsage());
  await round();
  const started = now();
  let rounds = 0;
  for (; rounds < 3 || (rounds < mostRounds && now() - started < enough); rounds++) await round();
  return (now() - started) / rounds;
}
