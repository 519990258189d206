import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { openAlertRows } from '../../src/alerts/store/index.ts';
import { openSubscriptions } from '../../src/alerts/subscriptions.ts';
import { openDatabase } from '../../src/database/open.ts';
import { query } from '../../src/incidents/query.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import { startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { freshAddress } from '../support/engines.ts';
import { now } from '../support/world.ts';
import { applyTo, incidentOf } from './alert-world.ts';
import { createReplicas, type Work } from './replica-processes.ts';

const stalledAfter = 120_000;
const appliedTogether = 10;

export interface Load extends Work {
  channels: number;
  incidents: number;
  kills: number;
  /** How long a dead process's channels wait for another, in milliseconds. */
  lease: number;
}

async function subscribeAll(subscriptions: ReturnType<typeof openSubscriptions>, channels: number): Promise<void> {
  for (let n = 0; n < channels; n++) {
    const place = { relation: 'in', name: 'x', level: 'country', countries: [`Country ${n}`] };
    const asked = query.parse({ measure: 'list', filter: { places: [place] } });
    const channel = { platform: 'slack', channel: `T1:C${n}` };
    await subscriptions.add(channel, { words: 'x', query: asked, by: 'Ana', at: now.toISOString() });
  }
}

const numberIn = (text: string) => Number(/number (\d+)/.exec(text)?.[1] ?? -1);
/** Messages that came after a later one of their channel. */
function outOfOrder(messages: readonly { channel: string; text: string }[]): number {
  const last = new Map<string, number>();
  return messages.filter(({ channel, text }) => {
    const before = last.get(channel) ?? -1;
    last.set(channel, Math.max(before, numberIn(text)));
    return numberIn(text) < before;
  }).length;
}

/** The share of the processors' time since then that they were at work, for whomever. */
function busySince(before = cpus()): number {
  const sum = (times: NodeJS.Dict<number>) => Object.values(times).reduce<number>((all, n) => all + (n ?? 0), 0);
  const [idle, all] = cpus().reduce(
    ([i, a], { times }, n) => {
      const then = before[n]?.times ?? times;
      return [i + times.idle - then.idle, a + sum({ ...times }) - sum({ ...then })];
    },
    [0, 0],
  );
  return all ? 1 - idle / all : 0;
}

/** Channels that subscribed to a country each, on a new database. */
async function openWorld(channels: number, server?: string) {
  const address = await freshAddress(server);
  const slack = await startFakeSlack({
    channels: new Set(Array.from({ length: channels }, (_, n) => `C${n}`)),
    scopes: ['chat:write', 'channels:history'],
  });
  slack.control.rule = () => ({ delay: Math.random() * 20 });
  const db = await openDatabase(address);
  const store = await openIncidents(db);
  const rows = openAlertRows(db);
  await rows.outbox.enqueue([], now.getTime(), { from: undefined, to: 0 });
  await subscribeAll(openSubscriptions(rows), channels);
  const sent = async () => Number((await db.get("SELECT count(*) AS n FROM outbox WHERE state = 'sent'"))?.n);
  async function apply(incidents: number): Promise<void> {
    const where = (i: number) => ({ where: { precision: 'unknown' as const, country: `Country ${i % channels}` } });
    for (let n = 0; n < incidents; n += appliedTogether) {
      const some = Array.from({ length: Math.min(appliedTogether, incidents - n) }, (_, i) => n + i);
      await applyTo(
        store,
        some.map((i) => incidentOf(i, where(i))),
      );
    }
  }
  async function close(): Promise<void> {
    await store.close();
    await slack.close();
  }
  return { address, slack, sent, apply, close };
}

/** Replicas on one PostgreSQL, killed at random moments of the work; then everything is counted. */
export async function replicate(load: Load, server?: string) {
  const { channels, questions, incidents, kills, lease } = load;
  const { address, slack, sent, apply, close } = await openWorld(channels, server);
  const running = createReplicas([address, slack.apiUrl, String(Date.now()), String(lease)], load);
  await running.ready;
  const [begun, before] = [performance.now(), cpus()];
  const applied = apply(incidents);
  running.ask();
  const moments = Array.from({ length: kills }, () => Math.random()).sort((a, b) => a - b);
  let killed = 0;
  let reached = { done: 0, at: begun };
  for (let told = 0; ; await sleep(50)) {
    told = await sent();
    const done = running.answers.size + told;
    if (done > reached.done) reached = { done, at: performance.now() };
    for (; (moments[0] ?? 1) < done / (questions + incidents); moments.shift()) if (running.kill()) killed++;
    if (done >= questions + incidents || performance.now() - reached.at > stalledAfter) break;
  }
  const busy = busySince(before);
  await applied;
  running.stop();
  const told = slack.messages.map(({ text }) => numberIn(text));
  await close();
  const since = (at: number) => (at - begun) / 1000;
  return {
    ...load,
    kills: killed,
    seconds: since(reached.at),
    questionsASecond: questions / since(running.lastAnswer()),
    alertsASecond: incidents / since(slack.messages.at(-1)?.at ?? reached.at),
    busy,
    alertsLost: incidents - new Set(told).size,
    alertsTwice: told.length - new Set(told).size,
    outOfOrder: outOfOrder(slack.messages),
    questionsLost: questions - running.answers.size,
    questionsTwice: running.twice(),
    questionsWrong: [...running.answers.values()].filter((status) => status !== 'answered').length,
  };
}

export type Replicated = Awaited<ReturnType<typeof replicate>>;
