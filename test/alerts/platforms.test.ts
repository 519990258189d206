import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import type { Adapter } from '../../src/adapters/adapter.ts';
import { installationsIn } from '../../src/adapters/slack/installations.ts';
import { createSlackNotifier } from '../../src/adapters/slack/notifier.ts';
import { ChannelGone, MessageGone, MessageRefused } from '../../src/alerts/notifier.ts';
import { composeAlert, composePaused } from '../../src/answers/alert-message.ts';
import { openSettings } from '../../src/settings/settings.ts';
import { adapterIn as discordIn } from '../adapters/discord/bot-in.ts';
import { adapterIn as slackIn } from '../adapters/slack/bot-in.ts';
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts';
import { startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { pressed } from '../fakes/slack/payloads.ts';
import { freshDatabase } from '../support/engines.ts';
import { fileOf } from '../support/file-answer.ts';
import { until } from '../support/until.ts';
import { question } from '../support/world.ts';
import { alertWorld, applyTo, incidentOf } from './alert-world.ts';

const alert = composeAlert(incidentOf(1), [{ id: 1, words: 'attacks near Samawah' }]);
const later = composeAlert(incidentOf(2), []);
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe('alerts in Slack', () => {
  async function start(told = {}) {
    const slack = await startFakeSlack(told);
    closing.push(slack.close);
    return { slack, sender: (await slackIn({ apiUrl: slack.apiUrl })).notifier };
  }

  test('posted with its name in the metadata, edited in place, answered in its thread', async () => {
    const { slack, sender } = await start();
    const ts = await sender.send('T1:C1', alert, 'wire:1@1');
    expect(slack.messages[0]).toMatchObject({
      channel: 'C1',
      ts,
      metadata: { event_type: 'sitrep_alert', event_payload: { once: 'wire:1@1' } },
    });
    await sender.edit('T1:C1', ts, later);
    expect(slack.messages[0]).toMatchObject({ ts, edited: true, text: expect.stringMatching(/number 2/) });
    await sender.reply('T1:C1', ts, later, 'wire:1@2change');
    expect(slack.messages[1]).toMatchObject({ thread_ts: ts });
    expect(slack.pings).toEqual([]);
  });

  test('a post whose answer was lost is found by its name, where the scope lets it look', async () => {
    const { slack, sender } = await start({ scopes: ['chat:write', 'channels:history'] });
    const since = 0;
    slack.control.rule = () => ({ status: 503, lost: true });
    await expect(sender.send('T1:C1', alert, 'wire:1@1')).rejects.toThrow();
    expect(slack.messages).toHaveLength(1);
    slack.control.rule = () => undefined;
    const { ts } = slack.messages[0] ?? { ts: '' };
    expect(await sender.findSent?.('T1:C1', 'wire:1@1', since)).toBe(ts);
    expect(await sender.findSent?.('T1:C1', 'wire:2@1', since)).toBeUndefined();
    const reply = await sender.reply('T1:C1', ts, later, 'wire:1@2change');
    expect(await sender.findSent?.('T1:C1', 'wire:1@2change', since, ts)).toBe(reply);
    for (let n = 0; n < 450; n++)
      slack.messages.push({ channel: 'C1', ts: `${Date.now() + n}.1`, text: 'x', blocks: [], at: 0 });
    expect(await sender.findSent?.('T1:C1', 'wire:1@1', since)).toBe(ts);
    slack.control.rule = (method) => (method.startsWith('conversations.') ? { error: 'missing_scope' } : undefined);
    expect(await sender.findSent?.('T1:C1', 'wire:1@1', since)).toBeUndefined();
  });

  test('a workspace whose organisation installed the app gets its alerts', async () => {
    const slack = await startFakeSlack({});
    closing.push(slack.close);
    const store = installationsIn(openSettings(await freshDatabase()));
    const bot = { token: 'xoxb-organisation', scopes: ['chat:write'], id: 'B1', userId: 'UBOT' };
    await store.storeInstallation({
      ...{ team: undefined, enterprise: { id: 'E1' }, isEnterpriseInstall: true, bot },
      user: { id: 'U1', token: undefined, scopes: undefined },
    });
    const config = { oauth: { clientId: 'x', clientSecret: 'x', stateSecret: 'x' }, apiUrl: slack.apiUrl } as never;
    const { dispatcher } = await alertWorld();
    const sender = createSlackNotifier(config, dispatcher, store, pino({ level: 'silent' }));
    await expect(sender.send('T1:C1', alert, 'a')).rejects.toThrow(/not installed in T1/);
    // As Bolt asks with the first message from there.
    await store.fetchInstallation({ teamId: 'T1', enterpriseId: 'E1', isEnterpriseInstall: true });
    await sender.send('T1:C1', alert, 'a');
    expect(slack.calls.at(-1)).toMatchObject({ method: 'chat.postMessage', token: 'xoxb-organisation' });
    await store.deleteInstallation?.({ teamId: undefined, enterpriseId: 'E1', isEnterpriseInstall: true });
    await expect(sender.send('T1:C1', alert, 'b')).rejects.toThrow(/not installed in T1/);
  });

  test('a message that was deleted is gone; one that may not be edited any more stays', async () => {
    const { slack, sender } = await start();
    await expect(sender.edit('T1:C1', '1.000001', alert)).rejects.toThrow(MessageGone);
    slack.control.rule = () => ({ error: 'edit_window_closed' });
    await sender.edit('T1:C1', '1.000001', alert);
  });

  test('what Slack refuses comes once more as plain text; what it refuses then too is no fault of the channel', async () => {
    const { slack, sender } = await start();
    slack.control.rule = (_, n) => (n === 1 ? { error: 'invalid_blocks' } : undefined);
    const ts = await sender.send('T1:C1', alert, 'wire:1@1');
    expect(slack.messages).toMatchObject([{ ts, blocks: [], text: expect.stringMatching(/Ambush number 1/) }]);
    expect(slack.messages[0]?.metadata).toMatchObject({ event_payload: { once: 'wire:1@1' } });
    slack.control.rule = () => ({ error: 'msg_too_long' });
    await expect(sender.send('T1:C1', alert, 'wire:1@2')).rejects.toThrow(
      new MessageRefused('Slack does not take the message (msg_too_long)'),
    );
    slack.control.rule = () => ({ error: 'invalid_auth' });
    await expect(sender.send('T1:C1', alert, 'wire:1@2')).rejects.toThrow(ChannelGone);
  });

  test('who asked is told directly', async () => {
    const { slack, sender } = await start();
    await sender.notifyPerson(
      'T1:C1',
      'U1',
      composePaused([{ id: 1, words: 'attacks' }], 'the channel was deleted'),
      'x',
    );
    expect(slack.messages[0]).toMatchObject({ channel: 'U1', text: expect.stringMatching(/the channel was deleted/) });
  });

  test('its files come under it; without them it is told all the same', async () => {
    const { slack, sender } = await start();
    const withFile = { ...alert, parts: [...alert.parts, { kind: 'file' as const, file: fileOf('map.png', 'x') }] };
    const ts = await sender.send('T1:C1', withFile, 'wire:1@1');
    expect(slack.files[0]).toMatchObject({ channel: 'C1', thread_ts: ts });
    await sender.reply('T1:C1', ts, withFile, 'wire:1@2');
    expect(slack.files[1]).toMatchObject({ channel: 'C1', thread_ts: ts });
    slack.control.rule = (method) => (method === 'upload' ? { status: 400 } : undefined);
    expect(await sender.send('T1:C1', withFile, 'wire:1@3')).toMatch(/\d/);
  });

  test('a channel it was removed from is gone; a 429 is only waited for', async () => {
    const { slack, sender } = await start();
    await expect(sender.send('T1:C9', alert, 'x')).rejects.toThrow(ChannelGone);
    await expect(sender.send('T1:C9', alert, 'x')).rejects.toThrow('I was removed from the channel');
    slack.control.rule = (_, n) => (n < 4 ? { status: 429, retryAfter: 0 } : undefined);
    await sender.send('T1:C1', alert, 'x');
    expect(slack.messages).toHaveLength(1);
  });
});

describe('alerts in Discord', () => {
  async function start() {
    const discord = await startFakeDiscord();
    closing.push(discord.close);
    const channel = discord.channels[0] ?? '';
    return { discord, channel, sender: (await discordIn({ apiUrl: discord.apiUrl })).notifier };
  }

  test('posted with a nonce, so that the same again is the same message; edited; answered', async () => {
    const { discord, channel, sender } = await start();
    const id = await sender.send(channel, alert, 'wire:1@1');
    expect(await sender.send(channel, alert, 'wire:1@1')).toBe(id);
    expect(discord.server.messages).toHaveLength(1);
    expect(discord.server.messages[0]?.body).toMatchObject({ enforce_nonce: true, allowed_mentions: { parse: [] } });
    expect(discord.server.messages[0]?.body.nonce?.length).toBeLessThanOrEqual(25);
    await sender.edit(channel, id, later);
    expect(discord.server.messages[0]?.body.content).toMatch(/number 2/);
    await sender.reply(channel, id, later, 'wire:1@2change');
    expect(discord.server.messages[1]?.body.message_reference).toMatchObject({ message_id: id });
  });

  test('after the time in which Discord drops twins it is looked for by what its buttons do', async () => {
    const { discord, channel, sender } = await start();
    await sender.send(channel, later, 'wire:2@1');
    const id = await sender.send(channel, alert, 'wire:1@1');
    const long = Date.now() - 3_600_000;
    expect(await sender.findSent?.(channel, 'wire:1@1', long)).toBe(id);
    expect(await sender.findSent?.(channel, 'wire:3@1', long)).toBeUndefined();
    expect(await sender.findSent?.(channel, 'wire:1@1', Date.now())).toBeUndefined();
    discord.control.rule = () => ({ status: 403, code: 50001 });
    expect(await sender.findSent?.(channel, 'wire:1@1', long)).toBeUndefined();
  });

  test('a message that was deleted is gone; who asked is told directly', async () => {
    const { discord, channel, sender } = await start();
    await expect(sender.edit(channel, '600000000000000999', alert)).rejects.toThrow(MessageGone);
    const paused = composePaused([{ id: 1, words: 'attacks' }], 'the channel was deleted');
    await sender.notifyPerson(channel, '400000000000000001', paused, 'x');
    expect(discord.server.messages[0]).toMatchObject({ channel: '500000000000000001', user: '500000000000000001' });
  });

  test.each([50035, 50109])('what Discord refuses with %i comes once more as plain text', async (code) => {
    const { discord, channel, sender } = await start();
    let refusals = 1;
    discord.control.rule = (method) => (method === 'POST' && refusals-- > 0 ? { status: 400, code } : undefined);
    await sender.send(channel, alert, 'wire:1@1');
    expect(discord.server.messages[0]?.body).toMatchObject({ content: expect.stringMatching(/number 1/), embeds: [] });
    discord.control.rule = () => ({ status: 400, code });
    await expect(sender.send(channel, alert, 'wire:1@2')).rejects.toThrow(MessageRefused);
  });

  test('a channel that was deleted is gone', async () => {
    const { discord, channel, sender } = await start();
    discord.server.closed.add(channel);
    await expect(sender.send(channel, alert, 'x')).rejects.toThrow(new ChannelGone('the channel was deleted'));
  });
});

test('from /sitrep subscribe to the alert in the channel, and the button under it', async () => {
  const slack = await startFakeSlack();
  closing.push(slack.close);
  const notifiers = new Map<string, Adapter['notifier']>();
  const world = await alertWorld({ notifiers });
  const adapter = await slackIn({ apiUrl: slack.apiUrl, desk: world.dispatcher });
  notifiers.set('slack', adapter.notifier);
  await adapter.start();
  closing.unshift(world.alerts.stop, adapter.stop);
  world.alerts.start();
  const from = question('', { channel: { platform: 'slack', id: 'T1:C1', kind: 'channel' } });
  await world.dispatcher.run('subscribe', { question: 'attacks near Samawah', confirm: true }, from);
  await until(async () => (await world.rows.outbox.cursor()) !== undefined, 'the first look');
  const started = performance.now();
  await applyTo(world.incidents, [incidentOf(1)]);
  await until(() => slack.messages.length === 1, 'the alert');
  expect((slack.messages[0]?.at ?? 0) - started).toBeLessThan(2000);
  const actions = slack.messages[0]?.blocks.find((b) => b.type === 'actions')?.elements as { text: { text: string } }[];
  const button = (words: RegExp, all = actions) => all.find((e) => words.test(e.text.text)) ?? {};
  slack.send('interactive', pressed(button(/Stop/), slack.messages[0] ?? { channel: '', ts: '' }, slack.responseUrl()));
  await until(() => slack.messages.length === 2, 'whether it is meant');
  expect(slack.messages[1]).toMatchObject({ user: 'U1', text: expect.stringMatching(/^Stop #1, .*everyone/) });
  const sure = slack.messages[1]?.blocks.find((b) => b.type === 'actions')?.elements as typeof actions;
  const asked = slack.messages[1] ?? { channel: '', ts: '' };
  slack.send('interactive', pressed(button(/Mute/, sure), asked, slack.responseUrl()));
  await until(() => slack.messages.length === 3, 'what everyone sees');
  expect(slack.messages[2]).toMatchObject({
    text: expect.stringMatching(/Muted for 24 hours: #1/),
  });
  expect(slack.messages[2]?.user).toBeUndefined();
});
