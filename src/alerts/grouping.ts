import type { DigestReason } from '../answers/messages/alerts.ts';
import { minute } from '../kernel/duration.ts';
import type { OutboxRow } from './store/outbox-row.ts';
import type { Subscription } from './subscriptions.ts';

/** Limits against flooding a channel. */
export interface RateLimits {
  /** More new incidents than this at once become one digest. */
  groupFrom: number;
  /** Messages a channel gets in an hour; what is left waits and is grouped, but for follow-ups and mass casualties. */
  perHour: number;
  /** New incidents that are overdue for longer than this, in milliseconds, become one digest. */
  late: number;
}
export const defaultRateLimits: RateLimits = { groupFrom: 10, perHour: 20, late: 10 * minute };

/** Why alerts are grouped: the schedule of the subscriptions, too many at once, or overdue. */
/** The alerts of one message: a single one, or a digest of several. */
export type NotificationGroup = { rows: readonly [OutboxRow] } | { rows: readonly OutboxRow[]; digest: DigestReason };

type SubscribersOf = (row: OutboxRow) => readonly Subscription[];

/** The schedule of an alert's subscriptions; undefined when any of them wants it at once. */
export function scheduleOf(subscribers: readonly Subscription[]): DigestReason | undefined {
  const [first] = subscribers;
  const rhythm = first?.rhythm.rhythm;
  return rhythm === undefined || rhythm === 'at-once' || subscribers.some((s) => s.rhythm.rhythm === 'at-once')
    ? undefined
    : rhythm;
}

/** One message of these alerts; undefined of none. */
export function groupOf(rows: readonly OutboxRow[]): NotificationGroup | undefined {
  const [first, ...more] = rows;
  return first && (more.length ? { rows, digest: 'many' } : { rows: [first] });
}

/** Groups the due alerts of a channel into messages, in the order of their first rows. `now`: milliseconds since 1970. */
export function groupNotifications(
  rows: readonly OutboxRow[],
  subscribersOf: SubscribersOf,
  now: number,
  limits: RateLimits,
): NotificationGroup[] {
  const scheduled = Map.groupBy(rows, (row) => (row.kind === 'test' ? undefined : scheduleOf(subscribersOf(row))));
  const unscheduled = scheduled.get(undefined) ?? [];
  scheduled.delete(undefined);
  const digests = [...scheduled].map(([schedule, some]) => ({ rows: some, digest: schedule as DigestReason }));
  return [...digests, ...groupUnscheduled(unscheduled, now, limits)].sort(
    (a, b) => (a.rows[0]?.seq ?? 0) - (b.rows[0]?.seq ?? 0),
  );
}

/** A change or retraction of an incident that the channel was notified of. */
export const isFollowUp = ({ kind }: OutboxRow): boolean => kind === 'change' || kind === 'retraction';

/** One message each, unless there are many, or several are overdue. */
function groupUnscheduled(
  rows: readonly OutboxRow[],
  now: number,
  { groupFrom, late }: RateLimits,
): NotificationGroup[] {
  const news = rows.filter((row) => row.kind === 'new');
  const overdue = news.length > 1 && news.some((row) => row.due < now - late);
  const isGrouped = news.length > groupFrom || overdue;
  const grouped = new Set(isGrouped ? news.map((row) => row.incident) : []);
  // A change of a grouped incident is in the incident's line already.
  const folded = rows.filter((row) => grouped.has(row.incident) && row.kind !== 'test');
  const others = rows.filter((row) => !folded.includes(row));
  const later = others.filter(isFollowUp);
  const laterTogether = later.length > groupFrom;
  const alone = laterTogether ? others.filter((row) => !isFollowUp(row)) : others;
  return [
    ...(folded.length
      ? [{ rows: folded, digest: news.length > groupFrom ? ('many' as const) : ('late' as const) }]
      : []),
    ...(laterTogether ? [{ rows: later, digest: 'many' as const }] : []),
    ...alone.map((row): NotificationGroup => ({ rows: [row] })),
  ];
}
