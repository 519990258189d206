import { allowedAddress } from '../web/address.ts';
import { kinds } from './connectors/index.ts';
import { type Told, told } from './source-config.ts';
import type { SourceRow } from './store.ts';
import { createRun, type Ran, type RunParts } from './sync.ts';
import { type Counts, counts } from './tally.ts';

/** A source and how it goes. Times: milliseconds since 1970; 0 is never. */
interface Source extends Told {
  id: number;
  paused: boolean;
  /** At work now, in this process or another. */
  running: boolean;
  due: number;
  tries: number;
  lastSuccess: number;
  lastRows: Counts | undefined;
  /** Undefined since it went well again. */
  error: string | undefined;
  errorAt: number;
}

/** What is fetched on a schedule. */
export interface Sources {
  list(): Promise<Source[]>;
  get(id: number): Promise<Source | undefined>;
  /** Why it cannot be added; undefined where nothing is in the way. Throws AddressError for an address that may not be fetched. */
  missing(what: Told): string | undefined;
  add(what: Told): Promise<Source>;
  pause(id: number): Promise<boolean>;
  resume(id: number): Promise<boolean>;
  remove(id: number): Promise<boolean>;
  /** Makes its time come now. */
  hasten(id: number): Promise<void>;
  /** Now, whatever its schedule says. */
  run(id: number, signal?: AbortSignal): Promise<Ran>;
  /** Those whose time has come, and that nobody is at work on. */
  due(limit: number): Promise<number[]>;
}

/** How often at most, in milliseconds: publishers are not to be bothered. */
export const shortest = 5 * 60_000;

export const usualEvery = (kind: Told['kind']): number => kinds[kind].every;

export interface SourcesOptions extends RunParts {
  /** Hears how every run ended. */
  ran?: (kind: string, ran: Ran) => void;
}

export function createSources({ ran, ...parts }: SourcesOptions): Sources {
  const { rows, services, local, now } = parts;
  const { sources } = rows;
  const run = createRun(parts);
  const sourceOf = (row: SourceRow): Source => ({
    ...told.parse(JSON.parse(row.told)),
    id: row.id,
    paused: row.paused,
    running: row.lease > now(),
    due: row.due,
    tries: row.tries,
    lastSuccess: row.lastSuccess,
    lastRows: row.lastRows === null ? undefined : counts.parse(JSON.parse(row.lastRows)),
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
      if (what.address !== undefined) allowedAddress(what.address, { local, http: local || !what.fromChannel });
      return kinds[what.kind].missing(what, services);
    },
    async add(what) {
      const id = await sources.add(JSON.stringify(told.parse(what)), now());
      return (await get(id)) as Source;
    },
    pause: (id) => sources.pause(id, true, now()),
    resume: (id) => sources.pause(id, false, now()),
    remove: (id) => sources.remove(id),
    hasten: (id) => sources.hasten(id, now()),
    async run(id, signal = new AbortController().signal) {
      const result = await run(id, signal);
      ran?.((await get(id))?.kind ?? 'removed', result);
      return result;
    },
    due: (limit) => sources.due(now(), limit),
  };
}
