import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { mention } from '../fakes/slack/payloads.ts';
import { indexFolder } from '../support/names-index.ts';
import { until } from '../support/until.ts';

/** The program itself, as npm start runs it, against a Slack on loopback. */
function start(slack: FakeSlack, args: string[] = []) {
  const folder = mkdtempSync(join(indexFolder, 'run-'));
  const child = spawn(process.execPath, ['src/start.js', ...args], {
    env: {
      ...process.env,
      SITREP_DB: join(indexFolder, `slack-${process.pid}-${Date.now()}.db`),
      XDG_DATA_HOME: folder,
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_API_URL: slack.apiUrl,
    },
  });
  const told = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    told.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    told.err += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, told, ended };
}

test('npm start with Slack’s variables: one line, answers, and a graceful end', async () => {
  const slack = await startFakeSlack();
  const { child, told, ended } = start(slack);
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
  const { told, ended } = start(slack);
  expect(await ended).toBe(1);
  expect(told.err.trim().split('\n')).toEqual([
    expect.stringMatching(/^Slack: the token in SLACK_BOT_TOKEN is not valid/),
  ]);
  await slack.close();
});

test('status on the command line checks the tokens', async () => {
  const slack = await startFakeSlack();
  const { told, ended } = start(slack, ['status']);
  expect(await ended).toBe(0);
  expect(told.out).toMatch(/Slack: set up as @sitrep to Acme \(Socket Mode\)\./);
  await slack.close();
});
