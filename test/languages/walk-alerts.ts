import type { AlertMessages, DigestReason } from '../../src/answers/messages/alerts.ts';
import type { SubscriptionMessages } from '../../src/answers/messages/subscription-text.ts';
import type { RiseRule } from '../../src/kernel/anomaly-rule.ts';

/** One of each plural form. */
export const numbers = [0, 1, 2, 3, 11, 100];
export const signed = { by: '1', at: '2016-03-04T05:06:00Z', why: '2' };

const together: DigestReason[] = ['hourly', 'daily', 'weekly', 'many', 'late'];
const rise = (days: RiseRule['days'], of: RiseRule['of'] = 'incidents'): RiseRule => ({
  kind: 'rise',
  of,
  days,
  times: 2,
  against: 4,
});
const risen = { first: '2016-03-01', last: '2016-03-07', now: 9, usual: 3.5 };

/** Everything that a channel is told. */
export function alerts(w: AlertMessages): string[] {
  const { digest, missed } = w;
  const none = { news: 0, changes: 0, retractions: 0, unusual: 0 };
  return [
    ...[w.reported('1'), w.corrected('1'), w.asked('1', 2), w.because('1'), ...Object.values(w.steps)],
    ...[w.test.some, w.test.none, w.paused('1', '2'), w.wake, w.seen('1'), w.line('1', '2', '3', '4')],
    ...([1, 7, 30] as const).flatMap((days) => [
      w.risen(risen, rise(days)),
      w.risen({ ...risen, usual: 0 }, rise(days, 'killed')),
    ]),
    w.risen({ ...risen, last: risen.first }, rise(1)),
    ...numbers.flatMap((n) => [
      w.naming(['1', '2'], n),
      ...together.flatMap((why) => [digest.headline(n, 2, why), digest.headline(2, n, why)]),
      digest.more(n),
      missed.had(signed.at, { news: n, changes: n, retractions: n, unusual: n }, n > 1),
      missed.earlier(n),
      w.why('1', '2', n),
      w.fits('1', '2', '3', n, '4'),
    ]),
    ...[digest.retracted('1', '2'), digest.changed('1', ['2', '3']), digest.anIncident, digest.show],
    ...[missed.none, missed.nothing(signed.at), missed.had(signed.at, none, false), missed.show],
    ...Object.values(missed.marks),
    w.why('1', undefined, 0),
    w.fits('1', '2', '3', null, '4'),
  ];
}

/** Everything that is said of subscriptions. */
export function standing(w: SubscriptionMessages): string[] {
  const rhythm = { at: '08:00', weekday: 'monday' as const, zone: 'UTC' };
  const { steps } = w;
  const filter = { eventTypes: ['airstrike'] };
  return [
    ...[undefined, { kind: 'new-actor' as const }, rise(7)].map((watch) => w.reading(filter, watch)),
    ...([1, 30] as const).map((days) => w.reading({}, rise(days, 'killed'))),
    ...(['at-once', 'hourly', 'daily', 'weekly'] as const).map((when) => w.timing({ ...rhythm, rhythm: when })),
    ...[w.whole('1', '2'), w.unchanging, w.ask('1'), w.ahead],
    ...numbers.flatMap((n) => [w.often(n, n), w.often(n, n * 100), w.old(n), w.flood(n), w.hears(n), w.more(n)]),
    ...(['changes', 'unchanging', 'watch'] as const).map((later) => w.tells('1', 7, later)),
    ...[w.subscribed('1', '2', 3), w.askedAs('1'), w.edited('1', 2, '3'), w.before('1', '2')],
    ...[w.paused('1'), w.muted(signed.at), w.line(1, '2', '3', '4', signed.at, w.paused('1')), w.none],
    ...[w.explained(1, '2'), w.asked('1', signed.at, '2', ''), w.testing(1), w.stopped(1, '2', '3')],
    ...[w.speaking(1, '2'), w.silenced(1, 24, '2'), w.unknown(1), w.already(1), w.managersOnly, w.unsaid],
    ...Object.values(w.cannot),
    ...[steps.subscribe, steps.change, steps.least(3), steps.daily, steps.test, steps.stop(1), steps.latest],
  ];
}
