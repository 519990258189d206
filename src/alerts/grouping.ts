import { minute } from '../kernel/duration.ts';
import type { NotificationSchedule } from './schedule.ts';
import type { OutboxRow } from './store/outbox.ts';
import type { Subscription } from './subscriptions.ts';

/** So that nobody is flooded. */
export interface RateLimits {
  /** More news than this at once become one message. */
  groupFrom: number;
  /** Messages a channel gets in an hour; the rest waits and becomes one. */
  perHour: number;
  /** What has waited longer than this, in milliseconds, comes together. */
  late: number;
}
export const defaultRateLimits: RateLimits = { groupFrom: 10, perHour: 20, late: 10 * minute };

/** Why several are told in one message. */
type DigestReason = Exclude<NotificationSchedule['rhythm'], 'at-once'> | 'many' | 'late';

/** One message: about one thing, or a digest of several. */
export type NotificationGroup = { rows: readonly [OutboxRow] } | { rows: readonly OutboxRow[]; together: DigestReason };

type SubscribersOf = (row: OutboxRow) => readonly Subscription[];

/** The rhythm of those who asked, when none of them asked to be told at once. */
function digestOf(asking: readonly Subscription[]): DigestReason | undefined {
  const [first] = asking;
  const rhythm = first?.rhythm.rhythm;
  return rhythm === undefined || rhythm === 'at-once' || asking.some((s) => s.rhythm.rhythm === 'at-once')
    ? undefined
    : rhythm;
}

/** What is due in a channel as messages, in the order of their first row. */
export function groupNotifications(
  rows: readonly OutboxRow[],
  asking: SubscribersOf,
  now: number,
  pace: RateLimits,
): NotificationGroup[] {
  const scheduled = Map.groupBy(rows, (row) => (row.kind === 'test' ? undefined : digestOf(asking(row))));
  const rest = scheduled.get(undefined) ?? [];
  scheduled.delete(undefined);
  const digests = [...scheduled].map(([together, some]) => ({ rows: some, together: together as DigestReason }));
  return [...digests, ...ofRest(rest, now, pace)].sort((a, b) => (a.rows[0]?.seq ?? 0) - (b.rows[0]?.seq ?? 0));
}

/** One message each, unless there are many, or several have waited. */
function ofRest(
  rows: readonly OutboxRow[],
  now: number,
  { groupFrom: together, late }: RateLimits,
): NotificationGroup[] {
  const news = rows.filter((row) => row.kind === 'new');
  const waited = news.length > 1 && news.some((row) => row.due < now - late);
  if (news.length <= together && !waited) return rows.map((row) => ({ rows: [row] }));
  const told = new Set(news.map((row) => row.incident));
  // What changed about one of the many is in its line already.
  const folded = rows.filter((row) => told.has(row.incident) && row.kind !== 'test');
  const others = rows.filter((row) => !folded.includes(row));
  return [
    { rows: folded, together: news.length > together ? 'many' : 'late' },
    ...others.map((row): NotificationGroup => ({ rows: [row] })),
  ];
}
