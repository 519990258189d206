import { type NotificationSchedule, weekdays } from '../kernel/schedule.ts';

/** When a standing question is to be told: what the words say, nothing else. `at` is a local time "08:00". */
export type ParsedSchedule = Pick<NotificationSchedule, 'rhythm'> &
  Partial<Pick<NotificationSchedule, 'at' | 'weekday'>>;

const clock =
  "(?:\\s+(?:at|by)\\s+(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm|a\\.m\\.|p\\.m\\.)?(?:\\s*(?:o’clock|o'clock|h|hrs?))?)?";
const day = `(${weekdays.join('|')})`;
const tail = new RegExp(
  `[,;:\\s]+(?:(?:as|in) (?:an? )?)?(?:(at once|immediately|right away|hourly|daily|weekly)(?: digest| summary| round-?up)?(?:,? (?:on |every )?${day}s?)?|(?:every|each|by) (hour|day|morning|evening|week|${weekdays.join('|')})(?: (?:on )?${day})?)${clock}\\s*[.!]?$`,
  'i',
);

function clockOf(hour: string | undefined, minute = '00', half = ''): string | undefined {
  if (hour === undefined) return undefined;
  const twelve = Number(hour) % 12;
  const h = /^p/i.test(half) ? twelve + 12 : /^a/i.test(half) ? twelve : Number(hour);
  return h > 23 || Number(minute) > 59 ? undefined : `${String(h).padStart(2, '0')}:${minute}`;
}

/** "attacks in Iraq, daily at 8 am", "… every Monday": the rhythm at the end of a standing question, and the rest of it. */
export function readSchedule(said: string): { rhythm?: ParsedSchedule; rest: string } {
  const match = said.match(tail);
  if (!match || match.index === 0) return { rest: said };
  const [, word, onDay, every, everyOn, hour, minute, half] = match.map((m) => m?.toLowerCase());
  const named = weekdays.find((d) => d === (onDay ?? everyOn ?? every));
  const rhythm =
    named || word === 'weekly' || every === 'week'
      ? 'weekly'
      : word === 'hourly' || every === 'hour'
        ? 'hourly'
        : word === 'daily' || every
          ? 'daily'
          : 'at-once';
  const at = clockOf(hour, minute, half) ?? (every === 'evening' ? '18:00' : undefined);
  return {
    rhythm: { rhythm, ...(at ? { at } : {}), ...(named ? { weekday: named } : {}) },
    rest: said.slice(0, match.index).trim(),
  };
}
