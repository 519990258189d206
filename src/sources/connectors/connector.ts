import type { ServicesConfig } from '../../config/sources.ts';
import type { Got, Wanted } from '../../web/web.ts';
import type { Told } from '../source-config.ts';
import type { Counts } from '../tally.ts';

/** What a kind may do while it runs. */
export interface Hands {
  services: ServicesConfig;
  /** Milliseconds since 1970. */
  now: number;
  get(wanted: Pick<Wanted, 'url' | 'headers' | 'form' | 'have' | 'most'>): Promise<Got>;
  /** Imports a file, and says what became of its rows. */
  load(path: string): Promise<Counts>;
}

/** One request further. */
interface Step {
  cursor: unknown;
  more: boolean;
  rows: Counts;
}

/** A kind of source: what to ask next, from where it has come to. */
export interface Kind {
  name: string;
  /** How often, in milliseconds, unless told otherwise. */
  every: number;
  /** Why it cannot be used; undefined where nothing is missing. */
  missing(told: Told, services: ServicesConfig): string | undefined;
  /** One request and what follows from it. The cursor is undefined at first; one that cannot be read is too. */
  step(told: Told, cursor: unknown, hands: Hands): Promise<Step>;
}

export const hour = 60 * 60_000;
export const day = 24 * hour;
export const megabyte = 1024 ** 2;
