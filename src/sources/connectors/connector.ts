import type { ServicesConfig } from '../../config/sources.ts';
import type { FetchRequest, FetchResult } from '../../web/http-fetcher.ts';
import type { SourceConfig } from '../source-config.ts';
import type { RowTally } from '../tally.ts';

/** What a connector may use during a run. */
export interface ConnectorContext {
  services: ServicesConfig;
  /** Milliseconds since 1970. */
  now: number;
  /** Throws FetchError. */
  get(request: Pick<FetchRequest, 'url' | 'headers' | 'form' | 'cached' | 'maxBytes'>): Promise<FetchResult>;
  /** Imports a file. Throws ImportError where it cannot be read at all. */
  load(path: string): Promise<RowTally>;
}

/** The result of a step: where to continue, whether at once, and what was imported. */
export interface ConnectorStep {
  cursor: unknown;
  more: boolean;
  rows: RowTally;
}

/** A kind of source: how to get what is new since a cursor. */
export interface Connector {
  name: string;
  /** The default interval, in milliseconds. */
  every: number;
  /** What is missing to use it, as a sentence; undefined where nothing is. */
  missing(config: SourceConfig, services: ServicesConfig): string | undefined;
  /** Makes one request and imports its response. `cursor`: of the step before; undefined at first. Throws FetchError and ImportError. */
  step(config: SourceConfig, cursor: unknown, context: ConnectorContext): Promise<ConnectorStep>;
}

export const megabyte = 1024 ** 2;
