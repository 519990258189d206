import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openAlertRows } from '../../src/alerts/store/index.ts';
import { openSubscriptions } from '../../src/alerts/subscriptions.ts';
import { openDatabase } from '../../src/database/open.ts';
import { query } from '../../src/incidents/query.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import { startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { freshAddress } from '../support/engines.ts';
import { postgresPrograms, startPostgres } from '../support/postgres.ts';
import { now } from '../support/world.ts';
import { applyTo, incidentOf } from './alert-world.ts';

const child = fileURLToPath(new URL('./replica-child.ts', import.meta.url));
const atWork = 4;

export interface Load {
  replicas: number;
  channels: number;
  questions: number;
  incidents: number;
  kills: number;
}

/** Processes that answer questions, and are begun anew when they are killed. A question that died with one is asked again. */
function createReplicas(args: string[], { replicas, questions }: Load) {
  const waiting = Array.from({ length: questions }, (_, id) => id);
  const answers = new Map<number, { words: string; status: string }>();
  const alive = new Set<ChildProcess>();
  let twice = 0;
  let stopped = false;

  function begin(): void {
    const open = new Set<number>();
    const one = fork(child, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const ask = () => {
      for (let id = waiting.shift(); id !== undefined; id = open.size < atWork ? waiting.shift() : undefined) {
        open.add(id);
        one.send({ id, text: `how many attacks in Iraq on ${1 + (id % 28)} July 2020?` }, () => undefined);
      }
    };
    one.on('message', (said: { ready?: true; id: number; words: string; status: string }) => {
      if (!said.ready) {
        if (answers.has(said.id)) twice++;
        answers.set(said.id, said);
        open.delete(said.id);
      }
      ask();
    });
    one.on('exit', () => {
      alive.delete(one);
      waiting.push(...open);
      if (!stopped) begin();
    });
    alive.add(one);
  }
  for (let n = 0; n < replicas; n++) begin();
  return {
    answers,
    twice: () => twice,
    kill: () => [...alive][Math.floor(Math.random() * alive.size)]?.kill('SIGKILL'),
    stop() {
      stopped = true;
      for (const one of alive) one.kill('SIGKILL');
    },
  };
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

/** Replicas on one PostgreSQL, killed at random; then everything is counted. */
export async function replicate(load: Load, server?: string) {
  const { channels, questions, incidents, kills } = load;
  const address = await freshAddress(server);
  const slack = await startFakeSlack({
    channels: new Set(Array.from({ length: channels }, (_, n) => `C${n}`)),
    scopes: ['chat:write', 'channels:history'],
  });
  slack.control.rule = () => ({ delay: Math.random() * 20 });
  const db = await openDatabase(address);
  const store = await openIncidents(db);
  const rows = await openAlertRows(db);
  await rows.outbox.promise([], now.getTime(), { from: undefined, to: 0 });
  await subscribeAll(openSubscriptions(rows), channels);
  const begun = Date.now();
  const running = createReplicas([address, slack.apiUrl, String(begun)], load);
  const between = kills ? Math.max(400, Math.round(incidents / 10 / kills) * 20) : 0;
  const killing = (async () => {
    for (let n = 0; n < kills; n++) {
      await sleep(between + Math.random() * 800);
      running.kill();
    }
  })();
  for (let n = 0; n < incidents; n += 10) {
    const some = Array.from({ length: Math.min(10, incidents - n) }, (_, i) => n + i);
    const where = (i: number) => ({ where: { precision: 'unknown' as const, country: `Country ${i % channels}` } });
    await applyTo(
      store,
      some.map((i) => incidentOf(i, where(i))),
    );
  }
  await killing;
  const left = async () =>
    Number((await db.get("SELECT count(*) AS n FROM outbox WHERE state = 'sent'"))?.n) < incidents;
  for (let last = Date.now() + 120_000; (await left()) || running.answers.size < questions; await sleep(50))
    if (Date.now() > last) break;
  const seconds = (Date.now() - begun) / 1000;
  running.stop();
  const told = slack.messages.map(({ text }) => numberIn(text));
  const wrong = [...running.answers.values()].filter(({ status }) => status !== 'answered').length;
  await store.close();
  await slack.close();
  return {
    ...load,
    seconds,
    aSecond: Math.round((incidents + questions) / seconds),
    alertsLost: incidents - new Set(told).size,
    alertsTwice: told.length - new Set(told).size,
    outOfOrder: outOfOrder(slack.messages),
    questionsLost: questions - running.answers.size,
    questionsTwice: running.twice(),
    questionsWrong: wrong,
  };
}

if (import.meta.main) {
  const [channels = 200, questions = 10_000, incidents = 5000, kills = 40] = process.argv.slice(2).map(Number);
  const programs = postgresPrograms();
  if (!programs) throw new Error('PostgreSQL is not installed here.');
  const server = await startPostgres(programs);
  for (const replicas of [2, 4])
    console.log(await replicate({ replicas, channels, questions, incidents, kills }, server.address));
  for (const replicas of [1, 2, 4])
    console.log(await replicate({ replicas, channels, questions, incidents, kills: 0 }, server.address));
  await server.stop();
}
