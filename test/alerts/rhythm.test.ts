import { describe, expect, test } from 'vitest';
import { afterQuietHours, nextNotificationAt } from '../../src/alerts/schedule.ts';
import type { NotificationSchedule } from '../../src/kernel/schedule.ts';

const at = (iso: string) => Date.parse(iso);
const iso = (ms: number) => new Date(ms).toISOString();
const baghdad: NotificationSchedule = { rhythm: 'daily', at: '08:00', weekday: 'monday', zone: 'Asia/Baghdad' };

describe('when a rhythm tells', () => {
  test.each([
    [{ rhythm: 'at-once' }, '2020-07-14T09:10:00Z', '2020-07-14T09:10:00.000Z'],
    [{ rhythm: 'hourly' }, '2020-07-14T09:10:00Z', '2020-07-14T10:00:00.000Z'],
    [{ rhythm: 'hourly', zone: 'Asia/Kathmandu' }, '2020-07-14T09:10:00Z', '2020-07-14T09:15:00.000Z'],
    [{ rhythm: 'daily' }, '2020-07-14T04:59:00Z', '2020-07-14T05:00:00.000Z'],
    [{ rhythm: 'daily' }, '2020-07-14T05:00:00Z', '2020-07-15T05:00:00.000Z'],
    [{ rhythm: 'weekly' }, '2020-07-14T09:00:00Z', '2020-07-20T05:00:00.000Z'],
    [{ rhythm: 'weekly', weekday: 'tuesday', at: '13:00' }, '2020-07-14T09:00:00Z', '2020-07-14T10:00:00.000Z'],
    // The clock goes forward in that night: 02:30 is told at 03:30.
    [{ rhythm: 'daily', at: '02:30', zone: 'Europe/Paris' }, '2021-03-28T00:00:00Z', '2021-03-28T01:30:00.000Z'],
    // It goes back in that one: the first of two 02:30, an hour each of two 02:00, and 08:00 after 25 hours.
    [{ rhythm: 'daily', at: '02:30', zone: 'Europe/Paris' }, '2021-10-30T23:00:00Z', '2021-10-31T00:30:00.000Z'],
    [{ rhythm: 'hourly', zone: 'Europe/Paris' }, '2021-10-31T00:10:00Z', '2021-10-31T01:00:00.000Z'],
    [{ rhythm: 'hourly', zone: 'Europe/Paris' }, '2021-10-31T01:00:00Z', '2021-10-31T02:00:00.000Z'],
    [{ rhythm: 'daily', zone: 'Europe/Paris' }, '2021-10-30T06:00:00Z', '2021-10-31T07:00:00.000Z'],
    [{ rhythm: 'weekly' }, '2020-07-20T05:00:00Z', '2020-07-27T05:00:00.000Z'],
    [{ rhythm: 'weekly', weekday: 'sunday' }, '2020-07-14T09:00:00Z', '2020-07-19T05:00:00.000Z'],
  ])('%o after %s', (more, now, then) =>
    expect(iso(nextNotificationAt({ ...baghdad, ...(more as Partial<NotificationSchedule>) }, at(now)))).toBe(then),
  );
});

describe('quiet hours', () => {
  const night = { from: '22:00', to: '07:00', zone: 'Asia/Baghdad' };
  test.each([
    ['2020-07-14T18:59:00Z', '2020-07-14T18:59:00.000Z'],
    ['2020-07-14T19:00:00Z', '2020-07-15T04:00:00.000Z'],
    ['2020-07-15T03:59:00Z', '2020-07-15T04:00:00.000Z'],
    ['2020-07-15T04:00:00Z', '2020-07-15T04:00:00.000Z'],
  ])('over midnight: %s', (now, then) => expect(iso(afterQuietHours(night, at(now)))).toBe(then));

  test('of one day', () => {
    const noon = { from: '12:00', to: '14:00', zone: 'UTC' };
    expect(iso(afterQuietHours(noon, at('2020-07-14T12:30:00Z')))).toBe('2020-07-14T14:00:00.000Z');
    expect(iso(afterQuietHours(noon, at('2020-07-14T14:00:00Z')))).toBe('2020-07-14T14:00:00.000Z');
    expect(iso(afterQuietHours(noon, at('2020-07-14T14:30:00Z')))).toBe('2020-07-14T14:30:00.000Z');
    expect(afterQuietHours(undefined, 5)).toBe(5);
  });
  test('from and to the same time are none', () => {
    const none = { from: '07:00', to: '07:00', zone: 'UTC' };
    for (const clock of ['00:00', '06:59', '07:00', '07:01', '23:59'])
      expect(afterQuietHours(none, at(`2020-07-14T${clock}:00Z`))).toBe(at(`2020-07-14T${clock}:00Z`));
  });

  test('end at the local time in the night when the clock goes forward', () => {
    const paris = { from: '22:00', to: '07:00', zone: 'Europe/Paris' };
    expect(iso(afterQuietHours(paris, at('2021-03-27T21:00:00Z')))).toBe('2021-03-28T05:00:00.000Z');
  });
});
