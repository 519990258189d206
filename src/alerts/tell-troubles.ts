import type { Logger } from 'pino';
import type { NotificationComposer } from './compose-notification.ts';
import type { Notifier } from './notifier.ts';
import { channelKey } from './store/channel.ts';
import type { Subscription, Subscriptions } from './subscriptions.ts';

interface TroubleTellerDependencies {
  notifiers: ReadonlyMap<string, Notifier>;
  subscriptions: Subscriptions;
  composer: NotificationComposer;
  log: Logger;
}

/** Returns a function that tells the owners of subscriptions, once, that some of their alerts could not be made or delivered, and why. */
export function createTroubleTeller({ notifiers, subscriptions, composer, log }: TroubleTellerDependencies) {
  let seen: readonly Subscription[] | undefined;
  return async (): Promise<void> => {
    const all = await subscriptions.all();
    if (all === seen) return;
    seen = all;
    for (const s of all) {
      const { id, trouble, toldTrouble, owner, platform } = s;
      const notifier = notifiers.get(platform);
      if (trouble === undefined || trouble === toldTrouble || owner === undefined || !notifier) continue;
      // Recorded before: told at most once, whatever the platform does.
      await subscriptions.change(id, { toldTrouble: trouble });
      await composer
        .notifyOwner(notifier, owner, [s], 'troubled', trouble)
        .catch((err) => log.warn({ channel: channelKey(s), owner, err }, 'alerts: the owner could not be notified'));
    }
  };
}
