import { Writable } from 'node:stream';
import { pino } from 'pino';
import { beforeEach, expect, test } from 'vitest';
import { menu } from '../../commands/index.ts';
import type { Answer } from '../../src/answers/document/answer.ts';
import { createBot } from '../../src/app/bot.ts';
import { type AdapterStores, createDispatcher, type Dispatcher } from '../../src/app/dispatcher.ts';
import type { Dependencies } from '../../src/app/ports.ts';
import { query } from '../../src/incidents/query.ts';
import { requests } from '../../src/kernel/log.ts';
import { question } from '../support/world.ts';

interface Line {
  level: number;
  request?: string;
}
const errors: Line[] = [];
beforeEach(() => {
  errors.length = 0;
});
const noted = new Writable({
  write(line, _encoding, done) {
    const told = JSON.parse(String(line)) as Line;
    if (told.level >= 50) errors.push(told);
    done();
  },
});
const log = pino({ mixin: () => ({ request: requests.getStore() }) }, noted);

/** A program every part of which fails at whatever it is asked. */
function brokenDesk(fail: () => unknown): Dispatcher {
  const part = new Proxy({}, { get: () => fail });
  const names = [
    'incidents',
    'names',
    'conversations',
    'settings',
    'subscriptions',
    'notificationLog',
    'drafts',
    'sources',
  ];
  const parts = Object.fromEntries(names.map((name) => [name, part]));
  const bot = createBot({ ...parts, log, fetchPublic: fail, backUp: fail } as unknown as Dependencies, menu);
  return createDispatcher(bot, {
    isFirstDelivery: part,
    buttonPayloads: part,
    feedback: part,
    answered: part,
    settings: part,
  } as unknown as AdapterStores);
}

const onFire = () => new Error('disk on fire');
const ways: [string, () => unknown][] = [
  [
    'throw',
    () => {
      throw onFire();
    },
  ],
  ['reject', () => Promise.reject(onFire())],
];
const { text: _, ...from } = question('');

/** An apology whose reference is in the log. */
function expectApology({ text, failed, audience }: Answer, what: string) {
  const reference = /could not answer.*\(ref ([0-9a-f]{8})\)/.exec(text)?.[1];
  expect(reference, what).toBeDefined();
  expect({ failed, audience }, what).toEqual({ failed: 1, audience: 'asker' });
  expect(errors.map((line) => line.request)).toContain(reference);
  expect(text).not.toMatch(/disk/);
}

test.each(ways)('where all parts %s, what is asked is answered with an apology', async (_how, fail) => {
  const desk = brokenDesk(fail);
  const all = query.parse({ measure: 'list', filter: {} });
  expectApology(await desk.ask('attacks in Iraq', from), 'ask');
  expectApology(await desk.dispatchText('attacks in Iraq', from), 'say');
  expectApology(await desk.dispatchText('status', from), 'say status');
  expectApology(await desk.run('status', {}, from), 'run');
  expectApology(await desk.home(), 'home');
  for (const does of [
    { ask: 'attacks in Iraq' },
    { run: 'status', options: {} },
    { find: all },
    { page: all },
    { export: all, as: 'csv' as const },
  ])
    expectApology(await desk.runAction(does, from), Object.keys(does)[0] ?? '');
});

test.each(ways)('where all parts %s, every command of the menu is answered', async (_how, fail) => {
  const desk = brokenDesk(fail);
  for (const { name } of menu) expect((await desk.run(name, {}, from)).text, name).toMatch(/\w/);
});

test.each(ways)('where all parts %s, nothing is offered while typing, and no form opens', async (_how, fail) => {
  const desk = brokenDesk(fail);
  for (const kind of ['place', 'actor', 'incident']) expect(await desk.autocomplete(kind, 'sahel'), kind).toEqual([]);
  expect(errors).toHaveLength(3);
  expect(await desk.formFor('report', { draft: 'd1', correct: true })).toBeUndefined();
  expect(await desk.formForText('report --draft d1 --correct')).toBeUndefined();
  expect(errors).toHaveLength(5);
  for (const { request } of errors) expect(request).toMatch(/^[0-9a-f]{8}$/);
});

test('an answer stands without pictures where the channel’s setting cannot be read', async () => {
  const desk = brokenDesk(() => Promise.reject(onFire()));
  expect((await desk.run('help', {}, from)).text).toMatch(/^Ask about reported incidents/);
});
