import { Hono } from 'hono';

/** Checks by name: each returns undefined when ready, or what is missing. One that throws is not ready. */
export type ReadinessChecks = Readonly<Record<string, () => Promise<string | undefined> | string | undefined>>;

async function missing(check: ReadinessChecks[string]): Promise<string | undefined> {
  try {
    return await check();
  } catch (error) {
    return (error as Error).message;
  }
}

/** Facts by name that are told beside the checks, and leave a process ready whatever they are. */
export type HealthFacts = Readonly<Record<string, () => Promise<string>>>;

/** GET /healthz: the process is alive. GET /readyz: the state of each check, with status 503 unless all are ready, and the facts. */
export function createHealthRoutes(checks: ReadinessChecks, facts: HealthFacts = {}): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ status: 'alive' }));
  app.get('/readyz', async (c) => {
    const states = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, (await missing(check)) ?? 'ready'] as const),
    );
    const ready = states.every(([, state]) => state === 'ready');
    const told = await Promise.all(
      Object.entries(facts).map(async ([name, tell]) => [name, await tell().catch((e: Error) => e.message)] as const),
    );
    const body = { status: ready ? 'ready' : 'not ready', ...Object.fromEntries([...states, ...told]) };
    return c.json(body, ready ? 200 : 503);
  });
  return app;
}
