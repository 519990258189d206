import { randomUUID } from 'node:crypto';
import { setInterval } from 'node:timers';
import type { Logger } from 'pino';
import type { ServicesConfig } from '../config/sources.ts';
import { ImportDied, ImportError } from '../incidents/import/import-error.ts';
import { hour, minute, second } from '../kernel/duration.ts';
import { backoff } from '../kernel/retry.ts';
import { AddressError } from '../web/address.ts';
import { FetchError } from '../web/fetch-error.ts';
import type { HttpFetcher } from '../web/http-fetcher.ts';
import type { ConnectorContext } from './connectors/connector.ts';
import { connectors } from './connectors/index.ts';
import type { ImportFile } from './import-file.ts';
import { type SourceConfig, sourceConfig } from './source-config.ts';
import { LeaseLost, type SourceRow, type SourceRows } from './store.ts';
import { addTallies, emptyTally, type RowTally } from './tally.ts';

/** How a run of a source ended. `next`: when it is tried again, in milliseconds since 1970. */
export type SyncResult =
  | { kind: 'done'; rows: RowTally }
  | { kind: 'failed'; why: string; next: number; paused?: true }
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

type Lease = ReturnType<SourceRows['sources']['leasedBy']>;

const lease = 2 * minute;
const renewal = 30 * second;
const maxSteps = 5000;
const pauses = { first: 30 * second, longest: 6 * hour };

/**
 * Fetches everything that is new at one source, step by step, under a lease that is renewed meanwhile. Each step is
 * stored before the next begins. Never throws for what the source does: that is a result, and in its row.
 */
export function createSync({ rows: { sources }, web, load, services, local, log, now }: SyncDependencies) {
  const contextFor = (
    id: number,
    { kind, format, mapping, fromChannel }: SourceConfig,
    signal: AbortSignal,
  ): ConnectorContext => ({
    services,
    now: now(),
    get: (request) =>
      web.get({
        ...request,
        headers: { ...services.headers?.[URL.parse(request.url)?.host ?? ''], ...request.headers },
        // The addresses of services are ours.
        policy: { local, http: local || !fromChannel || kind !== 'address' },
        signal,
      }),
    load: (path) => load(path, { by: `source #${id}`, now: new Date(now()), format, mapping, signal }),
  });

  async function steps(row: SourceRow, config: SourceConfig, leased: Lease, signal: AbortSignal): Promise<RowTally> {
    const context = contextFor(row.id, config, signal);
    let cursor: unknown = row.cursor === null ? undefined : JSON.parse(row.cursor);
    let sum = emptyTally;
    for (let n = 0; n < maxSteps; n++) {
      signal.throwIfAborted();
      const step = await connectors[config.kind].step(config, cursor, context);
      cursor = step.cursor;
      await leased.advance(JSON.stringify(cursor));
      sum = addTallies(sum, step.rows);
      if (!step.more) break;
    }
    return sum;
  }

  /** A source that ended the process that read it would do so again: somebody has to look at it first. */
  async function failed(row: SourceRow, leased: Lease, error: unknown): Promise<SyncResult> {
    const known = error instanceof FetchError || error instanceof ImportError || error instanceof AddressError;
    const why = known ? error.message : 'Internal error; see the log.';
    const wait = error instanceof FetchError ? (error.wait ?? 0) : 0;
    const next = now() + Math.max(wait, backoff(row.tries, pauses));
    if (error instanceof ImportDied) {
      await leased.fail(now(), next, why, true);
      log.error({ source: row.id }, 'reading a source ended the process that did: it is paused');
      return { kind: 'failed', why, next, paused: true };
    }
    await leased.fail(now(), next, why);
    log.warn({ source: row.id, tries: row.tries + 1, err: known ? why : error }, 'a source could not be fetched');
    return { kind: 'failed', why, next };
  }

  async function runLeased(row: SourceRow, leased: Lease, signal: AbortSignal): Promise<SyncResult> {
    try {
      const config = sourceConfig.parse(JSON.parse(row.config));
      const rows = await steps(row, config, leased, signal);
      await leased.succeed(now(), now() + config.every, JSON.stringify(rows));
      log.info({ source: row.id, ...rows }, 'a source was fetched');
      return { kind: 'done', rows };
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      if (!signal.aborted) return await failed(row, leased, error);
      await leased.release();
      return { kind: 'stopped' };
    }
  }

  return async (id: number, signal: AbortSignal): Promise<SyncResult> => {
    const holder = randomUUID();
    if (!(await sources.claim(id, holder, now(), now() + lease))) return { kind: 'busy' };
    // Read after the claim: no other run moves the cursor now.
    const row = await sources.get(id);
    if (!row) return { kind: 'stopped' };
    const leased = sources.leasedBy(id, holder);
    const renew = () =>
      leased.renew(now() + lease).catch((error) => log.warn({ source: id, err: error }, 'a lease was not renewed'));
    const renewing = setInterval(renew, renewal);
    try {
      return await runLeased(row, leased, signal);
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      log.warn({ source: id }, 'the lease of a source was lost');
      return { kind: !signal.aborted && (await sources.get(id)) ? 'busy' : 'stopped' };
    } finally {
      clearInterval(renewing);
    }
  };
}
