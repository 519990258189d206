import type { Row } from '../../database/database.ts';
import type { ChannelRef } from './channel.ts';

/** `rise` and `actor`: findings of a watching subscription; `test`: a test alert that somebody asked for. */
export type AlertKind = 'new' | 'change' | 'retraction' | 'rise' | 'actor' | 'test';

/** An alert to a channel about one revision of one incident. Channel, incident and revision are its unique key, so it is queued once. */
export interface QueuedAlert extends ChannelRef {
  /** The incident's id, or the name of the finding or test: "rise 12 2394", "actor 12 NAME", "test 12". */
  incident: string;
  revision: number;
  kind: AlertKind;
  /** Ids of the subscriptions it is for. */
  subscriptions: number[];
  /** For a change, its lines; for a rise, its sentence; for an actor, its sentence and the incident's id; for a test, an example's id. */
  words: string[];
  /** When to deliver it, in milliseconds since 1970. */
  due: number;
  /** Every subscription is muted or paused: not delivered, but listed for those who ask what they missed. */
  silent?: boolean;
}

export type DeliveryState = 'waiting' | 'sent' | 'failed' | 'silent';

export interface OutboxRow extends QueuedAlert {
  seq: number;
  state: DeliveryState;
  /** When it was queued, in milliseconds since 1970. */
  createdAt: number;
  /** The platform's id of the message, `skipped`, or null before it was sent. */
  message: string | null;
  /** The JSON of its subscriptions or words is damaged: both are empty. */
  unreadable: boolean;
}

/** In place of a message's id: nobody wants the alert any more, or there is nothing to report. */
export const skipped = 'unwanted';

/** Before the stored id of a digest's message. */
const digestPrefix = 'many ';

/** What is stored of the message of a digest. */
export const storedDigest = (message: string): string => `${digestPrefix}${message}`;

export const isDigest = ({ message }: Pick<OutboxRow, 'message'>): boolean =>
  message?.startsWith(digestPrefix) === true;

/** The platform's id of a message that was sent. */
export const messageOf = ({ message }: Pick<OutboxRow, 'message'>): string =>
  message?.startsWith(digestPrefix) ? message.slice(digestPrefix.length) : (message ?? '');

type Lists = Pick<OutboxRow, 'subscriptions' | 'words' | 'unreadable'>;

function listsOf(row: Row): Lists {
  try {
    const [subscriptions, words] = [row.subscriptions, row.words].map((json) => JSON.parse(String(json)));
    if (Array.isArray(subscriptions) && Array.isArray(words)) return { subscriptions, words, unreadable: false };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { subscriptions: [], words: [], unreadable: true };
}

export const outboxRowOf = (row: Row): OutboxRow => ({
  seq: Number(row.seq),
  platform: String(row.platform),
  channel: String(row.channel),
  incident: String(row.incident),
  revision: Number(row.revision),
  kind: row.kind as AlertKind,
  ...listsOf(row),
  due: Number(row.due),
  state: row.state as DeliveryState,
  createdAt: Number(row.made),
  message: row.message as string | null,
});
