import { Hono } from 'hono';

/** One thing the program needs: undefined when it is there, or what is missing. */
export type ReadinessChecks = Readonly<Record<string, () => Promise<string | undefined> | string | undefined>>;

async function missing(need: ReadinessChecks[string]): Promise<string | undefined> {
  try {
    return await need();
  } catch (error) {
    return (error as Error).message;
  }
}

/** /healthz: it is alive. /readyz: everything it needs is there; what is not is named, with status 503. */
export function createHealthRoutes(needs: ReadinessChecks): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ status: 'alive' }));
  app.get('/readyz', async (c) => {
    const looked = await Promise.all(
      Object.entries(needs).map(async ([name, need]) => [name, (await missing(need)) ?? 'ready'] as const),
    );
    const ready = looked.every(([, state]) => state === 'ready');
    return c.json({ status: ready ? 'ready' : 'not ready', ...Object.fromEntries(looked) }, ready ? 200 : 503);
  });
  return app;
}
