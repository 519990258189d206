import type { Adapter } from '../adapters/adapter.ts';
import type { Metrics } from '../adapters/http/metrics.ts';
import type { AlertRows } from '../alerts/store/index.ts';
import { fileImportLine } from '../answers/sources-answer.ts';
import { lagLine } from '../answers/status-answer.ts';
import type { Dependencies } from '../app/ports.ts';
import type { Tenancy } from '../app/tenancy.ts';
import type { HttpConfig } from '../config/operating.ts';
import type { Database } from '../database/database.ts';
import { minute } from '../kernel/duration.ts';
import { createSchedule } from '../sources/schedule.ts';
import { type FileImportResult, watchFolder } from '../sources/watch-folder.ts';
import type { Container } from './container.ts';
import type { BackgroundService } from './lifecycle.ts';
import { createWriteCheck } from './write-check.ts';

/** The program's metrics, where a port is set to read them at; their library is loaded only then. */
export async function createMetricsIfEnabled(http: HttpConfig | undefined): Promise<Metrics | undefined> {
  return http && (await import('../adapters/http/metrics.ts')).createMetrics();
}

interface HttpServiceDependencies {
  parts: Dependencies;
  metrics: Metrics;
  adapters: readonly Adapter[];
  db: Database;
  rows: AlertRows;
  ending(): boolean;
}

/** The local HTTP server: health, metrics, and the ingest endpoint where a file of clients is configured. */
export async function createHttpService(
  http: HttpConfig,
  { parts, metrics, adapters, db, rows, ending }: HttpServiceDependencies,
): Promise<BackgroundService> {
  const { createHttpServer } = await import('../adapters/http/server.ts');
  const { createHealthRoutes } = await import('../adapters/http/health.ts');
  const { incidents, names, log } = parts;
  const writes = createWriteCheck(parts.settings);
  const needs = {
    program: () => (ending() ? 'it is stopping' : undefined),
    database: async () => {
      await incidents.changesSince(0, 1);
      return writes();
    },
    names: () => (names.prefixSearch('place', 'bagh', 1).length > 0 ? undefined : 'the names index is empty'),
    ...Object.fromEntries(
      adapters.map((a) => [a.platform, () => a.trouble?.() ?? (a.connected() ? undefined : 'not connected')]),
    ),
  };
  const routes = [
    createHealthRoutes(needs, { alerts: async () => lagLine(await rows.outbox.lag()) }),
    metrics.routes,
    ...(http.push === undefined ? [] : [await ingestRoutes(http.push, incidents, db)]),
  ];
  const server = createHttpServer(routes, { port: http.port, host: http.host, log });
  const paths = ['/healthz', '/readyz', '/metrics', ...(http.push === undefined ? [] : ['POST /incidents'])];
  return { door: true, start: async () => `${await server.start()} (${paths.join(', ')}).`, stop: server.stop };
}

async function ingestRoutes(file: string, incidents: Dependencies['incidents'], db: Database) {
  const { readClients } = await import('../adapters/http/clients.ts');
  const { createIngestRoutes } = await import('../adapters/http/ingest-endpoint.ts');
  const { openIdempotencyStore } = await import('../adapters/http/idempotency-store.ts');
  return createIngestRoutes({ clients: readClients(file), incidents, responses: openIdempotencyStore(db) });
}

/** Fetches sources on their schedule. */
export function createSyncService({ sources, log }: Dependencies): BackgroundService {
  const schedule = createSchedule(sources, log);
  return {
    async start() {
      schedule.start();
      return undefined;
    },
    stop: schedule.stop,
  };
}

/** Whom this process serves is recorded for the other processes on the database, as long as it runs. */
export function createTenancyService(tenancy: Tenancy): BackgroundService {
  let timer: NodeJS.Timeout | undefined;
  let latest: Promise<void> | undefined;
  return {
    async start() {
      timer = setInterval(() => {
        latest = tenancy.refresh();
      }, minute);
      return undefined;
    },
    async stop() {
      clearInterval(timer);
      await latest;
    },
  };
}

interface FolderWatchOptions {
  folder: string;
  format?: string | undefined;
  mapping?: string | undefined;
}

/** Imports the files of a folder as they appear, and prints a line for each. */
export function createFolderWatchService(
  { folder, format, mapping }: FolderWatchOptions,
  container: Container,
  print: (line: string) => void,
): BackgroundService {
  const stopping = new AbortController();
  const { signal } = stopping;
  const { promise: failed, resolve: fail } = Promise.withResolvers<Error>();
  let watching: Promise<unknown> | undefined;
  return {
    failed,
    async start() {
      const load = (path: string) =>
        container.importFile(path, { by: 'console', now: new Date(), format, mapping, signal });
      const onResult = (result: FileImportResult) => print(fileImportLine(result));
      watching = watchFolder({ folder, rows: container.folderRows, load, onResult }, signal).catch(fail);
      return `Watching ${folder}: each file is imported once it is complete. Ctrl+C ends it.`;
    },
    async stop() {
      stopping.abort();
      await watching;
    },
  };
}
