import type { Logger } from 'pino';
import { describeNews } from '../answers/describe-change.ts';
import { messagesForLocale } from '../answers/messages/localize.ts';
import type { EntityLinker } from '../entities/entity-linker.ts';
import type { Incident, IncidentRecord } from '../incidents/incident.ts';
import type { ChangeRow, Incidents } from '../incidents/incidents.ts';
import type { Settings } from '../settings/settings.ts';
import { createAnomalyDetector } from './anomaly-detector.ts';
import { changeReader } from './change-reader.ts';
import { createDue } from './due.ts';
import { type Apart, createFaults } from './faults.ts';
import { createSubscriptionMatcher } from './matching-subscriptions.ts';
import { channelKey } from './store/channel.ts';
import { CursorConflict, type CursorStep } from './store/consumer-cursor.ts';
import type { AlertRows } from './store/index.ts';
import type { OutboxRow, QueuedAlert } from './store/outbox.ts';
import { isActive, nameOf, type Subscription, type Subscriptions } from './subscriptions.ts';

const day = 24 * 60 * 60 * 1000;

interface ProducerDependencies {
  incidents: Incidents;
  rows: Pick<AlertRows, 'outbox'>;
  subscriptions: Subscriptions;
  settings: Settings;
  names: EntityLinker;
  log: Logger;
}

const incidentIn = (record: IncidentRecord | null): Incident | undefined =>
  record?.kind === 'incident' ? record : undefined;
const recentFor = ({ horizon }: Subscription, { when }: Incident, now: number) =>
  when.end !== null && Date.parse(when.end) >= now - horizon * day;

/** Changes by which an incident may become news to a channel; to merge or to split what is known is none. */
const tells = new Set<ChangeRow['action']>(['add', 'correct']);

/** Reads the change log from its own place in it, and promises each channel what it asked to hear. */
export function createProducer({
  incidents,
  rows: { outbox },
  subscriptions,
  settings,
  names,
  log,
}: ProducerDependencies) {
  const faults = createFaults(log);
  const { setIn, dueOf } = createDue(settings, faults);

  /** Its channel can see that something is the matter with it. */
  async function mark(s: Subscription, { message }: Error): Promise<void> {
    if (s.trouble === undefined) await subscriptions.change(s.id, { trouble: message });
  }
  const each: Apart['each'] = (s, work, otherwise) =>
    faults.guard(nameOf(s), work, async (error, believed) => {
      if (believed) await mark(s, error);
      return otherwise;
    });
  async function aside(s: Subscription, error: Error): Promise<void> {
    faults.note(nameOf(s), error);
    await mark(s, error);
  }
  const meant = createSubscriptionMatcher(incidents, subscriptions, names, { ...faults, each, aside });
  const changesFrom = changeReader(incidents, faults);
  const watching = createAnomalyDetector(incidents, outbox, async (of) => (await setIn(of)).locale);

  /** To each channel, once, for all of its subscriptions that mean it; where all of them are muted it is only kept. */
  async function ofNew(
    change: ChangeRow,
    incident: Incident,
    meaning: readonly Subscription[],
    now: number,
  ): Promise<QueuedAlert[]> {
    const told = new Set((await outbox.toldOf(change.id)).map(channelKey));
    const wanting = meaning.filter((s) => s.watch === undefined && !told.has(channelKey(s)));
    const promises = [...Map.groupBy(wanting, channelKey).values()].map(async (all): Promise<QueuedAlert[]> => {
      const speaking = all.filter((s) => isActive(s, now));
      const silent = speaking.length === 0;
      const asking = silent ? all : speaking;
      const [first] = asking;
      if (!first) return [];
      const { platform, channel } = first;
      const about = { incident: change.id, revision: change.revision, kind: 'new' as const, words: [], silent };
      const due = await dueOf(first, asking, incident, now);
      return [{ platform, channel, ...about, subscriptions: asking.map((s) => s.id), due }];
    });
    return (await Promise.all(promises)).flat();
  }

  async function seen(change: ChangeRow, incident: Incident, meaning: readonly Subscription[], now: number) {
    const speaking = meaning.filter((s) => isActive(s, now));
    const sights = await Promise.all(speaking.map((s) => each(s, () => watching(s, incident, change), [])));
    return Promise.all(
      sights
        .flat()
        .map(
          async ({ by, ...sight }): Promise<QueuedAlert> => ({ ...sight, due: await dueOf(by, [by], incident, now) }),
        ),
    );
  }

  /** To those who heard of it: what changed, or that it is taken back; not before the news itself. */
  async function ofChange(change: ChangeRow, now: number): Promise<QueuedAlert[]> {
    const [before, after] = [incidentIn(change.before), incidentIn(change.after)];
    if (change.action !== 'retract' && describeNews(messagesForLocale(undefined), change).length === 0) return [];
    const about = after ?? before;
    const known = await subscriptions.byId();
    const promises = (await outbox.toldOf(change.id)).map(async (told: OutboxRow): Promise<QueuedAlert[]> => {
      const all = told.subscriptions.flatMap((id) => known.get(id) ?? []).filter((s) => s.changes);
      if (!about || all.length === 0) return [];
      const { locale } = await setIn(told);
      const promise: QueuedAlert = {
        platform: told.platform,
        channel: told.channel,
        incident: change.id,
        revision: change.revision,
        kind: change.action === 'retract' ? 'retraction' : 'change',
        subscriptions: told.subscriptions,
        words: change.action === 'retract' ? [change.why] : describeNews(messagesForLocale(locale), change),
        due: Math.max(told.state === 'waiting' ? told.due : 0, await dueOf(told, all, about, now)),
      };
      return [promise];
    });
    return (await Promise.all(promises)).flat();
  }

  async function promisesFor(change: ChangeRow, now: number): Promise<QueuedAlert[]> {
    const about = change.action === 'add' ? [] : await ofChange(change, now);
    const incident = tells.has(change.action) ? incidentIn(change.after) : undefined;
    if (!incident) return about;
    const meaning = (await meant(incident, change.cursor)).filter((s) => recentFor(s, incident, now));
    return [
      ...about,
      ...(await ofNew(change, incident, meaning, now)),
      ...(await seen(change, incident, meaning, now)),
    ];
  }

  /** Promises, and the step, together; where that fails, one by one, so that one that cannot be kept loses no other. */
  async function keep(promises: readonly QueuedAlert[], now: number, step: CursorStep): Promise<void> {
    try {
      return await outbox.promise(promises, now, step);
    } catch (error) {
      if (error instanceof CursorConflict || promises.length === 0) throw error;
    }
    for (const one of promises) {
      const what = `${one.kind} ${one.incident} for ${channelKey(one)}`;
      await faults.guard(
        what,
        () => outbox.promise([one], now),
        () => undefined,
      );
    }
    faults.settle();
    await outbox.promise([], now, step);
  }

  async function announceFrom(from: number, now: number): Promise<number> {
    const changes = await changesFrom(from);
    const step = { from, to: changes ? from : from + 1 };
    for (const change of changes ?? []) {
      const what = `change ${change.cursor}, of ${change.id}`;
      const promises = await faults.guard<QueuedAlert[]>(
        what,
        () => promisesFor(change, now),
        () => [],
      );
      faults.settle();
      step.to = change.cursor;
      // At once, because a later change of the same incident asks who has been told.
      if (promises.length) {
        await keep(promises, now, step);
        step.from = step.to;
      }
    }
    if (step.to !== step.from) await outbox.promise([], now, step);
    return changes?.length ?? 1;
  }

  /** Announces what has been applied since the last time, unless another process does; returns how many changes that were. */
  return async function announce(now: number): Promise<number> {
    const cursor = await outbox.cursor();
    const newest = await outbox.newest();
    if (cursor !== undefined && newest <= cursor) return 0;
    try {
      return (await outbox.alone(() => announceNow(now))) ?? 0;
    } catch (error) {
      if (error instanceof CursorConflict) return 0;
      throw error;
    }
  };

  async function announceNow(now: number): Promise<number> {
    for (const broken of await subscriptions.unreadable()) faults.note(nameOf(broken), new Error(broken.why));
    const cursor = await outbox.cursor();
    if (cursor !== undefined) return announceFrom(cursor, now);
    // The very first time there is nothing to tell: what is there was there before anyone asked.
    await outbox.promise([], now, { from: undefined, to: await outbox.newest() });
    return 0;
  }
}
