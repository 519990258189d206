import { isZone } from '../config/config.ts';
import { totalsOf } from '../incidents/casualty-totals.ts';
import type { Incident } from '../incidents/incident.ts';
import { type ChannelSettings, defaultMassThreshold, settingsOf } from '../settings/channel-settings.ts';
import type { Settings } from '../settings/settings.ts';
import type { Faults } from './faults.ts';
import { afterQuietHours, nextNotificationAt } from './schedule.ts';
import { type ChannelRef, channelKey } from './store/channel.ts';
import { nameOf, type Subscription } from './subscriptions.ts';

/** What a channel has set, and when it is to be told of what its subscriptions mean. */
export function createDue(settings: Settings, faults: Faults) {
  async function setIn({ platform, channel }: ChannelRef): Promise<ChannelSettings> {
    const what = `settings of ${channelKey({ platform, channel })}`;
    return settingsOf(settings, { platform, id: channel }, (error) => faults.note(what, error));
  }

  /** UTC in place of a zone that has become unknown. */
  function known<T extends { zone: string }>(of: T, what: string): T {
    if (isZone(of.zone)) return of;
    faults.note(`zone of ${what}`, new RangeError(`${of.zone} is no time zone; UTC stands in`));
    return { ...of, zone: 'UTC' };
  }

  /** The earliest that any of the subscriptions tells it, outside of the channel's quiet hours unless many were killed. */
  async function dueOf(channel: ChannelRef, all: readonly Subscription[], incident: Incident, now: number) {
    const set = await setIn(channel);
    const many = (totalsOf(incident).best ?? 0) >= (set.mass ?? defaultMassThreshold);
    const quiet = many || !set.quiet ? undefined : known(set.quiet, channelKey(channel));
    const moment = async (s: Subscription) =>
      afterQuietHours(quiet, nextNotificationAt(known(s.rhythm, nameOf(s)), now));
    // Rather at once than never.
    return Math.min(
      ...(await Promise.all(
        all.map((s) =>
          faults.guard(
            nameOf(s),
            () => moment(s),
            () => now,
          ),
        ),
      )),
    );
  }
  return { setIn, dueOf };
}
