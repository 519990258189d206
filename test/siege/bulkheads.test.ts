import { pino } from 'pino';
import { expect, test } from 'vitest';
import { type Adapter, AdapterError } from '../../src/adapters/adapter.ts';
import { createBulkheads } from '../../src/server/bulkheads.ts';
import { createPlatform } from '../../src/server/platform.ts';
import { until } from '../support/until.ts';

const log = pino({ level: 'silent' });

/** A platform whose starts end as told, one after the other; the last one lasts. */
function platformOf(name: string, starts: readonly ('up' | 'refused')[]) {
  const state = { started: 0, stopped: 0, fail: (_: AdapterError) => undefined as void };
  const platform = createPlatform(() => {
    const failed = Promise.withResolvers<AdapterError>();
    return {
      ...({ name, platform: 'slack', notifier: {} } as unknown as Adapter),
      failed: failed.promise,
      async start() {
        const how = starts[state.started++] ?? 'up';
        state.fail = failed.resolve;
        if (how === 'refused') throw new AdapterError(`${name}: refused.`);
        return `${name}: connected.`;
      },
      stop: async () => void state.stopped++,
      connected: () => true,
    };
  });
  return { platform, state };
}

function heads(platforms: ReturnType<typeof platformOf>[], others = false) {
  const said: string[] = [];
  const options = { others, log, pauses: { first: 5, longest: 10 }, print: (line: string) => void said.push(line) };
  return {
    said,
    ...createBulkheads(
      platforms.map(({ platform }) => platform),
      options,
    ),
  };
}

test('one that does not start is said and tried again; the other runs meanwhile', async () => {
  const [slack, discord] = [platformOf('Slack', ['refused', 'refused', 'up']), platformOf('Discord', ['up'])];
  const { said, start, stop } = heads([slack, discord]);
  await start();
  expect(said).toContain('Discord: connected.');
  await until(() => said.includes('Slack: connected.'), 'connected at the third try');
  expect(
    said.filter((line) => /^Slack: refused\. Everything else goes on; Slack is tried again/.test(line)),
  ).toHaveLength(2);
  expect(discord.state).toMatchObject({ started: 1, stopped: 0 });
  stop();
});

test('a token revoked while it runs ends its own platform alone, until the token is good again', async () => {
  const [slack, discord] = [platformOf('Slack', ['up', 'refused', 'up']), platformOf('Discord', ['up'])];
  const { said, start, stop, failed } = heads([slack, discord]);
  await start();
  slack.state.fail(new AdapterError('Slack: the token was revoked.'));
  await until(() => said.filter((line) => line === 'Slack: connected.').length === 2, 'connected again');
  expect(said.join('\n')).toMatch(/token was revoked\. Everything else goes on/);
  expect(slack.state.stopped).toBe(1);
  expect(discord.state).toMatchObject({ started: 1, stopped: 0 });
  expect(await Promise.race([failed, 'none'])).toBe('none');
  stop();
});

test('it ends where nothing is left: at the start, and later', async () => {
  await expect(heads([platformOf('Slack', ['refused'])]).start()).rejects.toThrow('Slack: refused.');
  const [slack, discord] = [platformOf('Slack', ['up']), platformOf('Discord', ['refused', 'refused', 'refused'])];
  const { start, failed, stop } = heads([slack, discord]);
  await start();
  slack.state.fail(new AdapterError('Slack: the token was revoked.'));
  expect((await failed).message).toMatch(/revoked/);
  stop();
});

test('with the HTTP server it goes on without any platform', async () => {
  const slack = platformOf('Slack', ['refused', 'up']);
  const { said, start, stop } = heads([slack], true);
  await start();
  await until(() => said.includes('Slack: connected.'), 'connected');
  stop();
});
