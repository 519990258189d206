import { clean } from '../answers/messages/english/text.ts';
import { messagesForLocale } from '../answers/messages/localize.ts';
import type { Incident } from '../incidents/incident.ts';
import type { ChangeRow, Incidents } from '../incidents/incidents.ts';
import { detectRise, newActors, windowOf } from './anomaly-rule.ts';
import type { AlertRows } from './store/index.ts';
import type { QueuedAlert } from './store/outbox.ts';
import type { Subscription } from './subscriptions.ts';

/** What a watching subscription saw, still without a time. */
type DetectedAnomaly = Omit<QueuedAlert, 'due'> & { by: Subscription };

/** What a watching subscription sees in a new incident, nothing of one that does not watch: each sight is told once. */
export function createAnomalyDetector(
  incidents: Incidents,
  outbox: AlertRows['outbox'],
  localeOf: (of: Subscription) => Promise<string | undefined>,
) {
  const seenBy = (by: Subscription, kind: 'rise' | 'actor', name: string, words: string[]): DetectedAnomaly => ({
    platform: by.platform,
    channel: by.channel,
    incident: name,
    revision: 0,
    kind,
    subscriptions: [by.id],
    words,
    by,
  });

  return async (by: Subscription, incident: Incident, change: ChangeRow): Promise<DetectedAnomaly[]> => {
    const { watch, query } = by;
    const last = incident.when.end;
    if (!watch || last === null) return [];
    if (watch.kind === 'new-actor') {
      const { account, alerts } = messagesForLocale(await localeOf(by));
      const seen = (name: string) => alerts.seen(account.name(clean(name, 120)));
      const names = await newActors(incidents, query.filter, incident, change);
      return names.map((name) => seenBy(by, 'actor', `actor ${by.id} ${name}`, [seen(name), incident.id]));
    }
    const name = `rise ${by.id} ${windowOf(last, watch)}`;
    if (await outbox.promised(by, name)) return [];
    const risen = await detectRise(incidents, query.filter, watch, last);
    if (!risen) return [];
    const { alerts } = messagesForLocale(await localeOf(by));
    return [seenBy(by, 'rise', name, [alerts.risen(risen, watch)])];
  };
}
