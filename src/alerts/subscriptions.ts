import { z } from 'zod';
import { query } from '../incidents/query.ts';
import { anomalyRule } from '../kernel/anomaly-rule.ts';
import { cadences, weekdays } from '../kernel/schedule.ts';
import type { ChannelRef } from './store/channel.ts';
import type { AlertRows } from './store/index.ts';
import type { SubscriptionRow } from './store/subscriptions.ts';

/** How old an incident may be to cause an alert, in days, unless the subscription sets it: older ones are back-fill. */
export const defaultHorizon = 7;

const subscriptionConfig = z.object({
  /** As it was written by who subscribed. */
  words: z.string(),
  query,
  /** The locale in which its words alone mean its query, so that they can be read again; undefined where something was chosen besides. */
  readIn: z.string().optional(),
  /** Who subscribed: their name, and the platform's id of them. */
  by: z.string(),
  owner: z.string().optional(),
  /** When, in ISO 8601. */
  at: z.string(),
  /** Whether to alert to changes of an incident that the channel was notified of. */
  changes: z.boolean().default(true),
  /** How old an incident may be to cause an alert, in days. */
  horizon: z.int().positive().default(defaultHorizon),
  /** At once, or as a digest at a time: a NotificationSchedule. */
  rhythm: z
    .object({
      rhythm: z.enum(cadences).default('at-once'),
      at: z.string().default('08:00'),
      weekday: z.enum(weekdays).default('monday'),
      zone: z.string().default('UTC'),
    })
    .prefault({}),
  /** What to alert to instead of each incident. */
  watch: anomalyRule.optional(),
  /** Silent until then, in milliseconds since 1970. */
  mutedUntil: z.number().default(0),
  /** Why it is silent until somebody resumes it: what the platform reported. */
  paused: z.string().optional(),
  /** Why some of its alerts could not be produced or delivered. */
  trouble: z.string().optional(),
  /** The trouble that its owner was told of. */
  toldTrouble: z.string().optional(),
});

/** What is stored of a subscription, as JSON. */
export type SubscriptionConfig = z.infer<typeof subscriptionConfig>;

/** A query whose new results a channel is notified of. */
export interface Subscription extends ChannelRef, SubscriptionConfig {
  id: number;
}

/** A row that another version wrote, or that is damaged: it is reported, and affects no other. */
interface Unreadable extends ChannelRef {
  id: number;
  why: string;
}

export interface Subscriptions {
  /** Of every channel, by id; the identical list until any of them changes. */
  all(): Promise<readonly Subscription[]>;
  /** Of one channel, by id. */
  of(channel: ChannelRef): Promise<Subscription[]>;
  byId(): Promise<ReadonlyMap<number, Subscription>>;
  unreadable(): Promise<readonly Unreadable[]>;
  /** Stores a subscription with defaults for what is left out. Throws ZodError. */
  add(channel: ChannelRef, subscription: z.input<typeof subscriptionConfig>): Promise<Subscription>;
  /** Changes some fields; does nothing where there is no such subscription. Throws ZodError. */
  change(id: number, change: Partial<SubscriptionConfig>): Promise<void>;
  remove(id: number): Promise<void>;
}

function parseRow({ id, platform, channel, json }: SubscriptionRow): Subscription | Unreadable {
  try {
    return { id, platform, channel, ...subscriptionConfig.parse(JSON.parse(json)) };
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

/** Subscriptions over their rows, cached until a row changes, in this process or another. */
export function openSubscriptions({ subscriptions: rows }: Pick<AlertRows, 'subscriptions'>): Subscriptions {
  let cache: SubscriptionCache | undefined;
  const current = async (): Promise<SubscriptionCache> => {
    const version = await rows.version();
    if (cache?.version === version) return cache;
    const parsed = (await rows.all()).map(parseRow);
    const all = parsed.filter((s) => 'query' in s);
    const unreadable = parsed.filter((s) => 'why' in s);
    const fresh: SubscriptionCache = { version, all, byId: new Map(all.map((s) => [s.id, s])), unreadable };
    cache = fresh;
    return fresh;
  };
  return {
    all: async () => (await current()).all,
    byId: async () => (await current()).byId,
    unreadable: async () => (await current()).unreadable,
    of: async ({ platform, channel }) =>
      (await current()).all.filter((s) => s.platform === platform && s.channel === channel),
    async add(channel, subscription) {
      const parsed = subscriptionConfig.parse(subscription);
      const id = await rows.add(channel, JSON.stringify(parsed));
      return { id, ...channel, ...parsed };
    },
    async change(id, change) {
      const found = (await current()).byId.get(id);
      if (!found) return;
      await rows.put(id, JSON.stringify(subscriptionConfig.parse({ ...found, ...change })));
      cache = undefined;
    },
    async remove(id) {
      await rows.remove(id);
      cache = undefined;
    },
  };
}

/** "subscription 12": its name in faults and the log. */
export const nameOf = ({ id }: Pick<Subscription, 'id'>): string => `subscription ${id}`;

/** Neither muted nor paused. `now`: milliseconds since 1970. */
export const isActive = ({ mutedUntil, paused }: Subscription, now: number): boolean =>
  paused === undefined && mutedUntil <= now;
