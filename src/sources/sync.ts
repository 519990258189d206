import { setInterval } from 'node:timers';
import type { Logger } from 'pino';
import type { ServicesConfig } from '../config/sources.ts';
import { ImportError } from '../incidents/import/import-error.ts';
import { hour, minute, second } from '../kernel/duration.ts';
import { backoff } from '../kernel/retry.ts';
import { AddressError } from '../web/address.ts';
import { FetchError } from '../web/fetch-error.ts';
import type { HttpFetcher } from '../web/web.ts';
import type { ConnectorContext } from './connectors/connector.ts';
import { connectors } from './connectors/index.ts';
import type { ImportFile } from './import-file.ts';
import { type SourceConfig, sourceConfig } from './source-config.ts';
import type { SourceRow, SourceRows } from './store.ts';
import { addTallies, emptyTally, type RowTally } from './tally.ts';

/** How one run of a source ended. */
export type SyncResult =
  | { kind: 'done'; rows: RowTally }
  | { kind: 'failed'; why: string; next: number }
  | { kind: 'busy' | 'stopped' };

export interface SyncDependencies {
  rows: Pick<SourceRows, 'sources'>;
  web: HttpFetcher;
  load: ImportFile;
  services: ServicesConfig;
  /** Sources on this machine and in private networks may be fetched. */
  local: boolean;
  log: Logger;
  now(): number;
}

const lease = 2 * minute;
const renewal = 30 * second;
const mostSteps = 5000;
const pauses = { first: 30 * second, longest: 6 * hour };

/** Takes everything that is new at one source, step by step. Each step is kept before the next begins. */
export function createSync({ rows: { sources }, web, load, services, local, log, now }: SyncDependencies) {
  const handsFor = (
    id: number,
    { format, mapping, fromChannel }: SourceConfig,
    signal: AbortSignal,
  ): ConnectorContext => ({
    services,
    now: now(),
    get: (wanted) => web.get({ ...wanted, policy: { local, http: local || !fromChannel }, signal }),
    load: (path) => load(path, { by: `source #${id}`, now: new Date(now()), format, mapping, signal }),
  });

  async function steps(row: SourceRow, what: SourceConfig, signal: AbortSignal): Promise<RowTally> {
    const hands = handsFor(row.id, what, signal);
    let cursor: unknown = row.cursor === null ? undefined : JSON.parse(row.cursor);
    let sum = emptyTally;
    for (let n = 0; n < mostSteps; n++) {
      signal.throwIfAborted();
      const step = await connectors[what.kind].step(what, cursor, hands);
      cursor = step.cursor;
      await sources.reached(row.id, JSON.stringify(cursor));
      sum = addTallies(sum, step.rows);
      if (!step.more) break;
    }
    return sum;
  }

  async function failed(row: SourceRow, error: unknown): Promise<SyncResult> {
    const known = error instanceof FetchError || error instanceof ImportError || error instanceof AddressError;
    const why = known ? error.message : 'Something went wrong here; the log tells more.';
    const wait = error instanceof FetchError ? (error.wait ?? 0) : 0;
    const next = now() + Math.max(wait, backoff(row.tries, pauses));
    await sources.failed(row.id, now(), next, why);
    log.warn({ source: row.id, tries: row.tries + 1, err: known ? why : error }, 'a source could not be fetched');
    return { kind: 'failed', why, next };
  }

  return async (id: number, signal: AbortSignal): Promise<SyncResult> => {
    if (!(await sources.claim(id, now(), now() + lease))) return { kind: 'busy' };
    // Read after the claim: how far it has come is nobody else's to move now.
    const row = await sources.get(id);
    if (!row) return { kind: 'stopped' };
    const keep = () =>
      void sources.keep(id, now() + lease).catch((error) => log.warn({ err: error }, 'a lease was not kept'));
    const keeping = setInterval(keep, renewal);
    try {
      const what = sourceConfig.parse(JSON.parse(row.told));
      const rows = await steps(row, what, signal);
      await sources.succeeded(id, now(), now() + what.every, JSON.stringify(rows));
      log.info({ source: id, ...rows }, 'a source was fetched');
      return { kind: 'done', rows };
    } catch (error) {
      if (!signal.aborted) return await failed(row, error);
      await sources.released(id);
      return { kind: 'stopped' };
    } finally {
      clearInterval(keeping);
    }
  };
}
