import { describeNews } from '../answers/describe-change.ts';
import { messagesForLocale } from '../answers/messages/localize.ts';
import type { EntityLinker } from '../entities/entity-linker.ts';
import type { Incident, IncidentRecord } from '../incidents/incident.ts';
import type { ChangeRow, Incidents } from '../incidents/incidents.ts';
import { day } from '../kernel/duration.ts';
import type { Settings } from '../settings/settings.ts';
import { createAnomalyDetector } from './anomaly-detector.ts';
import { createScheduler } from './due.ts';
import type { Faults, SubscriptionFaults } from './faults.ts';
import { createSubscriptionMatcher } from './matching-subscriptions.ts';
import type { Linked } from './relink-subscriptions.ts';
import { channelKey } from './store/channel.ts';
import type { AlertRows } from './store/index.ts';
import type { OutboxRow, QueuedAlert } from './store/outbox-row.ts';
import { isActive, type Subscription, type Subscriptions } from './subscriptions.ts';

interface AlertBuilderDependencies {
  incidents: Incidents;
  outbox: AlertRows['outbox'];
  subscriptions: Subscriptions;
  settings: Settings;
  names: EntityLinker;
  faults: Faults;
  subscriptionFaults: SubscriptionFaults;
}

const incidentIn = (record: IncidentRecord | null): Incident | undefined =>
  record?.kind === 'incident' ? record : undefined;
const isRecent = ({ horizon }: Subscription, { when }: Incident, now: number) =>
  when.end !== null && Date.parse(when.end) >= now - horizon * day;

/** Actions by which an incident may become news to a channel; merging and splitting known ones is none. */
const newsActions = new Set<ChangeRow['action']>(['add', 'correct']);

/**
 * Returns a function from a change of the log to the alerts it causes: of a new incident, of anomalies that it completes,
 * and of what changed about one that channels were notified of. `now`: milliseconds since 1970.
 */
export function createAlertBuilder(dependencies: AlertBuilderDependencies) {
  const { incidents, outbox, subscriptions, names, faults, subscriptionFaults } = dependencies;
  const { channelSettings, dueIn } = createScheduler(dependencies.settings, faults, subscriptionFaults);
  const matchingSubscriptions = createSubscriptionMatcher(incidents, subscriptions, names, subscriptionFaults);
  const detectAnomalies = createAnomalyDetector(incidents, outbox, async (s) => (await channelSettings(s)).locale);

  /** One alert for each channel not notified yet, for all of its subscriptions that match; silent where none of them is active. */
  async function newAlerts(
    change: ChangeRow,
    incident: Incident,
    matching: readonly Subscription[],
    now: number,
  ): Promise<QueuedAlert[]> {
    const notified = new Set((await outbox.notifiedChannels(change.id)).map(channelKey));
    const wanting = matching.filter((s) => s.watch === undefined && !notified.has(channelKey(s)));
    const alerts = [...Map.groupBy(wanting, channelKey).values()].map(async (all): Promise<QueuedAlert[]> => {
      const active = all.filter((s) => isActive(s, now));
      const silent = active.length === 0;
      const subscribers = silent ? all : active;
      const [first] = subscribers;
      if (!first) return [];
      const { platform, channel } = first;
      const alert = { incident: change.id, revision: change.revision, kind: 'new' as const, words: [], silent };
      const due = await dueIn(first, subscribers, incident, now);
      return [{ platform, channel, ...alert, subscriptions: subscribers.map((s) => s.id), due }];
    });
    return (await Promise.all(alerts)).flat();
  }

  async function anomalyAlerts(
    change: ChangeRow,
    incident: Incident,
    matching: readonly Linked<Subscription>[],
    now: number,
  ): Promise<QueuedAlert[]> {
    const { guardOne } = subscriptionFaults;
    const active = matching.filter((s) => isActive(s, now));
    const anomalies = await Promise.all(active.map((s) => guardOne(s, () => detectAnomalies(s, incident, change), [])));
    return Promise.all(
      anomalies.flat().map(async ({ subscription, ...anomaly }) => ({
        ...anomaly,
        due: await dueIn(subscription, [subscription], incident, now),
      })),
    );
  }

  /** To the channels that were notified of the incident: what changed, or that it was retracted; not before the alert itself. */
  async function changeAlerts(change: ChangeRow, now: number): Promise<QueuedAlert[]> {
    const retracted = change.action === 'retract';
    if (!retracted && describeNews(messagesForLocale(undefined), change).length === 0) return [];
    const incident = incidentIn(change.after) ?? incidentIn(change.before);
    const byId = await subscriptions.byId();
    const alerts = (await outbox.notifiedChannels(change.id)).map(async (sent: OutboxRow): Promise<QueuedAlert[]> => {
      const subscribers = sent.subscriptions.flatMap((id) => byId.get(id) ?? []).filter((s) => s.changes);
      if (!incident || subscribers.length === 0) return [];
      const { locale } = await channelSettings(sent);
      const alert: QueuedAlert = {
        platform: sent.platform,
        channel: sent.channel,
        incident: change.id,
        revision: change.revision,
        kind: retracted ? 'retraction' : 'change',
        subscriptions: sent.subscriptions,
        words: retracted ? [change.why] : describeNews(messagesForLocale(locale), change),
        due: Math.max(sent.state === 'waiting' ? sent.due : 0, await dueIn(sent, subscribers, incident, now)),
      };
      return [alert];
    });
    return (await Promise.all(alerts)).flat();
  }

  return async function alertsFor(change: ChangeRow, now: number): Promise<QueuedAlert[]> {
    const changes = change.action === 'add' ? [] : await changeAlerts(change, now);
    const incident = newsActions.has(change.action) ? incidentIn(change.after) : undefined;
    if (!incident) return changes;
    const matching = (await matchingSubscriptions(incident, change.cursor)).filter((s) => isRecent(s, incident, now));
    return [
      ...changes,
      ...(await newAlerts(change, incident, matching, now)),
      ...(await anomalyAlerts(change, incident, matching, now)),
    ];
  };
}
