import type { Notifier } from '../alerts/notifier.ts';
import type { Tenant } from '../app/rights.ts';

/** A chat platform that the bot is connected to. */
export interface Adapter {
  name: string;
  platform: 'slack' | 'discord';
  notifier: Notifier;
  /** Connects; returns one line that says as whom and how. Throws AdapterError with the remedy. */
  start(): Promise<string>;
  /** Resolves only when the platform refuses the connection for good, as when a token was revoked. */
  failed: Promise<AdapterError>;
  /** Accepts no more requests, then finishes those in flight. */
  stop(): Promise<void>;
  /** Whether it is connected now, without asking the platform. */
  connected(): boolean;
  /** What is wrong although it is connected; undefined where nothing is known. */
  trouble?(): string | undefined;
  /** The tenants it serves; asks the platform while it is not connected. Never throws. */
  tenants(): Promise<Tenant[]>;
  /** Its state in one line: what it is connected to, or what is missing. */
  check(): Promise<string>;
}

/** A platform that cannot be used; the message names the cause and the remedy. */
export class AdapterError extends Error {}
