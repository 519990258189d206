import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { menu } from '../../../commands/index.ts';
import { manifestOf } from '../../../src/adapters/slack/manifest.ts';
import { stripMarkup } from '../../../src/adapters/slack/message-context.ts';
import { optionalScopes, scopes } from '../../../src/adapters/slack/scopes.ts';
import { ConfigError, readConfig } from '../../../src/config/config.ts';

test('the manifest is made from the menu, with why each scope is needed', () => {
  const told = manifestOf(menu);
  const manifest = parse(told);
  for (const command of menu) expect(manifest.features.slash_commands[0].usage_hint).toContain(command.name);
  expect(manifest.oauth_config.scopes.bot).toEqual(Object.keys(scopes));
  expect(manifest.oauth_config.scopes.bot_optional).toEqual(['channels:history', 'groups:history']);
  for (const [scope, why] of Object.entries({ ...scopes, ...optionalScopes }))
    expect(told).toContain(`- ${scope} # ${why}`);
  expect(manifest.settings.socket_mode_enabled).toBe(true);
  expect(told).not.toContain('url');
});

test('with an address the manifest is for HTTP', () => {
  const { settings, features } = parse(manifestOf(menu, { address: 'https://bot.example.org/' }));
  const url = 'https://bot.example.org/slack/events';
  expect(settings.event_subscriptions.request_url).toBe(url);
  expect(settings.interactivity.request_url).toBe(url);
  expect(features.slash_commands[0].url).toBe(url);
  expect(settings.socket_mode_enabled).toBe(false);
});

test('where others install it, with the address that they come back to; and questions to suggest', () => {
  const questions = ['a', 'b', 'c', 'd', 'e'].map((one) => `attacks in ${one}`);
  const { oauth_config, features, settings } = parse(
    manifestOf(menu, { install: 'https://bot.example.org', questions }),
  );
  expect(oauth_config.redirect_urls).toEqual(['https://bot.example.org/slack/oauth_redirect']);
  expect(oauth_config.scopes.bot_optional).toEqual(['channels:history', 'groups:history']);
  expect(features.agent_view.suggested_prompts).toEqual(
    questions.slice(0, 4).map((question) => ({ title: question, message: question })),
  );
  expect(settings.socket_mode_enabled).toBe(true);
});

const bot = { SLACK_BOT_TOKEN: 'xoxb-1' };

test.each<[Record<string, string>, RegExp]>([
  [bot, /SLACK_APP_TOKEN is missing.*Basic Information/],
  [{ SLACK_APP_TOKEN: 'xapp-1' }, /SLACK_BOT_TOKEN is missing.*OAuth & Permissions/],
  [{ ...bot, SLACK_SIGNING_SECRET: 's' }, /SLACK_PORT is missing/],
  [{ ...bot, SLACK_APP_TOKEN: 'xoxb-2' }, /SLACK_APP_TOKEN must be an app-level token/],
  [{ SLACK_CLIENT_ID: '1.2' }, /SLACK_CLIENT_SECRET is missing/],
  [{ ...bot, SLACK_MANAGERS: 'ana' }, /SLACK_MANAGERS.*U0123ABCD/],
])('%j: the error names the variable and where to find it', (environment, words) => {
  expect(() => readConfig(environment)).toThrow(ConfigError);
  expect(() => readConfig(environment)).toThrow(words);
});

test('no message repeats a token', () => {
  expect(() => readConfig({ SLACK_BOT_TOKEN: 'secret-token' })).toThrow(/^(?!.*secret-token)/);
});

test.each<[Record<string, string>, object]>([
  [
    { ...bot, SLACK_APP_TOKEN: 'xapp-1' },
    { mode: { appToken: 'xapp-1' }, botToken: 'xoxb-1' },
  ],
  [
    { ...bot, SLACK_SIGNING_SECRET: 's', SLACK_PORT: '3001' },
    { mode: { signingSecret: 's' }, port: 3001 },
  ],
  [
    { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 's', SLACK_APP_TOKEN: 'xapp-1' },
    { oauth: { clientId: '1.2', clientSecret: 's' } },
  ],
  [{ ...bot, SLACK_APP_TOKEN: 'xapp-1', SLACK_MANAGERS: 'U1, U2' }, { managers: ['U1', 'U2'] }],
])('%j', (environment, expected) => {
  expect(readConfig(environment).slack).toMatchObject(expected);
});

test('without any of its variables there is no Slack', () => expect(readConfig({}).slack).toBeUndefined());

test.each([
  ['<@UBOT> attacks near &lt;Samawah&gt; &amp; Diwaniya', 'attacks near <Samawah> & Diwaniya'],
  ['<@UBOT|sitrep>  who claimed <https://example.org/a|the attack>?', 'who claimed the attack?'],
  ['in <#C123|news> <!subteam^S1|team> <!here> <@U123|paris>', 'in'],
  ['since <!date^1594717200^{date}|14 July 2020>', 'since 14 July 2020'],
])('%s', (written, words) => expect(stripMarkup(written).replace(/\s+/g, ' ')).toBe(words));
