import { clean } from '../answers/messages/english/text.ts';
import { messagesForLocale } from '../answers/messages/localize.ts';
import type { Incident } from '../incidents/incident.ts';
import type { ChangeRow, Incidents } from '../incidents/incidents.ts';
import { detectRise, newActors, windowOf } from './anomaly-rule.ts';
import type { Linked } from './relink-subscriptions.ts';
import type { AlertRows } from './store/index.ts';
import type { QueuedAlert } from './store/outbox-row.ts';
import type { Subscription } from './subscriptions.ts';

/** A finding of a watching subscription, not scheduled yet. */
type DetectedAnomaly = Omit<QueuedAlert, 'due'> & { subscription: Subscription };

/**
 * Returns a function from a watching subscription and a new incident that it matches to what its rule finds: a rise, new
 * actors, or nothing; always nothing for a subscription that does not watch. Names of findings are unique, so each is
 * queued once. Sentences are in the language of the subscription's channel.
 */
export function createAnomalyDetector(
  incidents: Incidents,
  outbox: Pick<AlertRows['outbox'], 'isQueued'>,
  localeOf: (subscription: Subscription) => Promise<string | undefined>,
) {
  const anomaly = (
    subscription: Subscription,
    kind: 'rise' | 'actor',
    name: string,
    words: string[],
  ): DetectedAnomaly => ({
    platform: subscription.platform,
    channel: subscription.channel,
    incident: name,
    revision: 0,
    kind,
    subscriptions: [subscription.id],
    words,
    subscription,
  });

  return async (
    subscription: Linked<Subscription>,
    incident: Incident,
    change: ChangeRow,
  ): Promise<DetectedAnomaly[]> => {
    const { watch, id, query, asRead: filter = query.filter } = subscription;
    const last = incident.when.end;
    if (!watch || last === null) return [];
    if (watch.kind === 'new-actor') {
      const { account, alerts } = messagesForLocale(await localeOf(subscription));
      const sentence = (name: string) => alerts.seen(account.name(clean(name, 120)));
      const names = await newActors(incidents, filter, incident, change);
      return names.map((name) => anomaly(subscription, 'actor', `actor ${id} ${name}`, [sentence(name), incident.id]));
    }
    const name = `rise ${id} ${windowOf(last, watch)}`;
    if (await outbox.isQueued(subscription, name)) return [];
    const found = await detectRise(incidents, filter, watch, last);
    if (!found) return [];
    const { alerts } = messagesForLocale(await localeOf(subscription));
    return [anomaly(subscription, 'rise', name, [alerts.risen(found, watch)])];
  };
}
