import { subscribe } from 'node:diagnostics_channel';
import { Hono } from 'hono';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AlertRows } from '../../alerts/store/index.ts';
import { skipped } from '../../alerts/store/outbox-row.ts';
import type { RequestOutcome } from '../../app/request-outcome.ts';
import type { Incidents } from '../../incidents/incidents.ts';

/** The program's metrics for Prometheus. No label holds texts, names or channels of users. */
export interface Metrics {
  /** Counts a request and its duration. */
  onRequestEnd(outcome: RequestOutcome): void;
  /** Wraps the incidents to count applied records. */
  incidents(incidents: Incidents): Incidents;
  /** Wraps the rows to count sent alerts and abandoned channels; the queue's gauges are read at each scrape. */
  alerts(rows: AlertRows, now?: () => number): AlertRows;
  /** Counts a run of a source. */
  onSyncEnd(kind: string, result: { kind: string }): void;
  routes: Hono;
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

function instruments(registry: Registry) {
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name, help, labelNames, registers });
  return {
    questions: counter('sitrep_questions_total', 'Requests, by outcome', ['platform', 'what', 'outcome']),
    unread: counter('sitrep_questions_unread_total', 'Questions with words that were not used', ['platform']),
    latency: new Histogram({
      name: 'sitrep_question_seconds',
      help: 'Seconds from receiving a request to its answer, without delivery',
      labelNames: ['what'],
      buckets: seconds,
      registers,
    }),
    records: counter('sitrep_records_total', 'Records applied, by outcome', ['dataset', 'outcome']),
    delivered: counter('sitrep_alerts_delivered_total', 'Alert messages delivered', ['platform']),
    setAside: counter('sitrep_alerts_set_aside_total', 'Alerts that could not be composed or sent', ['platform']),
    givenUp: counter('sitrep_alerts_given_up_total', 'Channels given up after repeated failures', ['platform']),
    limited: counter('sitrep_rate_limited_total', 'Responses with status 429, by host', ['host']),
    sources: counter('sitrep_source_runs_total', 'Runs of scheduled sources, by result', ['kind', 'result']),
  };
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const { questions, unread, latency, records, delivered, setAside, givenUp, limited, sources } = instruments(registry);
  observe429((host) => limited.inc({ host }));
  const routes = new Hono();
  routes.get('/metrics', async (c) => c.body(await registry.metrics(), 200, { 'content-type': registry.contentType }));
  return {
    routes,
    onRequestEnd({ platform, what, outcome, milliseconds, ...request }) {
      questions.inc({ platform, what, outcome });
      latency.observe({ what }, milliseconds / 1000);
      if (request.unread) unread.inc({ platform });
    },
    incidents: (incidents) => ({
      ...incidents,
      async apply(changes, origin, ...more) {
        const applied = await incidents.apply(changes, origin, ...more);
        for (const [outcome, n] of Object.entries(applied)) records.inc({ dataset: origin.dataset.id, outcome }, n);
        return applied;
      },
    }),
    alerts(rows, now = Date.now) {
      addOutboxGauges(registry, rows, now);
      addLagGauges(registry, rows, now);
      const { outbox } = rows;
      return {
        ...rows,
        outbox: {
          ...outbox,
          async markSent(lane, seqs, message, at) {
            await outbox.markSent(lane, seqs, message, at);
            if (message !== skipped && seqs.length > 0) delivered.inc({ platform: lane.platform });
          },
          async markFailed(lane, seqs, error) {
            await outbox.markFailed(lane, seqs, error);
            setAside.inc({ platform: lane.platform }, seqs.length);
          },
          async failAll(lane, error) {
            await outbox.failAll(lane, error);
            givenUp.inc({ platform: lane.platform });
          },
        },
      };
    },
    onSyncEnd: (kind, result) => sources.inc({ kind, result: result.kind }),
  };
}

/** Gauges of the outbox's depth and age, read from the rows at each scrape. */
function addOutboxGauges(registry: Registry, { outbox }: AlertRows, now: () => number): void {
  const gauge = (
    name: string,
    help: string,
    of: (waiting: Awaited<ReturnType<typeof outbox.backlog>>[number]) => number,
  ) =>
    new Gauge({
      name,
      help,
      labelNames: ['platform'],
      registers: [registry],
      async collect() {
        const all = await outbox.backlog();
        this.reset();
        for (const waiting of all) this.set({ platform: waiting.platform }, of(waiting));
      },
    });
  gauge('sitrep_outbox_waiting', 'Queued alerts', ({ alerts }) => alerts);
  gauge('sitrep_outbox_overdue_seconds', 'Seconds that the oldest due alert has waited', ({ due }) =>
    Math.max(0, (now() - due) / 1000),
  );
}

/** Gauges of how far the producer of alerts is behind the change log. */
function addLagGauges(registry: Registry, { outbox }: AlertRows, now: () => number): void {
  const gauge = (name: string, help: string, of: (lag: Awaited<ReturnType<typeof outbox.lag>>) => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(of(await outbox.lag()));
      },
    });
  gauge('sitrep_alerts_behind_changes', 'Changes of the data that alerts do not know of yet', (lag) => lag.changes);
  gauge('sitrep_alerts_behind_seconds', 'Age of the oldest of these changes', ({ since }) =>
    since === null ? 0 : Math.max(0, (now() - Date.parse(since)) / 1000),
  );
}

interface NodeMessage {
  request: { host?: string };
  response: { statusCode?: number };
}
interface UndiciMessage {
  request: { origin?: string | URL };
  response: { statusCode: number };
}

/**
 * Calls back with the host of every response with status 429, whatever library made the request: Node.js and undici
 * publish each response on a diagnostics channel.
 */
function observe429(limited: (host: string) => void): void {
  subscribe('http.client.response.finish', (message) => {
    const { request, response } = message as NodeMessage;
    if (response.statusCode === 429) limited(request.host ?? 'unknown');
  });
  subscribe('undici:request:headers', (message) => {
    const { request, response } = message as UndiciMessage;
    if (response.statusCode === 429) limited(URL.parse(String(request.origin))?.hostname ?? 'unknown');
  });
}
