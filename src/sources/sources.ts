import { minute } from '../kernel/duration.ts';
import { checkAddress } from '../web/address.ts';
import { connectors } from './connectors/index.ts';
import { type SourceConfig, sourceConfig } from './source-config.ts';
import type { SourceRow } from './store.ts';
import { createSync, type SyncDependencies, type SyncResult } from './sync.ts';
import { type RowTally, rowTally } from './tally.ts';

/** A source and how it goes. Times: milliseconds since 1970; 0 is never. */
interface ConfiguredSource extends SourceConfig {
  id: number;
  paused: boolean;
  /** At work now, in this process or another. */
  running: boolean;
  due: number;
  tries: number;
  lastSuccess: number;
  lastRows: RowTally | undefined;
  /** Undefined since it went well again. */
  error: string | undefined;
  errorAt: number;
}

/** What is fetched on a schedule. */
export interface Sources {
  list(): Promise<ConfiguredSource[]>;
  get(id: number): Promise<ConfiguredSource | undefined>;
  /** Why it cannot be added; undefined where nothing is in the way. Throws AddressError for an address that may not be fetched. */
  missing(what: SourceConfig): string | undefined;
  add(what: SourceConfig): Promise<ConfiguredSource>;
  pause(id: number): Promise<boolean>;
  resume(id: number): Promise<boolean>;
  remove(id: number): Promise<boolean>;
  /** Makes its time come now. */
  runSoon(id: number): Promise<void>;
  /** Now, whatever its schedule says. */
  run(id: number, signal?: AbortSignal): Promise<SyncResult>;
  /** Those whose time has come, and that nobody is at work on. */
  due(limit: number): Promise<number[]>;
}

/** How often at most, in milliseconds: publishers are not to be bothered. */
export const minInterval = 5 * minute;

export const defaultInterval = (kind: SourceConfig['kind']): number => connectors[kind].every;

export interface SourcesOptions extends SyncDependencies {
  /** Hears how every run ended. */
  onSyncEnd?: (kind: string, ran: SyncResult) => void;
}

export function createSources({ onSyncEnd: ran, ...parts }: SourcesOptions): Sources {
  const { rows, services, local, now } = parts;
  const { sources } = rows;
  const run = createSync(parts);
  const sourceOf = (row: SourceRow): ConfiguredSource => ({
    ...sourceConfig.parse(JSON.parse(row.told)),
    id: row.id,
    paused: row.paused,
    running: row.lease > now(),
    due: row.due,
    tries: row.tries,
    lastSuccess: row.lastSuccess,
    lastRows: row.lastRows === null ? undefined : rowTally.parse(JSON.parse(row.lastRows)),
    error: row.lastError ?? undefined,
    errorAt: row.lastErrorAt,
  });
  const get = async (id: number) => {
    const row = await sources.get(id);
    return row && sourceOf(row);
  };
  return {
    list: async () => (await sources.all()).map(sourceOf),
    get,
    missing(what) {
      if (what.address !== undefined) checkAddress(what.address, { local, http: local || !what.fromChannel });
      return connectors[what.kind].missing(what, services);
    },
    async add(what) {
      const id = await sources.add(JSON.stringify(sourceConfig.parse(what)), now());
      return (await get(id)) as ConfiguredSource;
    },
    pause: (id) => sources.pause(id, true, now()),
    resume: (id) => sources.pause(id, false, now()),
    remove: (id) => sources.remove(id),
    runSoon: (id) => sources.makeDue(id, now()),
    async run(id, signal = new AbortController().signal) {
      const result = await run(id, signal);
      ran?.((await get(id))?.kind ?? 'removed', result);
      return result;
    },
    due: (limit) => sources.due(now(), limit),
  };
}
