import { pino } from 'pino';
import { expect, test } from 'vitest';
import { openTenancy } from '../../src/app/tenancy.ts';
import type { SlackConfig } from '../../src/config/config.ts';
import { openDatabase } from '../../src/database/open.ts';
import { day, minute, second } from '../../src/kernel/duration.ts';
import { openAdapterStores } from '../../src/server/container.ts';
import { openSettings, type Settings } from '../../src/settings/settings.ts';
import { adapterIn as discordIn } from '../adapters/discord/bot-in.ts';
import { adapterIn as slackIn } from '../adapters/slack/bot-in.ts';
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts';
import { slashCommand } from '../fakes/discord/payloads.ts';
import { startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { eventOf, mention } from '../fakes/slack/payloads.ts';
import { deskOver } from '../support/desk.ts';
import { freshName } from '../support/engines.ts';
import { until } from '../support/until.ts';
import { now } from '../support/world.ts';

/** Only who may retract is told that there is no such incident: nothing needs to be undone between questions. */
const [id, why] = ['nothing:of-the-kind', 'a test'];
const may = /^(?!Only )/;
const mayNot = /^Only people named in .* may use retract here, because the bot serves/;

/** A clock that the test moves. */
function clockAt(start: Date) {
  let at = start.getTime();
  const pass = (ms: number) => {
    at += ms;
  };
  return { date: () => new Date(at), now: () => at, pass };
}
type Clock = ReturnType<typeof clockAt>;

/** A process of its own on the database of that name. */
async function processOn(name: string) {
  const db = await openDatabase(name);
  return { db, desk: await deskOver(openAdapterStores(db)) };
}

async function slackOn(name: string, clock: Clock, config: Partial<SlackConfig> = {}) {
  const { db, desk } = await processOn(name);
  const slack = await startFakeSlack();
  const adapter = await slackIn({ apiUrl: slack.apiUrl, desk, config, clock: clock.date });
  await adapter.start();
  return {
    slack,
    desk,
    async retract(user = 'U1') {
      const before = slack.messages.length;
      slack.send('events_api', mention(`retract ${id} --why "${why}"`, { user }));
      await until(() => slack.messages.length > before, 'an answer');
      return slack.messages[before]?.text ?? '';
    },
    async stop() {
      await adapter.stop();
      await slack.close();
      await db.close();
    },
  };
}

async function discordOn(name: string, clock: Clock) {
  const { db, desk } = await processOn(name);
  const discord = await startFakeDiscord();
  const adapter = await discordIn({ apiUrl: discord.apiUrl, desk, clock: clock.date });
  await adapter.start();
  const here = { channel: discord.channels[0] ?? '' };
  return {
    discord,
    async retract(where: Parameters<typeof slashCommand>[2] = here) {
      const before = [...discord.server.messages];
      const come = () => discord.server.messages.find((m) => !before.includes(m));
      discord.interact(slashCommand('retract', { id, why }, where));
      await until(() => come() !== undefined, 'an answer');
      return String(come()?.body.content);
    },
    async stop() {
      await adapter.stop();
      await discord.close();
      await db.close();
    },
  };
}

test('one workspace: its admin may; a Discord server on the same database: neither may; 30 days after it: may again', async () => {
  const [name, clock] = [await freshName(), clockAt(now)];
  const team = await slackOn(name, clock);
  expect(await team.retract()).toMatch(may);
  expect(await team.retract('U2')).toMatch(/^Only managers/);
  const server = await discordOn(name, clock);
  clock.pass(30 * second);
  expect(await team.retract()).toMatch(mayNot);
  expect(await team.retract()).toContain('because the bot serves 1 Slack workspace and 1 Discord server');
  expect(await server.retract()).toMatch(mayNot);
  await server.stop();
  clock.pass(30 * day - minute);
  expect(await team.retract()).toMatch(mayNot);
  clock.pass(minute);
  expect(await team.retract()).toMatch(may);
  await team.stop();
});

test('the server removes its bot: at once the workspace’s admin may again, once it is looked up', async () => {
  const [name, clock] = [await freshName(), clockAt(now)];
  const [team, server] = [await slackOn(name, clock), await discordOn(name, clock)];
  clock.pass(30 * second);
  expect(await team.retract()).toMatch(mayNot);
  server.discord.leave('400000000000000002');
  const { settings } = team.desk;
  const left = async () => JSON.stringify(await settings.list('tenants')).includes('400000000000000002') === false;
  await until(left, 'the server is taken out');
  clock.pass(30 * second);
  expect(await team.retract()).toMatch(may);
  await team.stop();
  await server.stop();
});

test('a server that removed its bot while that was off is taken out when it connects again', async () => {
  const [name, clock] = [await freshName(), clockAt(now)];
  const first = await discordOn(name, clock);
  first.discord.join('400000000000000003', '600000000000000003');
  await until(async () => mayNot.test(await first.retract()), 'the second server counts');
  await first.stop();
  const again = await discordOn(name, clock);
  expect(await again.retract()).toMatch(may);
  await again.stop();
});

test('the workspace removes the app: at once the server’s manager may', async () => {
  const [name, clock] = [await freshName(), clockAt(now)];
  const [team, server] = [await slackOn(name, clock), await discordOn(name, clock)];
  expect(await server.retract()).toMatch(mayNot);
  team.slack.send('events_api', eventOf({ type: 'app_uninstalled' }));
  await until(async () => !JSON.stringify(await team.desk.settings.list('tenants')).includes('slack:T1'), 'taken out');
  clock.pass(30 * second);
  expect(await server.retract()).toMatch(may);
  await team.stop();
  await server.stop();
});

test('a member’s own install counts for 30 days after its last use, also after a restart', async () => {
  const [name, clock] = [await freshName(), clockAt(now)];
  const outside = { channel: '600000000000000009', server: '400000000000000009', installedBy: 'user' as const };
  const before = await discordOn(name, clock);
  expect(await before.retract(outside)).toMatch(mayNot);
  clock.pass(day);
  expect(await before.retract(outside)).toMatch(mayNot);
  await before.stop();
  const after = await discordOn(name, clock);
  clock.pass(30 * day - 1);
  expect(await after.retract()).toContain('because the bot serves 1 Discord server and people who installed it');
  clock.pass(1);
  expect(await after.retract()).toMatch(may);
  await after.stop();
});

test('where the recorded tenants cannot be read, only who is named may', async () => {
  const [name, clock] = [await freshName(), clockAt(now)];
  const team = await slackOn(name, clock);
  await team.desk.settings.put('tenants', 'another version', { serves: 'what nobody here understands' });
  clock.pass(30 * second);
  expect(await team.retract()).toMatch(mayNot);
  expect(await team.retract()).toContain('serves 1 Slack workspace and perhaps others (the list cannot be read)');
  const named = await slackOn(name, clock, { managers: ['U2'] });
  expect(await named.retract('U1')).toMatch(mayNot);
  expect(await named.retract('U2')).toMatch(may);
  await named.stop();
  await team.desk.settings.remove('tenants', 'another version');
  expect(await team.retract()).toMatch(may);
  await team.stop();
});

/** A process and another on the same settings, with the statements of both counted. */
async function twoProcesses(clock: Clock) {
  const db = await openDatabase(await freshName());
  const settings = openSettings(db);
  const calls = { list: 0, put: 0 };
  let failing = false;
  const fail = (on: boolean) => {
    failing = on;
  };
  const lost = () => Promise.reject(new Error('the connection is lost'));
  const watched: Settings = {
    ...settings,
    list(scope) {
      calls.list++;
      return failing ? lost() : settings.list(scope);
    },
    put(...what) {
      calls.put++;
      return failing ? lost() : settings.put(...what);
    },
  };
  const open = () => openTenancy(watched, async () => [], { log: pino({ level: 'silent' }), now: clock.now });
  return { db, one: open(), other: open(), calls, fail };
}

test('questions within 30 seconds share one look-up; what is served is written at most hourly', async () => {
  const clock = clockAt(now);
  const { db, one, other, calls } = await twoProcesses(clock);
  await one.serve('bot', ['slack:T1']);
  calls.list = 0;
  for (let n = 0; n < 5; n++) expect(await other.all()).toEqual(['slack:T1']);
  expect(calls.list).toBe(1);
  for (let minutes = 0; minutes < 180; minutes++) {
    clock.pass(minute);
    await one.refresh();
  }
  expect(calls.put).toBe(4);
  await db.close();
});

test('a bot that stays connected counts however long, an install that is not used again does not', async () => {
  const clock = clockAt(now);
  const { db, one, other } = await twoProcesses(clock);
  await one.serve('bot', ['slack:T1', 'discord:any']);
  await one.seen('discord:install');
  const pass = async (days: number) => {
    for (let n = 0; n < days; n++) {
      clock.pass(day);
      await one.refresh();
    }
  };
  await pass(29);
  expect((await other.all()).sort()).toEqual(['discord:any', 'discord:install', 'slack:T1']);
  await pass(1);
  expect((await other.all()).sort()).toEqual(['discord:any', 'slack:T1']);
  await db.close();
});

test('what could not be written is written with the next refresh; what could not be read is read again at once', async () => {
  const clock = clockAt(now);
  const { db, one, other, fail } = await twoProcesses(clock);
  fail(true);
  await one.serve('bot', ['slack:T1']);
  expect(await other.all()).toEqual(['unread']);
  fail(false);
  expect(await other.all()).toEqual([]);
  clock.pass(minute);
  await one.refresh();
  expect(await other.all()).toEqual(['slack:T1']);
  await db.close();
});

test('what the bot leaves no longer counts for its own process, before that is written', async () => {
  const { db, one, fail } = await twoProcesses(clockAt(now));
  await one.serve('bot', ['discord:1']);
  fail(true);
  await one.serve('bot', []);
  fail(false);
  expect(await one.all()).toEqual([]);
  await db.close();
});
