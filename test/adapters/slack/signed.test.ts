import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { type FakeSlack, postSigned, startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import { mention } from '../../fakes/slack/payloads.ts';
import { until } from '../../support/until.ts';
import { adapterIn } from './bot-in.ts';

const secret = 'shh';
let slack: FakeSlack;
let adapter: Adapter;
let url: string;
const lines: string[] = [];
beforeAll(async () => {
  slack = await startFakeSlack();
  const say = (line: string) => lines.push(line);
  adapter = await adapterIn({ apiUrl: slack.apiUrl, config: { mode: { signingSecret: secret }, port: 0 }, say });
  url = `http://127.0.0.1:${/port (\d+)/.exec(await adapter.start())?.[1]}/slack/events`;
});
afterAll(async () => {
  await adapter.stop();
  await slack.close();
});

test('a wrong signing secret is said once at the default log level, with the remedy, and makes the bot not ready', async () => {
  expect(adapter.trouble?.()).toBeUndefined();
  for (let i = 0; i < 3; i++) expect((await postSigned(url, 'other', mention('attacks'), 'json')).status).toBe(401);
  expect(lines.filter((line) => /SLACK_SIGNING_SECRET.*Basic Information/.test(line))).toHaveLength(1);
  expect(adapter.trouble?.()).toMatch(/do not match SLACK_SIGNING_SECRET/);
});

test('once a signature has matched, others’ requests change nothing', async () => {
  expect((await postSigned(url, secret, mention('attacks in Iraq'), 'json')).status).toBe(200);
  await until(() => slack.messages.length === 1, 'an answer');
  expect((await postSigned(url, 'other', mention('attacks'), 'json')).status).toBe(401);
  expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(401);
  expect(adapter.trouble?.()).toBeUndefined();
});

test.each([null, 5, 'x'])('a signed body that is %j is refused, and the next request is answered', async (body) => {
  expect((await postSigned(url, secret, body, 'json')).status).toBe(400);
  const before = slack.messages.length;
  expect((await postSigned(url, secret, mention('attacks in Iraq'), 'json')).status).toBe(200);
  await until(() => slack.messages.length > before, 'an answer');
});

test('other addresses are not found, also by POST', async () => {
  expect((await fetch(url.replace('/slack/events', '/wrong'))).status).toBe(404);
  expect((await fetch(url.replace('/slack/events', '/wrong'), { method: 'POST', body: 'x' })).status).toBe(404);
});
