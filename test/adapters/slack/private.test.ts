import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import { mention, slashCommand } from '../../fakes/slack/payloads.ts';
import { until } from '../../support/until.ts';
import { adapterIn } from './bot-in.ts';

let slack: FakeSlack;
let adapter: Adapter;
beforeEach(async () => {
  slack = await startFakeSlack();
  adapter = await adapterIn({ apiUrl: slack.apiUrl });
  await adapter.start();
});
afterEach(async () => {
  await adapter.stop();
  await slack.close();
});
const answers = (many: number) => until(() => slack.messages.length >= many, `${many} answers`);
const lastStatus = () => slack.statuses.at(-1)?.status;

test('help for a first mention stands in the channel, where the asker sees it, and “is looking” is removed', async () => {
  slack.send('events_api', mention('help'));
  await answers(1);
  expect(slack.messages[0]).toMatchObject({ channel: 'C1', user: 'U1' });
  expect(slack.messages[0]?.thread_ts).toBeUndefined();
  await until(() => lastStatus() === '', 'the status is removed');
});

test('an error in a thread that exists stands in it', async () => {
  slack.send('events_api', mention('show ucdp:0', { thread: '1594717000.000001' }));
  await answers(1);
  expect(slack.messages[0]).toMatchObject({ user: 'U1', thread_ts: '1594717000.000001' });
  await until(() => lastStatus() === '', 'the status is removed');
});

test('an answer in the thread removes the status by itself', async () => {
  slack.send('events_api', mention('raids in Iraq'));
  await answers(1);
  await new Promise((done) => setTimeout(done, 100));
  expect(slack.statuses.map((s) => s.status)).toEqual([expect.stringMatching(/looking/)]);
});

test('where the bot is no member, the status is removed too', async () => {
  slack.send('events_api', mention('raids in Iraq', { channel: 'C9' }));
  await answers(2);
  await until(() => lastStatus() === '', 'the status is removed');
});

test.each(['invalid_blocks', 'msg_too_long'])('%s: the answer comes once, as plain text', async (error) => {
  slack.control.rule = (method, n) => (method === 'chat.postMessage' && n === 1 ? { error } : undefined);
  slack.send('events_api', mention('airstrikes in Syria'));
  await answers(1);
  expect(slack.messages[0]).toMatchObject({ text: expect.stringMatching(/airstrike in Syria/), blocks: [] });
  expect(slack.calls.filter((c) => c.method === 'chat.postMessage')).toHaveLength(2);
});

test('refused as plain text too: the asker alone hears that it cannot be shown, with a reference', async () => {
  slack.control.rule = (method) => (method === 'chat.postMessage' ? { error: 'invalid_blocks' } : undefined);
  slack.send('events_api', mention('airstrikes in Syria'));
  await answers(1);
  expect(slack.messages).toEqual([
    expect.objectContaining({ user: 'U1', text: expect.stringMatching(/could not be shown here.*ref [0-9a-f]{8}/) }),
  ]);
  await until(() => lastStatus() === '', 'the status is removed');
});

test('a command’s answer that its response_url refuses comes as plain text', async () => {
  slack.control.rule = (method, n) => (method === 'response_url' && n === 1 ? { status: 400 } : undefined);
  slack.send('slash_commands', slashCommand('help', slack.responseUrl()));
  await answers(1);
  expect(slack.messages[0]).toMatchObject({ user: 'U1', blocks: [], text: expect.stringMatching(/Questions to try/) });
});

test('a command is shown to the channel where its answer is for everyone, and help and mistakes are not', async () => {
  for (const words of ['help', 'search --plaec Iraq', 'attacks in Iraq'])
    slack.send('slash_commands', slashCommand(words, slack.responseUrl()));
  await answers(3);
  expect(slack.socket.acknowledgements()).toEqual([{ response_type: 'in_channel' }]);
  expect(slack.messages.filter((m) => m.user === undefined)).toHaveLength(1);
});
