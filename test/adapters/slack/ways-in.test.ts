import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { type FakeSlack, postSigned, startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import {
  directMessage,
  eventOf,
  homeButton,
  homeOpened,
  mention,
  messageShortcut,
  slashCommand,
  submitted,
} from '../../fakes/slack/payloads.ts';
import { deskOver } from '../../support/desk.ts';
import { until } from '../../support/until.ts';
import { adapterIn } from './bot-in.ts';

describe('over Socket Mode', () => {
  let slack: FakeSlack;
  let adapter: Adapter;
  beforeEach(async () => {
    slack = await startFakeSlack();
    adapter = await adapterIn({ apiUrl: slack.apiUrl });
  });
  afterEach(async () => {
    await adapter.stop();
    await slack.close();
  });

  test('it says as whom it is connected, where and how', async () => {
    expect(await adapter.start()).toBe('Slack: connected as @sitrep to Acme (Socket Mode).');
  });

  test('it shows that it is working, in the thread of the question', async () => {
    await adapter.start();
    slack.send('events_api', mention('attacks in Iraq', { ts: '1594717000.000009' }));
    await until(() => slack.messages.length === 1, 'an answer');
    expect(slack.statuses).toEqual([
      { channel_id: 'C1', thread_ts: '1594717000.000009', status: expect.stringMatching(/looking/) },
    ]);
    expect(slack.messages[0]?.thread_ts).toBe('1594717000.000009');
  });

  test('an empty mention shows the help, to the asker alone', async () => {
    await adapter.start();
    slack.send('events_api', mention(''));
    await until(() => slack.messages.length === 1, 'an answer');
    expect(slack.messages[0]).toMatchObject({ user: 'U1', text: expect.stringMatching(/Questions to try/) });
  });

  test('edits, bots and its own messages are not answered', async () => {
    await adapter.start();
    const { event } = directMessage('attacks in Iraq');
    for (const more of [{ subtype: 'message_changed' }, { bot_id: 'B2' }, { user: 'UBOT' }, { subtype: 'bot_message' }])
      slack.send('events_api', eventOf({ ...event, ...more, ts: `159471${Math.random()}` }));
    slack.send('events_api', directMessage('raids in Iraq'));
    await until(() => slack.messages.length > 0, 'an answer');
    await new Promise((done) => setTimeout(done, 100));
    expect(slack.messages).toHaveLength(1);
  });

  test('the front page: what it is, what the data holds, questions to press', async () => {
    await adapter.start();
    slack.send('events_api', homeOpened('home'));
    await until(() => slack.views.length === 1, 'the page');
    const { blocks } = slack.views[0] as { blocks: { type: string; elements: Record<string, unknown>[] }[] };
    expect(JSON.stringify(blocks)).toMatch(/attacks in Iraq in July 2020/);
    const button = blocks.find((b) => b.type === 'actions')?.elements[0] ?? {};
    slack.send('interactive', homeButton(button));
    await until(() => slack.messages.length === 1, 'the answer as a direct message');
    expect(slack.messages[0]).toMatchObject({ channel: 'U1', text: expect.stringMatching(/in Iraq in July 2020/) });
  });

  test('suggested prompts, four at most and without a thread', async () => {
    await adapter.start();
    slack.send('events_api', homeOpened('messages'));
    await until(() => slack.prompts.length === 1, 'prompts');
    expect(slack.prompts[0]).toMatchObject({ channel_id: 'D1', prompts: { length: 4 } });
    expect(slack.calls.find((c) => c.method.endsWith('Prompts'))?.body.thread_ts).toBeUndefined();
  });

  test('“Ask Sitrep about this” makes a question of a message and answers in its thread', async () => {
    await adapter.start();
    slack.send('interactive', messageShortcut('A convoy was attacked near &lt;Samawah&gt; <@U2>', slack.responseUrl()));
    await until(() => slack.views.length === 1, 'the form');
    const [view = {}] = slack.views;
    expect(JSON.stringify(view.blocks)).toMatch(/A convoy was attacked near <Samawah>"/);
    slack.send('interactive', submitted(view, 'who claimed the convoy attack?'));
    await until(() => slack.messages.length === 1, 'the answer');
    expect(slack.messages[0]).toMatchObject({ channel: 'C1', thread_ts: '1594717000.000001' });
  });

  test('an option that a command does not have is told, with the help that tells more', async () => {
    await adapter.start();
    slack.send('slash_commands', slashCommand('search --plaec Iraq', slack.responseUrl()));
    await until(() => slack.messages.length === 1, 'an answer');
    expect(slack.messages[0]).toMatchObject({ user: 'U1', text: expect.stringMatching(/plaec.*help search/s) });
  });

  test('an expired button says so politely, to the one who pressed it', async () => {
    await adapter.start();
    slack.send('interactive', homeButton({ type: 'button', action_id: 'step:0', value: 'gone:0' }));
    await until(() => slack.messages.length === 1, 'an answer');
    expect(slack.messages[0]?.text).toMatch(/expired.*ask again/);
  });

  test('status says what a token lacks and what to do', async () => {
    slack.scopes.splice(slack.scopes.indexOf('users:read'), 1);
    expect(await adapter.check()).toMatch(/Missing: users:read \(to know the asker’s time zone.*install the app again/);
  });

  test('“today” is the asker’s own day', async () => {
    await adapter.start();
    slack.send('events_api', mention('attacks between 01:00 and 05:00 on 12 July 2020'));
    await until(() => slack.messages.length === 1, 'an answer');
    expect(slack.calls.find((c) => c.method === 'users.info')?.body).toMatchObject({
      user: 'U1',
      include_locale: 'true',
    });
  });
});

describe('over HTTP', () => {
  const secret = 'shh';
  let slack: FakeSlack;
  let adapter: Adapter;
  let url: string;
  beforeAll(async () => {
    slack = await startFakeSlack();
    adapter = await adapterIn({ apiUrl: slack.apiUrl, config: { mode: { signingSecret: secret }, port: 0 } });
    const line = await adapter.start();
    expect(line).toMatch(/^Slack: connected as @sitrep to Acme \(HTTP, port \d+, \/slack\/events\)\.$/);
    url = `http://127.0.0.1:${/port (\d+)/.exec(line)?.[1]}/slack/events`;
  });
  afterAll(async () => {
    await adapter.stop();
    await slack.close();
  });

  test('Slack’s own check of the address', async () => {
    const reply = await postSigned(url, secret, { type: 'url_verification', challenge: 'abc' }, 'json');
    expect(await reply.json()).toEqual({ challenge: 'abc' });
  });

  test('a mention, a command and a button are acknowledged at once and answered', async () => {
    const before = slack.messages.length;
    expect((await postSigned(url, secret, mention('attacks in Iraq'), 'json')).status).toBe(200);
    expect((await postSigned(url, secret, slashCommand('status', slack.responseUrl()), 'form')).status).toBe(200);
    await until(() => slack.messages.length === before + 2, 'two answers');
    const button = { type: 'button', action_id: 'step:0', value: 'gone:0' };
    expect((await postSigned(url, secret, homeButton(button), 'payload')).status).toBe(200);
    await until(() => slack.messages.length === before + 3, 'a third');
  });

  test('the wrong signature is refused and changes nothing', async () => {
    const before = slack.messages.length;
    expect((await postSigned(url, 'other', mention('attacks in Iraq'), 'json')).status).toBe(401);
    await new Promise((done) => setTimeout(done, 50));
    expect(slack.messages).toHaveLength(before);
  });
});

describe('many workspaces', () => {
  test('each installs the app, is answered with its own token, and is forgotten when it removes it', async () => {
    const secret = 'shh';
    const slack = await startFakeSlack();
    const config = {
      botToken: undefined,
      mode: { signingSecret: secret },
      oauth: { clientId: '1.2', clientSecret: 's' },
    };
    const desk = await deskOver();
    const adapter = await adapterIn({ apiUrl: slack.apiUrl, desk, config });
    const line = await adapter.start();
    const base = `http://127.0.0.1:${/port (\d+)/.exec(line)?.[1]}`;
    const install = await fetch(`${base}/slack/install`, { redirect: 'manual' });
    const state = new URL(install.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const cookie = (install.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const done = await fetch(`${base}/slack/oauth_redirect?code=code-T1&state=${encodeURIComponent(state)}`, {
      headers: { cookie },
    });
    expect(done.status).toBe(200);
    await postSigned(`${base}/slack/events`, secret, mention('attacks in Iraq'), 'json');
    await until(() => slack.messages.length === 1, 'an answer');
    expect(slack.calls.find((c) => c.method === 'chat.postMessage')?.token).toBe('xoxb-T1');
    await postSigned(`${base}/slack/events`, secret, eventOf({ type: 'app_uninstalled' }), 'json');
    await until(async () => (await desk.settings.get('slack:T1', 'installation')) === undefined, 'forgotten');
    await adapter.stop();
    await slack.close();
  });
});
