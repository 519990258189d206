import { isZone } from '../config/config.ts';
import { totalsOf } from '../incidents/casualty-totals.ts';
import type { Incident } from '../incidents/incident.ts';
import { type ChannelSettings, defaultMassThreshold, settingsOf } from '../settings/channel-settings.ts';
import type { Settings } from '../settings/settings.ts';
import type { Faults, SubscriptionFaults } from './faults.ts';
import { afterQuietHours, nextNotificationAt } from './schedule.ts';
import { type ChannelRef, channelKey } from './store/channel.ts';
import { nameOf, type Subscription } from './subscriptions.ts';

/** When alerts are due, by the schedules of subscriptions and the quiet hours of channels. Unreadable settings are reported. */
export function createScheduler(settings: Settings, faults: Faults, { mark }: Pick<SubscriptionFaults, 'mark'>) {
  /** A channel's settings; none where they are unreadable. */
  async function channelSettings({ platform, channel }: ChannelRef): Promise<ChannelSettings> {
    const subject = `settings of ${channelKey({ platform, channel })}`;
    return settingsOf(settings, { platform, id: channel }, (error) => faults.report(subject, error));
  }

  /** The same in UTC where its time zone is unknown; that marks the subscriptions. */
  async function withKnownZone<T extends { zone: string }>(
    times: T,
    subject: string,
    subscriptions: readonly Subscription[],
  ): Promise<T> {
    if (isZone(times.zone)) return times;
    const error = new RangeError(`Unknown time zone ${times.zone}; UTC is used instead`);
    faults.report(`zone of ${subject}`, error);
    for (const s of subscriptions) await mark(s, error);
    return { ...times, zone: 'UTC' };
  }

  /**
   * When an alert about an incident is due in a channel, in milliseconds since 1970: the earliest by the schedules of its
   * subscriptions, and after the quiet hours unless the killed reach the channel's mass threshold. Now, where a schedule
   * cannot be computed.
   */
  async function dueIn(
    channel: ChannelRef,
    subscriptions: readonly Subscription[],
    incident: Incident,
    now: number,
  ): Promise<number> {
    const { quiet, mass = defaultMassThreshold } = await channelSettings(channel);
    const ignoresQuiet = !quiet || (totalsOf(incident).best ?? 0) >= mass;
    const quietHours = ignoresQuiet ? undefined : await withKnownZone(quiet, channelKey(channel), subscriptions);
    const next = async (s: Subscription) =>
      afterQuietHours(quietHours, nextNotificationAt(await withKnownZone(s.rhythm, nameOf(s), [s]), now));
    const moments = subscriptions.map((s) =>
      faults.guard(
        nameOf(s),
        () => next(s),
        () => now,
      ),
    );
    return Math.min(...(await Promise.all(moments)));
  }
  return { channelSettings, dueIn };
}
