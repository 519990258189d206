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

/** GET /healthz: the process is alive. GET /readyz: the state of each check, with status 503 unless all are ready. */
export function createHealthRoutes(checks: ReadinessChecks): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ status: 'alive' }));
  app.get('/readyz', async (c) => {
    const states = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, (await missing(check)) ?? 'ready'] as const),
    );
    const ready = states.every(([, state]) => state === 'ready');
    return c.json({ status: ready ? 'ready' : 'not ready', ...Object.fromEntries(states) }, ready ? 200 : 503);
  });
  return app;
}
