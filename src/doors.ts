import type { Adapter } from './adapters/adapter.ts';
import type { AlertRows } from './alerts/store/index.ts';
import type { Parts } from './bot.ts';
import type { HttpConfig } from './config/operating.ts';
import type { Database } from './database/database.ts';
import type { Metrics } from './http/metrics.ts';
import type { Door } from './live.ts';

/** The program with its counters, where there is a port to read them at. Their library is loaded only then. */
export async function measured(
  http: HttpConfig | undefined,
  parts: Parts,
  rows: AlertRows,
): Promise<{ parts: Parts; rows: AlertRows; metrics?: Metrics }> {
  if (!http) return { parts, rows };
  const { createMetrics } = await import('./http/metrics.ts');
  const metrics = createMetrics();
  const counted = { ...parts, incidents: metrics.incidents(parts.incidents), asked: metrics.asked };
  return { parts: counted, rows: metrics.alerts(rows), metrics };
}

interface Behind {
  parts: Parts;
  metrics: Metrics;
  adapters: readonly Adapter[];
  db: Database;
  ending(): boolean;
}

/** The local HTTP server: health, metrics, and records pushed by those whom a file names. */
export async function httpDoor(http: HttpConfig, { parts, metrics, adapters, db, ending }: Behind): Promise<Door> {
  const { createHttpServer } = await import('./http/server.ts');
  const { health } = await import('./http/health.ts');
  const { incidents, names, log } = parts;
  const needs = {
    program: () => (ending() ? 'it is ending' : undefined),
    database: async () => void (await incidents.changesSince(0, 1)),
    names: () => (names.begin('place', 'bagh', 1).length > 0 ? undefined : 'the names index holds nothing'),
    ...Object.fromEntries(adapters.map((a) => [a.platform, () => (a.connected() ? undefined : 'not connected')])),
  };
  const routes = [
    health(needs),
    metrics.routes,
    ...(http.push === undefined ? [] : [await pushing(http.push, incidents, db)]),
  ];
  const server = createHttpServer(routes, { port: http.port, host: http.host, log });
  const paths = ['/healthz', '/readyz', '/metrics', ...(http.push === undefined ? [] : ['POST /incidents'])];
  return { start: async () => `${await server.start()} (${paths.join(', ')}).`, stop: server.stop };
}

async function pushing(file: string, incidents: Parts['incidents'], db: Database) {
  const { readClients } = await import('./http/clients.ts');
  const { push } = await import('./http/push.ts');
  const { openAnswered } = await import('./http/store.ts');
  return push({ clients: readClients(file), incidents, answered: openAnswered(db) });
}
