import { beforeAll, expect, test } from 'vitest';
import { composeUsage } from '../../src/answers/replies.ts';
import type { Bot } from '../../src/app/ports.ts';
import { cpuMilliseconds } from '../support/cpu.ts';
import { botOver, question, shippedStore } from '../support/world.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await botOver(await shippedStore());
  // Patterns are compiled at their first use, once for Latin letters and once for all others.
  await bot.ask(question('attacks in Iraq'));
  await bot.ask(question('هجمات'));
  // Arabic reaches most of them as English words, and these letters as they are.
  await bot.ask(question('attacks in Ірак'));
});

const hostile: [string, string][] = [
  ['100,000 characters', 'attacks in Iraq '.repeat(6250)],
  ['many numbers under the cap', '1h '.repeat(160)],
  ['control characters', 'attacks\u0000 in\u001b[31m Iraq\u0007'],
  ['SQL', "attacks in Iraq'; DROP TABLE incident; --"],
  ['full-text operators', '"al-Shabaab" OR NEAR(* ^ "attacks") AND NOT (Jama\'at'],
  ['markup and pings', '<!channel> <@U123> @everyone **attacks** [x](http://evil.example) in Iraq'],
  ['emoji', '💥💥 attacks 🚚 in 🇮🇶 Iraq'],
  ['right-to-left text and overrides', '\u202eattacks\u202c هجمات في العراق'],
  ['nothing at all', '   '],
  ['lone surrogates', 'attacks in \ud800 Iraq'],
  ['long words', 'a'.repeat(499)],
  ['ranges of ranges', '5 to 5 to 5 to 5'],
];

test.each(hostile)('%s is answered with 200 ms of work and never thrown', async (_, text) => {
  let answer = composeUsage('');
  const milliseconds = await cpuMilliseconds(async () => {
    answer = await bot.ask(question(text));
  });
  expect(milliseconds).toBeLessThan(200);
  expect(answer.text.length).toBeGreaterThan(0);
  expect(answer.text).not.toMatch(/undefined|NaN|\[object/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not come through
  expect(answer.text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e]/);
});

test('a failure inside is an apology with a reference, not an exception', async () => {
  const broken = await botOver({ ...bot.incidents, find: () => Promise.reject(new Error('disk on fire')) });
  const answer = await broken.ask(question('attacks in Iraq'));
  expect(answer.text).toMatch(/could not answer.*ref [0-9a-f]{4}/);
  expect(answer.text).not.toMatch(/disk/);
  expect(answer.audience).toBe('asker');
});
