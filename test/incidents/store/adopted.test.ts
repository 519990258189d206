import { expect, test } from 'vitest';
import { openIdempotencyStore } from '../../../src/adapters/http/idempotency-store.ts';
import { openFeedback } from '../../../src/conversations/feedback.ts';
import { openConversationRows } from '../../../src/conversations/store.ts';
import { migrations } from '../../../src/database/migrations/index.ts';
import { connect, openDatabase } from '../../../src/database/open.ts';
import { openDraftStore } from '../../../src/extraction/draft-store.ts';
import { openDraftRows } from '../../../src/extraction/store.ts';
import { openSourceRows } from '../../../src/sources/store.ts';
import { alertWorld, applyTo, incidentOf } from '../../alerts/alert-world.ts';
import { recorder } from '../../alerts/recorder.ts';
import { engine } from '../../support/engines.ts';
import { until } from '../../support/until.ts';
import { now, question } from '../../support/world.ts';
import { find, get } from '../world.ts';
import { schemaNine } from './databases/index.ts';

const at = now.getTime();
const from = question('', { channel: { platform: 'slack', id: 'C1', kind: 'channel' }, thread: 'slack:C1:1' });

test('a database of schema 9 is at the newest version once it is opened, and stays so', async () => {
  const name = await schemaNine();
  for (let start = 0; start < 2; start++) {
    const db = await openDatabase(name);
    expect(await db.version()).toBe(migrations.length);
    await db.close();
  }
});

test('its incidents are found, merged and retracted as before, and new ones come after them', async () => {
  const { incidents, close } = await alertWorld({ file: await schemaNine() });
  expect((await find(incidents, { text: 'ambush' })).incidents.map((i) => i.id)).toContain('wire:1');
  expect((await get(incidents, 'wire:3')).id).toBe('wire:1');
  expect((await incidents.history('wire:2')).map((c) => c.action)).toEqual(['add', 'retract']);
  const before = (await incidents.changesSince(0, 100)).length;
  await applyTo(incidents, [incidentOf(4)]);
  expect(await incidents.changesSince(0, 100)).toHaveLength(before + 1);
  await close();
});

test('its subscription is told what it was owed, not again what it was told, and then what is new', async () => {
  const { sent, notifiers } = recorder();
  const { alerts, incidents, subscriptions, close } = await alertWorld({ file: await schemaNine(), notifiers });
  expect((await subscriptions.all()).map(({ id, words }) => [id, words])).toEqual([[1, 'attacks near Samawah']]);
  alerts.start();
  await until(() => sent.length === 1, 'what was owed', 5000);
  await applyTo(incidents, [incidentOf(4)]);
  await until(() => sent.length === 2, 'what is new', 5000);
  expect(sent.map((s) => [s.channel, s.text.match(/Ambush number \d/)?.[0]])).toEqual([
    ['C1', 'Ambush number 1'],
    ['C1', 'Ambush number 4'],
  ]);
  await alerts.stop();
  await close();
});

test('its settings hold, its buttons and threads work, feedback and what was heard are still known', async () => {
  const file = await schemaNine();
  const { dispatcher, close } = await alertWorld({ file });
  const db = await openDatabase(file);
  const key = String((await db.get('SELECT key FROM offer'))?.key);
  expect(await dispatcher.settings.get('slack:T1', 'zone')).toBe('Asia/Baghdad');
  const offer = await dispatcher.buttonPayloads.find(key, at);
  expect((await dispatcher.runAction(offer?.steps[0] ?? { ask: '' }, from)).text).toMatch(/\d incidents? .*Iraq/);
  expect(await dispatcher.isFirstDelivery('slack:Ev1', at)).toBe(false);
  const feedback = openFeedback(openConversationRows(db));
  expect(await feedback.totals()).toEqual({ right: 1, wrong: 0 });
  if (offer) await feedback.record(key, offer, 'slack:U2', false, at);
  expect(await feedback.totals()).toEqual({ right: 1, wrong: 1 });
  expect(await openConversationRows(db).threads.get('slack:C1:1', 0)).toContain('Iraq');
  await db.close();
  await close();
});

test('its draft, source, watched file and pushed key are there and can be changed', async () => {
  const db = await openDatabase(await schemaNine());
  const drafts = openDraftStore(openDraftRows(db));
  const draft = await drafts.find(String((await db.get('SELECT key FROM draft'))?.key), at);
  expect(draft?.excerpt).toBe('Three died near Samawah');
  const { sources, watched } = openSourceRows(db);
  expect(await sources.all()).toMatchObject([{ id: 1, cursor: '{"etag":"a"}', lastSuccess: at, lastError: null }]);
  expect(await sources.add('{}', at)).toBe(2);
  const file = { path: '/data/wire.csv', size: 13, changed: at, hash: 'abd', error: null };
  for (const hash of ['abd', 'abe']) await watched.put({ ...file, hash }, at);
  expect(await watched.get(file.path)).toEqual({ ...file, hash: 'abe' });
  expect(await openIdempotencyStore(db).get('wire', 'key-1', 0)).toEqual({ hash: 'h', answer: '{"added":1}' });
  await db.close();
});

test.runIf(engine === 'sqlite')('lanes of the first files, which had no lease, are taken as well', async () => {
  const file = await schemaNine();
  const old = await connect(file);
  await old.exec('ALTER TABLE lane DROP COLUMN holder; ALTER TABLE lane DROP COLUMN lease; UPDATE lane SET tries = 3');
  await old.close();
  const db = await openDatabase(file);
  expect(await db.all('SELECT * FROM lane')).toEqual([
    { platform: 'slack', channel: 'C1', due: at, tries: 3, sending: null, holder: null, lease: 0 },
  ]);
  await db.close();
});
