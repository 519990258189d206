import type { Notifier } from '../alerts/notifier.ts';
import type { Tenant } from '../app/rights.ts';

/** A platform the bot lives on. */
export interface Adapter {
  name: string;
  platform: 'slack' | 'discord';
  notifier: Notifier;
  /** Connects; returns one line that says as whom and how. Throws AdapterError with the remedy. */
  start(): Promise<string>;
  /** Settles only when the platform will have it no longer: a token was revoked. */
  failed: Promise<AdapterError>;
  /** Hears nothing more, then finishes what is in flight. */
  stop(): Promise<void>;
  /** Whether it hears the platform now; asks nobody. */
  connected(): boolean;
  /** Whom it serves; while it is not connected, the platform is asked. Throws nothing. */
  tenants(): Promise<Tenant[]>;
  /** One line on its state: what it is connected to, or what is missing. */
  check(): Promise<string>;
}

/** A platform that cannot be used; the message names the cause and the remedy. */
export class AdapterError extends Error {}
