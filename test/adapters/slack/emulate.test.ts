import { webApi } from '@slack/bolt';
import { createEmulator, type Emulator } from 'emulate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { scopes } from '../../../src/adapters/slack/scopes.ts';
import { share } from '../../../src/adapters/slack/upload.ts';
import { postSigned } from '../../fakes/slack/fake-slack.ts';
import { eventOf, homeOpened, mention, stamp } from '../../fakes/slack/payloads.ts';
import { fileOf } from '../../support/file-answer.ts';
import { adapterIn } from './bot-in.ts';

// The same flows against another author's Slack, strict about scopes: what our own fake may have been too kind about.
const secret = 'shh';
let slack: Emulator;
let adapter: Adapter;
let url: string;
let reader: webApi.WebClient;
let channel: string;
let user: string;

beforeAll(async () => {
  const tokens = [
    { token: 'xoxb-bot', user: 'sitrep', type: 'bot', scopes: Object.keys(scopes) },
    { token: 'xoxb-reader', user: 'ana', scopes: ['channels:read', 'channels:history', 'users:read', 'im:history'] },
  ];
  const seed = {
    users: [{ name: 'ana', is_admin: true }, { name: 'sitrep' }],
    channels: [{ name: 'news' }],
    tokens,
    strict_scopes: true,
  };
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  slack = await createEmulator({ service: 'slack', port, seed: { slack: seed } });
  const apiUrl = `${slack.url}/api/`;
  reader = new webApi.WebClient('xoxb-reader', { slackApiUrl: apiUrl });
  channel = (await reader.conversations.list()).channels?.find((c) => c.name === 'news')?.id ?? '';
  user = (await reader.users.list({})).members?.find((m) => m.name === 'ana')?.id ?? '';
  adapter = await adapterIn({ apiUrl, config: { botToken: 'xoxb-bot', mode: { signingSecret: secret }, port: 0 } });
  url = `http://127.0.0.1:${/port (\d+)/.exec(await adapter.start())?.[1]}/slack/events`;
});

afterAll(async () => {
  await adapter?.stop();
  await slack?.close();
});

async function answers(thread: string, many: number) {
  for (let i = 0; i < 200; i++) {
    const { messages = [] } = await reader.conversations
      .replies({ channel, ts: thread })
      .catch(() => ({ messages: [] }));
    const told = messages.filter((m) => m.ts !== thread);
    if (told.length >= many) return told;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error(`Fewer than ${many} answers`);
}

test('a mention is answered in its thread, once, and a follow-up after it', async () => {
  const asked = await new webApi.WebClient('xoxb-bot', { slackApiUrl: `${slack.url}/api/` }).chat.postMessage({
    channel,
    text: '@Sitrep incidents in Iraq',
  });
  const thread = asked.ts ?? '';
  const event = mention('incidents in Iraq', { channel, user, ts: thread });
  await postSigned(url, secret, event, 'json');
  await postSigned(url, secret, event, 'json');
  expect((await answers(thread, 1))[0]?.text).toMatch(/attack in Iraq/);
  await postSigned(url, secret, mention('and in Syria?', { channel, user, ts: stamp(), thread }), 'json');
  const told = await answers(thread, 2);
  expect(told).toHaveLength(2);
  expect(told[1]?.text).toMatch(/Syria/);
});

test('a file is uploaded and shared in the thread', async () => {
  const client = new webApi.WebClient('xoxb-bot', { slackApiUrl: `${slack.url}/api/` });
  const thread = (await client.chat.postMessage({ channel, text: 'export that' })).ts ?? '';
  await share(client, { channel, thread }, [fileOf('attacks.csv', 'id\n1\n', 'All <!channel> of it')]);
  const [told] = await answers(thread, 1);
  expect(told).toMatchObject({ text: 'All &lt;!channel&gt; of it', files: [{ name: 'attacks.csv', size: 5 }] });
});

test('the front page is published', async () => {
  const { event } = homeOpened('home');
  await postSigned(url, secret, eventOf({ ...event, user }), 'json');
  const published = async () => (await fetch(`${slack.url}/?tab=messages&channel=${channel}`)).text();
  await expect.poll(published).not.toContain('No App Home views have been published.');
});

test('status finds every scope', async () => {
  expect(await adapter.check()).toMatch(/^Slack: set up as [^.]*\.$/);
});
