import { z } from 'zod';
import { type Filter, query } from '../incidents/query.ts';
import { anomalyRule } from './anomaly-rule.ts';
import { cadences, weekdays } from './schedule.ts';
import type { ChannelRef } from './store/channel.ts';
import type { AlertRows } from './store/index.ts';
import type { SubscriptionRow } from './store/subscriptions.ts';

/** How old an incident may be to be told, in days, unless the subscription says otherwise: older ones come by back-fill. */
export const defaultHorizon = 7;

const told = z.object({
  /** In the words it was asked for. */
  words: z.string(),
  query,
  /** Who asked for it: as people know them, and as the platform does. */
  by: z.string(),
  owner: z.string().optional(),
  at: z.string(),
  /** Also what changes about an incident the channel has heard of. */
  changes: z.boolean().default(true),
  /** Days that an incident may lie back. */
  horizon: z.int().positive().default(defaultHorizon),
  /** At once, or together at a time. */
  rhythm: z
    .object({
      rhythm: z.enum(cadences).default('at-once'),
      at: z.string().default('08:00'),
      weekday: z.enum(weekdays).default('monday'),
      zone: z.string().default('UTC'),
    })
    .prefault({}),
  /** Told not of each incident, but when they become many or someone new appears. */
  watch: anomalyRule.optional(),
  /** Milliseconds since 1970: silent until then. */
  mutedUntil: z.number().default(0),
  /** Why it is silent until someone does something about it: the channel is gone. */
  paused: z.string().optional(),
  /** Why not all could be told that it means. */
  trouble: z.string().optional(),
});

export type SubscriptionConfig = z.infer<typeof told>;

/** A question that stands: what a channel wants to hear of. */
export interface Subscription extends ChannelRef, SubscriptionConfig {
  id: number;
}

/** A row that another version wrote, or something broke: it stands still, visibly, rather than in the way. */
interface Unreadable extends ChannelRef {
  id: number;
  why: string;
}

export interface Subscriptions {
  /** Of every channel, in the order they were made; kept until something changes. */
  all(): Promise<readonly Subscription[]>;
  of(channel: ChannelRef): Promise<Subscription[]>;
  byId(): Promise<ReadonlyMap<number, Subscription>>;
  unreadable(): Promise<readonly Unreadable[]>;
  add(channel: ChannelRef, subscription: z.input<typeof told>): Promise<Subscription>;
  change(id: number, change: Partial<SubscriptionConfig>): Promise<void>;
  remove(id: number): Promise<void>;
}

function read({ id, platform, channel, json }: SubscriptionRow): Subscription | Unreadable {
  try {
    return { id, platform, channel, ...told.parse(JSON.parse(json)) };
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
    return { id, platform, channel, why: issue ? `${issue.path.join('.')}: ${issue.message}` : 'not JSON' };
  }
}

interface SubscriptionCache {
  version: number;
  all: readonly Subscription[];
  byId: ReadonlyMap<number, Subscription>;
  unreadable: readonly Unreadable[];
}

export function openSubscriptions({ subscriptions: rows }: Pick<AlertRows, 'subscriptions'>): Subscriptions {
  let kept: SubscriptionCache | undefined;
  const held = async (): Promise<SubscriptionCache> => {
    const version = await rows.version();
    if (kept?.version === version) return kept;
    const standing = (await rows.all()).map(read);
    const all = standing.filter((s) => 'query' in s);
    const unreadable = standing.filter((s) => 'why' in s);
    const now: SubscriptionCache = { version, all, byId: new Map(all.map((s) => [s.id, s])), unreadable };
    kept = now;
    return now;
  };
  return {
    all: async () => (await held()).all,
    byId: async () => (await held()).byId,
    unreadable: async () => (await held()).unreadable,
    of: async ({ platform, channel }) =>
      (await held()).all.filter((s) => s.platform === platform && s.channel === channel),
    async add(channel, subscription) {
      const parsed = told.parse(subscription);
      const id = await rows.add(channel, JSON.stringify(parsed));
      return { id, ...channel, ...parsed };
    },
    async change(id, change) {
      const found = (await held()).byId.get(id);
      if (!found) return;
      await rows.put(id, JSON.stringify(told.parse({ ...found, ...change })));
      kept = undefined;
    },
    async remove(id) {
      await rows.remove(id);
      kept = undefined;
    },
  };
}

/** What the question means as a standing one: no period, because it looks ahead. */
export function withoutPeriod({ period, ...filter }: Filter): Filter {
  return filter;
}

/** As faults and the log have it. */
export const nameOf = ({ id }: Pick<Subscription, 'id'>): string => `subscription ${id}`;

export const isActive = ({ mutedUntil, paused }: Subscription, now: number): boolean =>
  paused === undefined && mutedUntil <= now;
