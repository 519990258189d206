import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { question } from '../support/world.ts';
import { alertWorld, applyTo, incidentOf } from './alert-world.ts';
import { recorder } from './recorder.ts';

// Asked for before the data knew a name for it.
let world: Awaited<ReturnType<typeof alertWorld>>;
let recorded: ReturnType<typeof recorder>;

beforeEach(async () => {
  recorded = recorder();
  world = await alertWorld({ notifiers: recorded.notifiers });
  world.alerts.start();
  await until(async () => (await world.rows.outbox.cursor()) !== undefined, 'the first look');
});
afterEach(async () => {
  await world.alerts.stop();
  await world.close();
});

const from = (channel: string) => question('', { channel: { platform: 'slack', id: channel, kind: 'channel' } });
const subscribe = (words: string, channel = 'C1') =>
  world.dispatcher.run('subscribe', { question: words, confirm: true }, from(channel));
const settled = () => world.settled();
const numbers = () => recorded.sent.map((s) => Number(/number (\d+)/.exec(s.text)?.[1]));

const borno = {
  place: 'Maiduguri',
  admin1: 'Borno state',
  country: 'Nigeria',
  lat: 11.85,
  lon: 13.16,
  precision: 'exact',
};
const elsewhere = { place: 'Kano', admin1: 'Kano state', country: 'Nigeria', lat: 12, lon: 8.52, precision: 'exact' };
const boko = "Jama'atu Ahlis Sunna Lidda'awati wal-Jihad";
const by = (actor: string) => ({ actors: [{ actor, role: 'attacker' }] });
const unplaced = (more: object) => ({ where: { precision: 'district', ...more } });

describe.each([
  ['nothing', []],
  ['Iraq alone', [incidentOf(900), incidentOf(901)]],
])('a subscription made when the data held %s', (_, held) => {
  test.each<[string, object, object]>([
    ['attacks in Borno', { where: borno }, { where: elsewhere }],
    ['attacks in Nigeria', { where: borno }, unplaced({ country: 'Niger' })],
    ['attacks in DR Congo', unplaced({ country: 'DR Congo (Zaire)' }), unplaced({ country: 'Uganda' })],
    ['attacks by Boko Haram', by(boko), by('Boko Boys')],
    ['attacks on Boko Haram', { actors: [{ actor: boko, role: 'target' }] }, by(boko)],
    [
      'attacks near Bakhmut',
      { where: { place: 'Artemivsk', country: 'Ukraine', lat: 48.6, lon: 38.0, precision: 'near' } },
      { where: { place: 'Kherson', country: 'Ukraine', lat: 46.6, lon: 32.6, precision: 'near' } },
    ],
    [
      'attacks in Bakhmut',
      { where: { place: 'Artemivsk', country: 'Ukraine', precision: 'near' } },
      { where: { place: 'Kherson', country: 'Ukraine', precision: 'near' } },
    ],
    ['attacks in Nigeria except Borno', { where: elsewhere }, { where: borno }],
    // A town where the data has none of either, the province where it has more of that.
    [
      'attacks in Kirkuk',
      unplaced({ place: 'Hawija', admin1: 'Kirkuk province', country: 'Iraq' }),
      unplaced({ place: 'Tikrit', admin1: 'Saladin province', country: 'Iraq' }),
    ],
    ['attacks by the Taliban', by('Taleban'), by('Zorak Front')],
  ])('“%s” is told once of what it means, and of nothing else', async (words, meant, other) => {
    await applyTo(world.incidents, held);
    await settled();
    expect((await subscribe(words)).text).toMatch(/^(?:\S.* is not covered: .* )?Subscribed/);
    await applyTo(world.incidents, [incidentOf(1, other), incidentOf(2, meant), incidentOf(3, other)]);
    await settled();
    expect(numbers()).toEqual([2]);
  });

  test('the same words again are known to be the same', async () => {
    await applyTo(world.incidents, held);
    await subscribe('attacks in Borno by Boko Haram');
    await applyTo(world.incidents, [incidentOf(1, { where: borno, ...by(boko) })]);
    expect((await subscribe('attacks in Borno by Boko Haram')).text).toMatch(/hears of that already \(#1\)/);
    expect((await world.dispatcher.run('subscriptions', { explain: 1 }, from('C1'))).text).toMatch(
      /last 30 days that would have been 1 alert/,
    );
  });
});

test('what nothing matches yet says so, and what its words have come to mean is explained', async () => {
  await applyTo(world.incidents, [incidentOf(900)]);
  expect((await subscribe('attacks in Kirkuk')).text).toMatch(/^Subscribed.*\nNothing in the data matches this yet/);
  expect((await subscribe('attacks in Samawah', 'C2')).text).not.toMatch(/matches this yet/);
  const explained = async () => (await world.dispatcher.run('subscriptions', { explain: 1 }, from('C1'))).text;
  expect(await explained()).not.toMatch(/same words mean/);
  const where = { place: 'Hawija', admin1: 'Kirkuk province', country: 'Iraq', precision: 'district' };
  await applyTo(world.incidents, [incidentOf(1, { where }), incidentOf(2, { where })]);
  expect(await explained()).toMatch(/the same words mean [^.]*Kirkuk/);
});

test('what was chosen with a button is not read again', async () => {
  await applyTo(world.incidents, [incidentOf(1, { where: { ...borno, admin1: 'Borno', place: 'Borno' } })]);
  const thread = { ...from('C1'), thread: 't' };
  const answer = await world.dispatcher.ask('attacks in Borno', thread);
  const step = answer.next.find((s) => /new ones/.test(s.label));
  await world.dispatcher.runAction({ ...(step?.action as object), options: { confirm: true } } as never, thread);
  const [made] = await world.subscriptions.of({ platform: 'slack', channel: 'C1' });
  expect(made?.readIn).toBe(from('C1').asker.locale);
});

test('more of its names come with each import', async () => {
  await subscribe('attacks by Boko Haram');
  await applyTo(world.incidents, [incidentOf(1, by(boko))]);
  await settled();
  await applyTo(world.incidents, [incidentOf(2, by('Boko Haram'))]);
  await settled();
  expect(numbers()).toEqual([1, 2]);
});

test('a watch counts what the data has come to call it', async () => {
  await subscribe('when the weekly count in Borno doubles');
  await applyTo(
    world.incidents,
    [1, 2, 3].map((n) => incidentOf(n, { where: borno })),
  );
  await settled();
  expect(recorded.sent.map((s) => s.text.split(':')[0])).toEqual(['More than usual']);
});
