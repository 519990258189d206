import { minute } from '../kernel/duration.ts';
import { checkAddress } from '../web/address.ts';
import { connectors } from './connectors/index.ts';
import { type SourceConfig, sourceConfig } from './source-config.ts';
import type { SourceRow } from './store.ts';
import { createSync, type SyncDependencies, type SyncResult } from './sync.ts';
import { type RowTally, rowTally } from './tally.ts';

/** A source and its state. Moments: milliseconds since 1970; 0 is never. */
export interface ConfiguredSource extends SourceConfig {
  id: number;
  paused: boolean;
  /** Being fetched now, in this process or another. */
  running: boolean;
  due: number;
  /** How often it has failed since it last succeeded. */
  tries: number;
  lastSuccess: number;
  lastRows: RowTally | undefined;
  /** Of the last run; undefined where that succeeded. */
  error: string | undefined;
  errorAt: number;
}

/** Sources that are fetched on a schedule. */
export interface Sources {
  list(): Promise<ConfiguredSource[]>;
  get(id: number): Promise<ConfiguredSource | undefined>;
  /** What is missing to fetch it, as a sentence; undefined where nothing is. Throws AddressError for an address that may not be fetched. */
  missing(config: SourceConfig): string | undefined;
  /** Due at once. */
  add(config: SourceConfig): Promise<ConfiguredSource>;
  /** Each of these returns false where there is no such source. */
  pause(id: number): Promise<boolean>;
  /** Due at once. */
  resume(id: number): Promise<boolean>;
  remove(id: number): Promise<boolean>;
  /** Makes it due now. */
  runSoon(id: number): Promise<void>;
  /** Fetches it now, whatever its schedule, unless it is being fetched. */
  run(id: number, signal?: AbortSignal): Promise<SyncResult>;
  /** Ids of those that are due and not being fetched, earliest first. */
  due(limit: number): Promise<number[]>;
}

/** The shortest interval that may be set, in milliseconds, to spare publishers. */
export const minInterval = 5 * minute;

/** The interval of a kind unless it is set, in milliseconds. */
export const defaultInterval = (kind: SourceConfig['kind']): number => connectors[kind].every;

export interface SourcesOptions extends SyncDependencies {
  /** Called with the result of every run. */
  onSyncEnd?: (kind: string, ran: SyncResult) => void;
}

export function createSources({ onSyncEnd, ...dependencies }: SourcesOptions): Sources {
  const { rows, services, local, now } = dependencies;
  const { sources } = rows;
  const sync = createSync(dependencies);
  const sourceOf = (row: SourceRow): ConfiguredSource => ({
    ...sourceConfig.parse(JSON.parse(row.config)),
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
    missing(config) {
      const { address, kind, fromChannel } = config;
      if (address !== undefined) checkAddress(address, { local, http: local || !fromChannel });
      return connectors[kind].missing(config, services);
    },
    async add(config) {
      const id = await sources.add(JSON.stringify(sourceConfig.parse(config)), now());
      return (await get(id)) as ConfiguredSource;
    },
    pause: (id) => sources.pause(id, true, now()),
    resume: (id) => sources.pause(id, false, now()),
    remove: (id) => sources.remove(id),
    runSoon: (id) => sources.makeDue(id, now()),
    async run(id, signal = new AbortController().signal) {
      const result = await sync(id, signal);
      onSyncEnd?.((await get(id))?.kind ?? 'removed', result);
      return result;
    },
    due: (limit) => sources.due(now(), limit),
  };
}
