import { pino } from 'pino';
import { createAlerts } from '../../src/alerts/alerts.ts';
import type { RateLimits } from '../../src/alerts/grouping.ts';
import type { Notifier } from '../../src/alerts/notifier.ts';
import { openAlertRows } from '../../src/alerts/store/index.ts';
import { createDispatcher } from '../../src/app/dispatcher.ts';
import { openDatabase } from '../../src/database/open.ts';
import { type Incident, incident } from '../../src/incidents/incident.ts';
import type { Incidents } from '../../src/incidents/incidents.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import { openAdapterStores } from '../../src/server/container.ts';
import { freshDatabase } from '../support/engines.ts';
import { until } from '../support/until.ts';
import { botOver, now } from '../support/world.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';

const dataset = { id: 'wire', name: 'Wire', licence: 'CC BY 4.0', citation: 'Wire' };

/** An incident at Samawah on the day before, unless told otherwise. */
export const incidentOf = (n: number, more: object = {}): Incident =>
  incident.parse({
    kind: 'incident',
    id: `wire:${n}`,
    title: `Ambush number ${n}`,
    when: { start: '2020-07-13', end: '2020-07-13', precision: 'day' },
    where: { place: 'Samawah', country: 'Iraq', lat: 31.31, lon: 45.28, precision: 'exact' },
    eventTypes: ['ambush'],
    casualties: [{ group: 'all', killed: { low: 3, best: 3, high: 3 }, by: 'the police' }],
    reports: [{ publisher: 'Wire' }],
    ...more,
  });

/** Applies incidents of one dataset, or retracts them. */
export const applyTo = (incidents: Incidents, records: Incident[], action: 'put' | 'retract' = 'put') =>
  incidents.apply(
    records.map((record) => ({ action, record })),
    { dataset, by: 'test', why: 'reported by mistake', at: now.toISOString() },
  );

interface AlertWorldOptions {
  notifiers?: Map<string, Notifier>;
  file?: string;
  clock?: FakeClock;
  limits?: RateLimits;
  /** Lines of the log, as they come. */
  logged?: string[];
}

/** A bot with everything in one database, and its alerts. */
export async function alertWorld({
  notifiers = new Map(),
  file,
  clock = fakeClock(now.getTime()),
  limits,
  logged,
}: AlertWorldOptions = {}) {
  const db = await (file === undefined ? freshDatabase() : openDatabase(file));
  const incidents = await openIncidents(db);
  const rows = openAlertRows(db);
  const stores = openAdapterStores(db);
  const bot = await botOver(incidents, undefined, stores.settings, rows);
  const { subscriptions, conversations } = bot;
  const dispatcher = createDispatcher(bot, stores);
  const log = logged
    ? pino({ level: 'warn' }, { write: (line) => logged.push(line) })
    : pino({ level: process.env.TEST_LOG ?? 'silent' });
  const alerts = createAlerts({
    incidents,
    rows,
    subscriptions,
    conversations,
    names: bot.names,
    settings: stores.settings,
    notifiers,
    log,
    clock,
    ...(limits ? { limits } : {}),
  });
  /** Resolves when every change is processed and everything due is delivered: nothing more is sent until the clock moves. */
  const settled = () =>
    until(async () => {
      clock.wake();
      if ((await rows.outbox.cursor()) !== (await rows.outbox.latestChange())) return false;
      const busy = 'SELECT count(*) AS n FROM lane WHERE due <= ? OR lease > 0';
      return Number((await db.get(busy, clock.now()))?.n) === 0;
    }, 'everything to be delivered');
  const close = () => incidents.close();
  return { db, incidents, rows, subscriptions, dispatcher, alerts, bot, stores, clock, settled, close };
}
