import { expect, test } from 'vitest';
import type { Dispatcher } from '../../src/app/dispatcher.ts';
import { deskOver } from '../support/desk.ts';
import { question } from '../support/world.ts';

const from = question('');
const failed = /ref [0-9a-f]{4}/;
const draftOf = (desk: Dispatcher) =>
  desk.run('report', { text: 'Gunmen killed 3 soldiers in Samawah, Iraq on 3 May 2019.', source: 'Wire' }, from);

test.each([
  ['killed 9007199254740991 soldiers', 'Gunmen killed 9007199254740991 soldiers in Samawah, Iraq on 3 May 2019.'],
  ['the year 9999', 'Gunmen killed 3 soldiers in Samawah, Iraq on 3 May 9999.'],
  ['a name of 1,500 letters', `Fighters of the ${'Aaaa '.repeat(300)} killed 3 soldiers in Samawah, Iraq.`],
])('a report of %s is read, without what cannot be', async (_, text) => {
  const { text: said } = await (await deskOver()).run('report', { text, source: 'Wire' }, from);
  expect(said).not.toMatch(failed);
  expect(said).not.toMatch(/Killed: [^\n]*9|— 3 May 9999/);
});

test.each([
  [{ casualties: 'killed 9007199254740991 soldiers' }, /number|soldiers/],
  [{ day: '3 May 9999' }, /that is no day/],
  [{ actors: `attacker: ${'a'.repeat(1900)}` }, /actors: “a/],
])('a correction to %o is told as it is', async (given, said) => {
  const desk = await deskOver();
  const key = JSON.stringify(await draftOf(desk)).match(/"draft":"([0-9a-f]{16})"/)?.[1];
  const { text } = await desk.run('report', { draft: key, ...given }, from);
  expect(text).not.toMatch(failed);
  expect(text).toMatch(said);
});
