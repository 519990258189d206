import { type NotificationSchedule, weekdays } from '../kernel/schedule.ts';
import type { Quiet } from '../settings/channel-settings.ts';

const local = (now: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);

/** The first moment after `now` with that local time, on the weekday (1 is Monday) where one is given. */
function nextAt(now: number, zone: string, at: string, weekday?: number): number {
  const here = local(now, zone);
  for (let days = 0; ; days++) {
    const then = here.add({ days }).withPlainTime(Temporal.PlainTime.from(at));
    if (then.epochMilliseconds > now && (weekday === undefined || then.dayOfWeek === weekday))
      return then.epochMilliseconds;
  }
}

/** When an alert that is queued now is due by a schedule. Moments: milliseconds since 1970. Throws RangeError for an unknown zone. */
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

/** The end of the quiet hours that a moment lies in, or the moment itself outside of them. Moments: milliseconds since 1970. */
export function afterQuietHours(quiet: Quiet | undefined, moment: number): number {
  if (!quiet) return moment;
  const clock = local(moment, quiet.zone).toPlainTime().toString().slice(0, 5);
  const inside =
    quiet.from <= quiet.to ? clock >= quiet.from && clock < quiet.to : clock >= quiet.from || clock < quiet.to;
  return inside ? nextAt(moment, quiet.zone, quiet.to) : moment;
}
