import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import { incidentOf } from '../alerts/alert-world.ts';
import { startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { mention } from '../fakes/slack/payloads.ts';
import { startProgram } from '../support/program.ts';
import { until } from '../support/until.ts';

const token = 'a-token-of-the-wire-0123456789abcdefghij';
const push = join(mkdtempSync(join(tmpdir(), 'sitrep-push-')), 'push.yaml');
writeFileSync(push, `- { dataset: { id: wire, name: Wire, licence: CC BY 4.0, citation: Wire }, token: ${token} }\n`);

async function serving(environment: Record<string, string> = {}) {
  const program = startProgram({ SITREP_PORT: '0', SITREP_PUSH: push, ...environment });
  await until(() => program.told.out.includes('HTTP: '), 'the server’s line', 30_000);
  const url = program.told.out.match(/http:\S+/)?.[0] ?? '';
  const ready = () => fetch(`${url}/readyz`);
  const post = (...ns: number[]) =>
    fetch(`${url}/incidents`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ records: ns.map((n) => incidentOf(n)) }),
    });
  return { ...program, url, ready, post };
}

const slackAt = (apiUrl: string) => ({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: apiUrl });

test('with a port and no platform it serves: health, metrics, and records that are in the file afterwards', async () => {
  const { child, told, ended, db, url, ready, post } = await serving({ LOG_LEVEL: 'info' });
  expect(told.out).toMatch(
    /^HTTP: http:\/\/127\.0\.0\.1:\d+ \(\/healthz, \/readyz, \/metrics, POST \/incidents\)\.\n$/,
  );
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect(await (await ready()).json()).toEqual({
    status: 'ready',
    program: 'ready',
    database: 'ready',
    names: 'ready',
    alerts: 'up to date',
  });
  expect(await (await post(1, 2)).json()).toEqual({ added: 2, revised: 0, unchanged: 0 });
  expect(await (await fetch(`${url}/metrics`)).text()).toContain(
    'sitrep_records_total{dataset="wire",outcome="added"} 2',
  );
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  const lines = told.err
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ msg, path, status }) => [msg, path, status])).toContainEqual(['http', '/incidents', 200]);
  expect(lines.every(({ request }) => /^[0-9a-f]{8}$/.test(request))).toBe(true);
  expect(told.err).not.toMatch(new RegExp(`${token}|Ambush|Samawah`));
  const store = await openIncidents(await openDatabase(db));
  expect(await store.get('wire:2')).toMatchObject({ title: 'Ambush number 2' });
  await store.close();
});

test('ready as long as Slack is connected', async () => {
  const slack = await startFakeSlack();
  const { child, told, ended, ready } = await serving(slackAt(slack.apiUrl));
  await until(() => told.out.includes('Slack: connected'), 'the platform’s line', 30_000);
  expect((await ready()).status).toBe(200);
  slack.control.rule = (method) => (method === 'apps.connections.open' ? { error: 'internal_error' } : undefined);
  slack.socket.drop('broken');
  let state = {};
  for (let n = 0; n < 100 && !('slack' in state && state.slack === 'not connected'); n++)
    state = (await (await ready()).json()) as object;
  expect(state).toMatchObject({ status: 'not ready', slack: 'not connected' });
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  await slack.close();
});

test('SIGTERM under load: every question heard is answered once, every record taken is kept', async () => {
  const slack = await startFakeSlack();
  slack.control.rule = (method) => (method === 'chat.postMessage' ? { delay: 30 } : undefined);
  const { child, told, ended, db, post } = await serving(slackAt(slack.apiUrl));
  await until(() => told.out.includes('Slack: connected'), 'the platform’s line', 30_000);
  const taken: number[] = [];
  let stopping = false;
  const pushing = (async () => {
    for (let n = 1; !stopping; n++) {
      const answer = await post(n).catch(() => undefined);
      if (answer?.status === 200) taken.push(n);
      await new Promise((done) => setTimeout(done, 25));
    }
  })();
  let questions = 0;
  const asking = (async () => {
    for (; !stopping; questions++) {
      slack.send('events_api', mention(`attacks in Iraq in ${1990 + (questions % 40)}`));
      await new Promise((done) => setTimeout(done, 25));
    }
  })();
  await until(() => slack.messages.length >= 10, 'the first answers', 30_000);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  stopping = true;
  await Promise.all([asking, pushing]);
  const answered = new Set(slack.messages.map(({ thread_ts }) => thread_ts));
  expect(slack.messages).toHaveLength(questions - slack.socket.unacknowledged());
  expect(answered.size).toBe(slack.messages.length);
  expect(taken.length).toBeGreaterThan(0);
  const store = await openIncidents(await openDatabase(db));
  const kept = await Promise.all(taken.map((n) => store.get(`wire:${n}`)));
  expect(kept.filter((record) => record === undefined)).toEqual([]);
  await store.close();
  await slack.close();
});

test('a port that is taken is one clear line and exit status 1', async () => {
  const first = await serving();
  const port = new URL(first.url).port;
  const { told, ended } = startProgram({ SITREP_PORT: port });
  expect(await ended).toBe(1);
  expect(told.err).toBe(`HTTP: port ${port} is in use by another program. Choose another SITREP_PORT.\n`);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
});
