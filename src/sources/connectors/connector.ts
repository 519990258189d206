import type { ServicesConfig } from '../../config/sources.ts';
import type { FetchRequest, FetchResult } from '../../web/web.ts';
import type { SourceConfig } from '../source-config.ts';
import type { RowTally } from '../tally.ts';

/** What a kind may do while it runs. */
export interface ConnectorContext {
  services: ServicesConfig;
  /** Milliseconds since 1970. */
  now: number;
  get(wanted: Pick<FetchRequest, 'url' | 'headers' | 'form' | 'cached' | 'maxBytes'>): Promise<FetchResult>;
  /** Imports a file, and says what became of its rows. */
  load(path: string): Promise<RowTally>;
}

/** One request further. */
interface ConnectorStep {
  cursor: unknown;
  more: boolean;
  rows: RowTally;
}

/** A kind of source: what to ask next, from where it has come to. */
export interface Connector {
  name: string;
  /** How often, in milliseconds, unless told otherwise. */
  every: number;
  /** Why it cannot be used; undefined where nothing is missing. */
  missing(told: SourceConfig, services: ServicesConfig): string | undefined;
  /** One request and what follows from it. The cursor is undefined at first; one that cannot be read is too. */
  step(told: SourceConfig, cursor: unknown, hands: ConnectorContext): Promise<ConnectorStep>;
}

export const megabyte = 1024 ** 2;
