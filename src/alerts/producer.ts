import type { Logger } from 'pino';
import type { EntityLinker } from '../entities/entity-linker.ts';
import type { Incidents } from '../incidents/incidents.ts';
import type { Settings } from '../settings/settings.ts';
import { createAlertBuilder } from './alerts-for-change.ts';
import { createChangeReader } from './change-reader.ts';
import { createFaults, type SubscriptionFaults } from './faults.ts';
import { recordSkipped } from './skipped-changes.ts';
import { channelKey } from './store/channel.ts';
import { CursorConflict, type CursorStep } from './store/consumer-cursor.ts';
import type { AlertRows } from './store/index.ts';
import type { QueuedAlert } from './store/outbox-row.ts';
import { nameOf, type Subscription, type Subscriptions } from './subscriptions.ts';

interface ProducerDependencies {
  incidents: Incidents;
  rows: Pick<AlertRows, 'outbox'>;
  subscriptions: Subscriptions;
  settings: Settings;
  names: EntityLinker;
  log: Logger;
}

/** Reads the change log from a cursor of its own and queues alerts for the channels that subscribed to them. */
export function createProducer(dependencies: ProducerDependencies) {
  const { incidents, subscriptions, settings, log } = dependencies;
  const { outbox } = dependencies.rows;
  const faults = createFaults(log);
  const subscriptionFaults = isolateSubscriptions(faults, subscriptions);
  const alertsFor = createAlertBuilder({ ...dependencies, outbox, faults, subscriptionFaults });
  const readChanges = createChangeReader(incidents, faults, (subject, error) =>
    recordSkipped(settings, subject, error),
  );

  /** Queues alerts and advances the cursor together; where that fails, queues one by one, so that one that cannot be queued loses no other. */
  async function enqueue(alerts: readonly QueuedAlert[], now: number, step: CursorStep): Promise<void> {
    try {
      return await outbox.enqueue(alerts, now, step);
    } catch (error) {
      if (error instanceof CursorConflict || alerts.length === 0) throw error;
    }
    for (const alert of alerts) {
      const subject = `${alert.kind} ${alert.incident} for ${channelKey(alert)}`;
      await faults.guard(
        subject,
        () => outbox.enqueue([alert], now),
        () => undefined,
      );
    }
    faults.throwTransient();
    await outbox.enqueue([], now, step);
  }

  async function produceFrom(from: number, now: number): Promise<number> {
    const changes = await readChanges(from);
    const step = { from, to: changes ? from : from + 1 };
    for (const change of changes ?? []) {
      const subject = `change ${change.cursor}, of ${change.id}`;
      const alerts = await faults.guard<QueuedAlert[]>(
        subject,
        () => alertsFor(change, now),
        async (error, persistent) => {
          if (persistent) await recordSkipped(settings, subject, error);
          return [];
        },
      );
      faults.throwTransient();
      step.to = change.cursor;
      // Before the next change, which may ask who was notified of the same incident.
      if (alerts.length) {
        await enqueue(alerts, now, step);
        step.from = step.to;
      }
    }
    if (step.to !== step.from) await outbox.enqueue([], now, step);
    return changes?.length ?? 1;
  }

  async function produceNext(now: number): Promise<number> {
    for (const row of await subscriptions.unreadable()) faults.report(nameOf(row), new Error(row.why));
    const cursor = await outbox.cursor();
    if (cursor !== undefined) return produceFrom(cursor, now);
    // The very first time: what is in the log is older than any subscription.
    await outbox.enqueue([], now, { from: undefined, to: await outbox.latestChange() });
    return 0;
  }

  /**
   * Processes the next changes, unless another process does. `now`: milliseconds since 1970. Returns how many changes
   * were processed; 0 when there are no more. Throws transient failures: the same changes are then processed again.
   */
  return async function produce(now: number): Promise<number> {
    const cursor = await outbox.cursor();
    const latest = await outbox.latestChange();
    if (cursor !== undefined && latest <= cursor) return 0;
    try {
      return (await outbox.exclusively(() => produceNext(now))) ?? 0;
    } catch (error) {
      if (error instanceof CursorConflict) return 0;
      throw error;
    }
  };
}

/** Failures of one subscription mark it, so that its channel can see them, and affect no other. */
function isolateSubscriptions(
  faults: ReturnType<typeof createFaults>,
  subscriptions: Subscriptions,
): SubscriptionFaults {
  async function mark(s: Subscription, { message }: Error): Promise<void> {
    if (s.trouble === undefined) await subscriptions.change(s.id, { trouble: message });
  }
  return {
    guard: faults.guard,
    mark,
    guardOne: (s, work, fallback) =>
      faults.guard(nameOf(s), work, async (error, persistent) => {
        if (persistent) await mark(s, error);
        return fallback;
      }),
    async quarantine(s, error) {
      faults.report(nameOf(s), error);
      await mark(s, error);
    },
  };
}
