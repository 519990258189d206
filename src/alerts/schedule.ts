import type { Quiet } from '../settings/channel-settings.ts';

export const cadences = ['at-once', 'hourly', 'daily', 'weekly'] as const;
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** When a subscription tells: `at` is a local time "08:00" of the zone, `weekday` counts for a weekly one. */
export interface NotificationSchedule {
  rhythm: (typeof cadences)[number];
  at: string;
  weekday: (typeof weekdays)[number];
  /** IANA, "Asia/Baghdad". */
  zone: string;
}

const local = (now: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);

/** The first moment after `now` with that clock time, on the weekday where one is asked for. */
function nextAt(now: number, zone: string, at: string, weekday?: number): number {
  const here = local(now, zone);
  for (let days = 0; ; days++) {
    const then = here.add({ days }).withPlainTime(Temporal.PlainTime.from(at));
    if (then.epochMilliseconds > now && (weekday === undefined || then.dayOfWeek === weekday))
      return then.epochMilliseconds;
  }
}

/** When what is known now is told by a rhythm: milliseconds since 1970. */
export function nextNotificationAt({ rhythm, at, weekday, zone }: NotificationSchedule, now: number): number {
  switch (rhythm) {
    case 'at-once':
      return now;
    case 'hourly':
      return local(now, zone).round({ smallestUnit: 'hour', roundingMode: 'floor' }).add({ hours: 1 })
        .epochMilliseconds;
    case 'daily':
      return nextAt(now, zone, at);
    case 'weekly':
      return nextAt(now, zone, at, weekdays.indexOf(weekday) + 1);
  }
}

/** The end of the quiet hours that a moment lies in; the moment itself outside of them. */
export function afterQuietHours(quiet: Quiet | undefined, moment: number): number {
  if (!quiet) return moment;
  const clock = local(moment, quiet.zone).toPlainTime().toString().slice(0, 5);
  const inside =
    quiet.from <= quiet.to ? clock >= quiet.from && clock < quiet.to : clock >= quiet.from || clock < quiet.to;
  return inside ? nextAt(moment, quiet.zone, quiet.to) : moment;
}
