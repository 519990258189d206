import { subscribe } from 'node:diagnostics_channel';
import { Hono } from 'hono';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AlertRows } from '../../alerts/store/index.ts';
import { skipped } from '../../alerts/store/outbox.ts';
import type { RequestOutcome } from '../../app/request-outcome.ts';
import type { Incidents } from '../../incidents/incidents.ts';

/** What the program counts of itself, for Prometheus. Nobody's words, names or channels are in it. */
export interface Metrics {
  /** Of everything asked at the front door. */
  onRequestEnd(asked: RequestOutcome): void;
  /** The same incidents, and counts what is applied. */
  incidents(incidents: Incidents): Incidents;
  /** The same rows, and counts what is told and given up; what waits is read when somebody looks. */
  alerts(rows: AlertRows, now?: () => number): AlertRows;
  /** How a run of a source ended. */
  onSyncEnd(kind: string, result: { kind: string }): void;
  routes: Hono;
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

function instruments(registry: Registry) {
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name, help, labelNames, registers });
  return {
    questions: counter('sitrep_questions_total', 'What was asked, by how it ended', ['platform', 'what', 'outcome']),
    unread: counter('sitrep_questions_unread_total', 'Questions with words that changed nothing', ['platform']),
    latency: new Histogram({
      name: 'sitrep_question_seconds',
      help: 'From hearing to the answer, without its delivery',
      labelNames: ['what'],
      buckets: seconds,
      registers,
    }),
    records: counter('sitrep_records_total', 'Records applied, by what became of them', ['dataset', 'outcome']),
    told: counter('sitrep_alerts_delivered_total', 'Messages about incidents that arrived', ['platform']),
    givenUp: counter('sitrep_alerts_given_up_total', 'Channels given up after many tries', ['platform']),
    limited: counter('sitrep_rate_limited_total', 'Answers of status 429 to calls of ours', ['host']),
    sources: counter('sitrep_source_runs_total', 'Runs of scheduled sources, by how they ended', ['kind', 'result']),
  };
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const { questions, unread, latency, records, told, givenUp, limited, sources } = instruments(registry);
  observe429((host) => limited.inc({ host }));
  const routes = new Hono();
  routes.get('/metrics', async (c) => c.body(await registry.metrics(), 200, { 'content-type': registry.contentType }));
  return {
    routes,
    onRequestEnd({ platform, what, outcome, milliseconds, ...asked }) {
      questions.inc({ platform, what, outcome });
      latency.observe({ what }, milliseconds / 1000);
      if (asked.unread) unread.inc({ platform });
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
      watchOutbox(registry, rows, now);
      const { outbox } = rows;
      return {
        ...rows,
        outbox: {
          ...outbox,
          async sent(lane, seqs, message, at) {
            await outbox.sent(lane, seqs, message, at);
            if (message !== skipped && seqs.length > 0) told.inc({ platform: lane.platform });
          },
          async giveUp(lane, error) {
            await outbox.giveUp(lane, error);
            givenUp.inc({ platform: lane.platform });
          },
        },
      };
    },
    onSyncEnd: (kind, result) => sources.inc({ kind, result: result.kind }),
  };
}

/** Depth and age of the outbox, asked of the rows themselves each time somebody looks. */
function watchOutbox(registry: Registry, { outbox }: AlertRows, now: () => number): void {
  const gauge = (
    name: string,
    help: string,
    of: (waiting: Awaited<ReturnType<typeof outbox.waiting>>[number]) => number,
  ) =>
    new Gauge({
      name,
      help,
      labelNames: ['platform'],
      registers: [registry],
      async collect() {
        const all = await outbox.waiting();
        this.reset();
        for (const waiting of all) this.set({ platform: waiting.platform }, of(waiting));
      },
    });
  gauge('sitrep_outbox_waiting', 'Promises not kept yet', ({ promises }) => promises);
  gauge('sitrep_outbox_overdue_seconds', 'How long the oldest promise that is due has waited', ({ due }) =>
    Math.max(0, (now() - due) / 1000),
  );
}

interface OfNode {
  request: { host?: string };
  response: { statusCode?: number };
}
interface OfUndici {
  request: { origin?: string | URL };
  response: { statusCode: number };
}

/**
 * Hears of every answer with status 429 to any library's call, by the host: Node.js and undici both tell of each call
 * on a diagnostics channel, so no library needs to be asked.
 */
function observe429(limited: (host: string) => void): void {
  subscribe('http.client.response.finish', (message) => {
    const { request, response } = message as OfNode;
    if (response.statusCode === 429) limited(request.host ?? 'unknown');
  });
  subscribe('undici:request:headers', (message) => {
    const { request, response } = message as OfUndici;
    if (response.statusCode === 429) limited(URL.parse(String(request.origin))?.hostname ?? 'unknown');
  });
}
