import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createRequestHandler } from '../../src/adapters/request-handler.ts';
import type { Answer } from '../../src/answers/document/answer.ts';
import { composeText } from '../../src/answers/replies.ts';
import type { Dispatcher, RequestContext } from '../../src/app/dispatcher.ts';
import { openDatabase } from '../../src/database/open.ts';
import { createWriteCheck } from '../../src/server/write-check.ts';
import { openSettings } from '../../src/settings/settings.ts';

const fileOf = () => join(mkdtempSync(join(tmpdir(), 'sitrep-locks-')), 'sitrep.db');

test('a database that another program locks for 4 s: the event loop goes on, readiness says it, and it is written after', async () => {
  const file = fileOf();
  const settings = openSettings(await openDatabase(file));
  const check = createWriteCheck(settings);
  expect(await check()).toBeUndefined();
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const written = Promise.all([1, 2, 3].map((n) => settings.put('s', `n${n}`, n)));
  expect(await check()).toMatch(/another program has locked it/);
  expect(await settings.list('s')).toEqual([]);
  await sleep(2000);
  delay.disable();
  expect(delay.max / 1e6).toBeLessThan(1000);
  other.exec('COMMIT');
  await written;
  expect(await settings.list('s')).toHaveLength(3);
  expect(await check()).toBeUndefined();
  other.close();
});

test('a full disk is said as one', async () => {
  const full = Object.assign(new Error('database or disk is full'), { errcode: 13 });
  expect(await createWriteCheck({ put: () => Promise.reject(full) })()).toBe('the disk is full');
});

test('where nothing can be written, a question is answered once all the same, and what was said comes without buttons', async () => {
  const broken = () => Promise.reject(new Error('database is locked'));
  const dispatcher = { isFirstDelivery: broken, buttonPayloads: { save: broken } } as unknown as Dispatcher;
  const handler = createRequestHandler(dispatcher, pino({ level: 'silent' }));
  const sent: Answer[] = [];
  const request = {
    delivery: 'one',
    queueKey: 'q',
    question: 'attacks',
    context: async () => ({ thread: 't' }) as RequestContext,
    work: async () => ({ ...composeText('2 attacks.'), next: [{ label: 'More', action: { ask: 'more' } }] }) as Answer,
    send: async (answer: Answer) => void sent.push(answer),
  };
  await handler.handle(request);
  await handler.handle(request);
  expect(sent.map(({ text, next }) => [text, next])).toEqual([['2 attacks.', []]]);
  await handler.handle({ ...request, delivery: 'two', context: broken });
  expect(sent[1]?.text).toMatch(/could not answer that just now/);
});
