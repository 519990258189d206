import { beforeAll, describe, expect, test } from 'vitest';
import { menu } from '../../commands/index.ts';
import type { Dispatcher } from '../../src/app/dispatcher.ts';
import { deskOver } from '../support/desk.ts';
import { question } from '../support/world.ts';

let desk: Dispatcher;
beforeAll(async () => {
  desk = await deskOver();
});
const from = question('');
const refused = /is 50\d characters long; I read questions of up to 500\./;
const long = `attacks in Iraq ${'a'.repeat(485)}`;

describe('a question of 501 characters is not read, whoever passes it on', () => {
  test('asked', async () => expect((await desk.ask(long, from)).text).toMatch(refused));
  const taking = menu.filter(({ options }) => 'question' in options.shape).map(({ name }) => name);
  test.each(taking)('%s', async (name) => {
    expect((await desk.run(name, { question: long }, from)).text).toMatch(refused);
    const short = await desk.run(name, { question: long.slice(0, 500) }, from);
    expect(short.text).not.toMatch(refused);
  });
  test('these are the commands', () => expect(taking).toEqual(['ask', 'export', 'brief', 'subscribe']));
  test.each(['search', 'map', 'timeline', 'trend'])('%s of a place with so long a name', async (name) =>
    expect((await desk.run(name, { place: long }, from)).text).toMatch(/300 characters/),
  );
});
