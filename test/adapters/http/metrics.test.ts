import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { menu } from '../../../commands/index.ts';
import { createMetrics } from '../../../src/adapters/http/metrics.ts';
import { openAlertRows } from '../../../src/alerts/store/index.ts';
import { lagLine } from '../../../src/answers/status-answer.ts';
import { createBot } from '../../../src/app/bot.ts';
import { openDatabase } from '../../../src/database/open.ts';
import { openIncidents } from '../../../src/incidents/store/index.ts';
import { applyTo, incidentOf } from '../../alerts/alert-world.ts';
import { botOver, now, question, shippedStore } from '../../support/world.ts';

const shown = async (metrics: ReturnType<typeof createMetrics>): Promise<string[]> => {
  const text = await (await metrics.routes.request('/metrics')).text();
  return text.split('\n').filter((line) => line.startsWith('sitrep_') && !line.includes('_seconds_'));
};

test('questions by how they ended, and those with unread words; none of their words', async () => {
  const metrics = createMetrics();
  const bot = createBot({ ...(await botOver(await shippedStore())), onRequestEnd: metrics.onRequestEnd }, menu);
  for (const text of ['attacks in Iraq', 'attacks in Iraq', 'frobnicated attacks in Iraq', 'will there be war?'])
    await bot.ask(question(text));
  await bot.ask(question('x'.repeat(501)));
  const lines = await shown(metrics);
  expect(lines).toContain('sitrep_questions_total{platform="console",what="ask",outcome="answered"} 3');
  expect(lines).toContain('sitrep_questions_total{platform="console",what="ask",outcome="declined"} 1');
  expect(lines).toContain('sitrep_questions_total{platform="console",what="ask",outcome="misused"} 1');
  expect(lines).toContain('sitrep_questions_unread_total{platform="console"} 1');
  const all = await (await metrics.routes.request('/metrics')).text();
  expect(all).toContain('sitrep_question_seconds_count{what="ask"} 5');
  expect(all).not.toMatch(/frobnicated|Iraq/);
});

test('a question that fails is counted and logged with the reference that the asker sees', async () => {
  const metrics = createMetrics();
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line) => lines.push(line) });
  const world = await botOver(await shippedStore());
  const broken = { ...world.incidents, find: () => Promise.reject(new Error('disk')) };
  const bot = createBot({ ...world, incidents: broken, log, onRequestEnd: metrics.onRequestEnd }, menu);
  const { text } = await bot.ask(question('attacks in Iraq'));
  expect(text).toMatch(/\(ref [0-9a-f]{8}\)/);
  expect(await shown(metrics)).toContain('sitrep_questions_total{platform="console",what="ask",outcome="failed"} 1');
  expect(lines.join('')).not.toContain('attacks in Iraq');
});

test('records applied, by dataset and by what became of them', async () => {
  const metrics = createMetrics();
  const incidents = metrics.incidents(await openIncidents(await openDatabase(':memory:')));
  await applyTo(incidents, [incidentOf(1), incidentOf(2)]);
  await applyTo(incidents, [incidentOf(1)]);
  const lines = await shown(metrics);
  expect(lines).toContain('sitrep_records_total{dataset="wire",outcome="added"} 2');
  expect(lines).toContain('sitrep_records_total{dataset="wire",outcome="unchanged"} 1');
});

test('the outbox: how much waits and how long, what was told, what was given up', async () => {
  const metrics = createMetrics();
  const db = await openDatabase(':memory:');
  await openIncidents(db);
  const clock = now.getTime();
  const rows = metrics.alerts(openAlertRows(db), () => clock);
  const lane = { platform: 'slack', channel: 'C1' };
  const promise = (n: number, platform = 'slack') => ({
    platform,
    channel: 'C1',
    incident: `wire:${n}`,
    revision: 1,
    kind: 'new' as const,
    subscriptions: [1],
    words: [],
    due: clock - n * 1000,
  });
  await rows.outbox.enqueue([promise(1), promise(30), promise(1, 'discord')], clock);
  expect(await shown(metrics)).toEqual(
    expect.arrayContaining([
      'sitrep_outbox_waiting{platform="slack"} 2',
      'sitrep_outbox_waiting{platform="discord"} 1',
      'sitrep_outbox_overdue_seconds{platform="slack"} 30',
    ]),
  );
  await rows.outbox.markSent(
    lane,
    (await rows.outbox.dueIn(lane, clock, 10)).map(({ seq }) => seq),
    'm1',
    clock,
  );
  await rows.outbox.failAll({ platform: 'discord', channel: 'C1' }, 'gone');
  const after = await shown(metrics);
  expect(after).toContain('sitrep_alerts_delivered_total{platform="slack"} 1');
  expect(after).toContain('sitrep_alerts_given_up_total{platform="discord"} 1');
  expect(after.filter((line) => line.startsWith('sitrep_outbox_'))).toEqual([]);
});

test('how far the alerts are behind the data', async () => {
  const metrics = createMetrics();
  const db = await openDatabase(':memory:');
  const incidents = await openIncidents(db);
  const rows = metrics.alerts(openAlertRows(db), () => now.getTime() + 90_000);
  await rows.outbox.enqueue([], now.getTime(), { from: undefined, to: 0 });
  expect(await shown(metrics)).toContain('sitrep_alerts_behind_changes 0');
  await applyTo(incidents, [incidentOf(1), incidentOf(2)]);
  expect(await shown(metrics)).toEqual(
    expect.arrayContaining(['sitrep_alerts_behind_changes 2', 'sitrep_alerts_behind_seconds 90']),
  );
  expect(lagLine(await rows.outbox.lag())).toBe(
    '2 changes of the data not processed yet, the oldest of 2020-07-14 09:00 UTC',
  );
  await rows.outbox.enqueue([], now.getTime(), { from: 0, to: await rows.outbox.latestChange() });
  expect(lagLine(await rows.outbox.lag())).toBe('up to date');
  await rows.outbox.markFailed({ platform: 'slack', channel: 'C1' }, [1, 2], 'no words');
  expect(await shown(metrics)).toContain('sitrep_alerts_set_aside_total{platform="slack"} 2');
});

test('a 429 to any call of ours is counted by its host', async () => {
  const metrics = createMetrics();
  const server = createServer((_, response) => response.writeHead(429).end());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await fetch(address);
  await new Promise<void>((done) => get(address, (response) => response.resume().on('end', done)));
  server.close();
  expect(await shown(metrics)).toContain('sitrep_rate_limited_total{host="127.0.0.1"} 2');
});
