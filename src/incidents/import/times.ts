import type { When } from '../incident.ts';

type TimeOfDay = Pick<When, 'time' | 'partOfDay' | 'asWritten'>;

const clock =
  /(?:^|[T ,])(\d{1,2})[:.h](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?\s*([ap])?\.?m?\.?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
// One or two digits may be an hour or minutes.
const digits = /^(\d{3,4})$/;
const parts: Record<string, NonNullable<When['partOfDay']>> = {
  morning: 'morning',
  dawn: 'morning',
  afternoon: 'afternoon',
  noon: 'afternoon',
  evening: 'evening',
  dusk: 'evening',
  night: 'night',
  midnight: 'night',
};

const two = (n: number): string => String(n).padStart(2, '0');
const inDay = (hours: number, minutes: number): string | undefined =>
  hours < 24 && minutes < 60 ? `${two(hours)}:${two(minutes)}` : undefined;

/**
 * The time in a cell: "21:30", "9:30 PM", "2130", "2020-07-11T21:30:00+03:00" or a part of the day. A time with a zone is
 * also kept as it is written; one in UTC only so, as it is not the local time.
 */
export function timeOf(cell: string): TimeOfDay {
  const value = cell.trim();
  const part = parts[value.toLowerCase()];
  if (part) return { partOfDay: part };
  const [, four] = digits.exec(value) ?? [];
  if (four !== undefined) return timed(inDay(Math.floor(Number(four) / 100), Number(four) % 100));
  const [, hours, minutes, half, zone] = clock.exec(value) ?? [];
  if (hours === undefined || minutes === undefined) return {};
  if (half && (Number(hours) > 12 || hours === '0')) return {};
  const time = inDay(
    half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours),
    Number(minutes),
  );
  if (time === undefined || zone === undefined) return timed(time);
  return /^(z|utc|gmt|[+-]00:?00)$/i.test(zone) ? { asWritten: value } : { time, asWritten: value };
}

const timed = (time: string | undefined): TimeOfDay => (time === undefined ? {} : { time });

/** Whether dates have times that say something: in some files midnight stands behind every date. */
export const haveTimes = (values: readonly string[]): boolean =>
  values.some((value) => {
    const { time, asWritten } = timeOf(value);
    return (
      (time !== undefined && time !== '00:00') ||
      (asWritten !== undefined && !/00:00(:00)?(\.0+)?\s*\D*$/.test(asWritten))
    );
  });
