import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Dependencies } from '../../src/app/ports.ts';
import { managersLine, rightsOf, type Standing, type Tenant } from '../../src/app/rights.ts';
import { readConfig } from '../../src/config/config.ts';
import { createAdapters } from '../../src/server/adapter-factory.ts';
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts';
import { startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { deskOver } from '../support/desk.ts';
import { startProgram } from '../support/program.ts';
import { until } from '../support/until.ts';

const slack = ['slack:T1'] as const;
const servers = (count: number) => Array.from({ length: count }, (_, n) => `discord:${n}` as const);
const unknown = 'discord:any';
const nobody = { named: false, admin: false, appointed: false, where: 'X_MANAGERS' };
const admin = { ...nobody, admin: true };
const chosen = { ...nobody, named: true, appointed: true };

test.each([
  ['an admin of the only tenant', admin, [...slack], true, true],
  ['an admin of the only tenant, a platform of none beside it', admin, [...slack, ...servers(0)], true, true],
  ['an admin of one of two', admin, servers(2), true, false],
  ['an admin where two platforms are served', admin, [...slack, ...servers(1)], true, false],
  ['an admin where nobody knows how many are served', admin, [unknown], true, false],
  ['an admin where one is known and others are not', admin, [...slack, unknown], true, false],
  ['an admin where a member has installed it', admin, [...servers(1), 'discord:install'], true, false],
  ['an admin where the recorded tenants cannot be read', admin, [...slack, 'unread'], true, false],
  ['an admin of the only tenant, which two bots serve', admin, [...slack, ...slack], true, true],
  ['an admin where none is served', admin, servers(0), true, false],
  ['an admin where others are named', { ...admin, appointed: true }, [...slack], true, false],
  ['who is named', chosen, [...slack, unknown], true, true],
  ['anybody else', nobody, [...slack], false, false],
] satisfies [string, Standing, Tenant[], boolean, boolean][])('%s', (_, standing, tenants, mayManage, mayCurate) =>
  expect(rightsOf(standing, tenants)).toMatchObject({ mayManage, mayCurate }),
);

test.each([
  [0, [...slack], 'Managers: nobody named; 1 Slack workspace, so its admins manage the data too.'],
  [1, [...slack], 'Managers: 1 named; 1 Slack workspace, so admins manage only their channels.'],
  [2, servers(3), 'Managers: 2 named; 3 Discord servers, so admins manage only their channels.'],
  [0, servers(0), 'Managers: nobody named; nobody yet, so admins manage only their channels.'],
  [
    0,
    [...slack, 'unread'],
    'Managers: nobody named; 1 Slack workspace and perhaps others (the list cannot be read), so admins manage only their channels.',
  ],
  [
    0,
    [unknown, ...servers(1), 'discord:install', 'slack:any'],
    'Managers: nobody named; any number of Slack workspaces, any number of Discord servers and people who installed it for themselves, so admins manage only their channels.',
  ],
] satisfies [number, Tenant[], string][])('status: %s named', (named, tenants, line) =>
  expect(managersLine(named, tenants)).toBe(line),
);

test('on PostgreSQL too, a single workspace keeps its admins', async () => {
  const slack = await startFakeSlack();
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: slack.apiUrl };
  const config = readConfig({ ...tokens, SITREP_DB: 'postgres://localhost/sitrep' });
  const { managers } = await createAdapters(config, await deskOver(), {
    log: pino({ level: 'silent' }),
  } as Dependencies);
  expect(await Promise.all(managers.map((line) => line()))).toEqual([
    'Managers: nobody named; 1 Slack workspace, so its admins manage the data too.',
  ]);
  await slack.close();
});

async function status(environment: Record<string, string>) {
  const { told, ended } = startProgram(environment, ['status']);
  await ended;
  return told.out.replace(/\s+/g, ' ');
}

test('two programs on one SQLite file count each other’s tenants', async () => {
  const [slack, discord] = await Promise.all([startFakeSlack(), startFakeDiscord()]);
  const { child, told, ended, db } = startProgram({
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_API_URL: slack.apiUrl,
  });
  await until(() => told.out.includes('Slack: connected'), 'connected');
  const inDiscord = { DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: discord.apiUrl };
  expect(await status({ ...inDiscord, SITREP_DB: db })).toContain(
    'Managers: nobody named; 1 Slack workspace and 1 Discord server, so admins manage only their channels.',
  );
  child.kill('SIGTERM');
  await ended;
  await Promise.all([slack.close(), discord.close()]);
});

test('status says who may change the data, with one platform and with two', async () => {
  const [slack, discord] = await Promise.all([startFakeSlack(), startFakeDiscord()]);
  const inSlack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: slack.apiUrl };
  const inDiscord = { DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: discord.apiUrl };
  expect(await status(inSlack)).toContain('Managers: nobody named; 1 Slack workspace, so its admins manage the data');
  const named = { SLACK_MANAGERS: 'U1,U2', DISCORD_MANAGER_ROLES: '400000000000000777' };
  expect(await status({ ...inSlack, ...inDiscord, ...named })).toContain(
    'Managers: 3 named; 1 Slack workspace and 1 Discord server, so admins manage only their channels.',
  );
  await Promise.all([slack.close(), discord.close()]);
});
