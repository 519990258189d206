import { expect, test } from 'vitest';
import { startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import { mention } from '../../fakes/slack/payloads.ts';
import { startProgram } from '../../support/program.ts';
import { until } from '../../support/until.ts';

const slackAt = (apiUrl: string) => ({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: apiUrl });

test('npm start with Slack’s variables: one line, answers, and a graceful end', async () => {
  const slack = await startFakeSlack();
  const { child, told, ended } = startProgram(slackAt(slack.apiUrl));
  await until(() => told.out.includes('\n'), 'the line', 30_000);
  expect(told.out).toBe('Slack: connected as @sitrep to Acme (Socket Mode).\n');
  slack.send('events_api', mention('attacks in Iraq'));
  await until(() => slack.messages.length === 1, 'an answer');
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(told.err).toBe('');
  await slack.close();
});

test('a bad token is one clear line and exit status 1', async () => {
  const slack = await startFakeSlack();
  slack.control.rule = (method) => (method === 'auth.test' ? { error: 'invalid_auth' } : undefined);
  const { told, ended } = startProgram(slackAt(slack.apiUrl));
  expect(await ended).toBe(1);
  expect(told.err.trim().split('\n')).toEqual([
    expect.stringMatching(/^Slack: the token in SLACK_BOT_TOKEN is not valid/),
  ]);
  await slack.close();
});

test('status on the command line checks the tokens', async () => {
  const slack = await startFakeSlack();
  const { told, ended } = startProgram(slackAt(slack.apiUrl), ['status']);
  expect(await ended).toBe(0);
  expect(told.out).toMatch(/Slack: set up as @sitrep to Acme \(Socket Mode\)\./);
  await slack.close();
});
