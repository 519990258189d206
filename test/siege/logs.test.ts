import { DiscordAPIError } from 'discord.js';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeError } from '../../src/kernel/describe-error.ts';

const written = 'my brother Yusuf saw the convoy at the bridge';
const token = 'aW50ZXJhY3Rpb246MTIzNDU2Nzg5';
const discordError = () =>
  new DiscordAPIError(
    { message: 'Unknown interaction', code: 10062 },
    10062,
    404,
    'POST',
    `https://discord.com/api/v10/interactions/123456789012345678/${token}/callback`,
    { files: undefined, body: { content: written } },
  );
const parsed = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

test.each<[string, unknown]>([
  ['Discord’s interactions', discordError()],
  [
    'an address in a message',
    new Error(`GET https://discord.com/api/webhooks/1234/${token}/messages/@original failed`),
  ],
  ['Slack’s tokens', new Error('xoxb-123-abc is not valid, nor xapp-1-A-2')],
  ['a broken JSON', parsed(() => JSON.parse(written))],
  [
    'PostgreSQL’s words',
    Object.assign(new Error(`invalid input syntax for type json: "${written}"`), { detail: written }),
  ],
  ['zod’s words', parsed(() => z.enum(['a']).parse(written))],
  ['a cause', new Error('could not be sent', { cause: discordError() })],
  ['a database address', new Error('connect to postgres://sitrep:hunter2@db/sitrep failed')],
])('a log of %s holds neither tokens nor what people wrote', (_, error) => {
  const logged = JSON.stringify(describeError(error));
  expect(logged).not.toMatch(/Yusuf|brother|aW50ZXJ|xox|xapp|hunter2/);
  expect(logged).toMatch(/"stack":\["at /);
});

test('what is the program’s own is told', () => {
  const error = Object.assign(new Error('relation "incident" does not exist'), { code: '42P01' });
  expect(describeError(error)).toMatchObject({ message: 'relation "incident" does not exist', code: '42P01' });
});
