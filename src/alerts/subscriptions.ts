import { z } from 'zod';
import { type Filter, query } from '../incidents/query.ts';
import type { AlertRows, Channel, SubscriptionRow } from './store.ts';

const told = z.object({
  /** In the words it was asked for. */
  words: z.string(),
  query,
  by: z.string(),
  at: z.string(),
  /** Also what changes about an incident the channel has heard of. */
  changes: z.boolean().default(true),
  /** Milliseconds since 1970: silent until then. */
  mutedUntil: z.number().default(0),
  /** Why it is silent until someone does something about it: the channel is gone. */
  paused: z.string().optional(),
});

type Told = z.infer<typeof told>;

/** A question that stands: what a channel wants to hear of. */
export interface Subscription extends Channel, Told {
  id: number;
}

export interface Subscriptions {
  /** Of every channel, in the order they were made; kept until something changes. */
  all(): readonly Subscription[];
  of(channel: Channel): Subscription[];
  add(channel: Channel, subscription: z.input<typeof told>): Subscription;
  change(id: number, change: Partial<Told>): void;
  remove(id: number): void;
}

/** A row that another version wrote and this one cannot read stands still rather than in the way. */
function read({ id, platform, channel, json }: SubscriptionRow): Subscription[] {
  const parsed = told.safeParse(JSON.parse(json));
  return parsed.success ? [{ id, platform, channel, ...parsed.data }] : [];
}

export function openSubscriptions({ subscriptions: rows }: Pick<AlertRows, 'subscriptions'>): Subscriptions {
  let kept: { version: number; all: readonly Subscription[] } | undefined;
  const all = () => {
    const version = rows.version();
    if (kept?.version !== version) kept = { version, all: rows.all().flatMap(read) };
    return kept.all;
  };
  return {
    all,
    of: ({ platform, channel }) => all().filter((s) => s.platform === platform && s.channel === channel),
    add(channel, subscription) {
      const parsed = told.parse(subscription);
      const id = rows.add(channel, JSON.stringify(parsed));
      return { id, ...channel, ...parsed };
    },
    change(id, change) {
      const found = all().find((s) => s.id === id);
      if (!found) return;
      rows.put(id, JSON.stringify(told.parse({ ...found, ...change })));
      kept = undefined;
    },
    remove(id) {
      rows.remove(id);
      kept = undefined;
    },
  };
}

/** What the question means as a standing one: no period, because it looks ahead. */
export function standing({ period, ...filter }: Filter): Filter {
  return filter;
}

export const speaks = ({ mutedUntil, paused }: Subscription, now: number): boolean =>
  paused === undefined && mutedUntil <= now;
