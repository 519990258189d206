import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ChannelGone, MessageRefused } from '../../src/alerts/notifier.ts';
import { query } from '../../src/incidents/query.ts';
import { until } from '../support/until.ts';
import { now, question } from '../support/world.ts';
import { alertWorld, applyTo, incidentOf } from './alert-world.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { recorder } from './recorder.ts';

let world: Awaited<ReturnType<typeof alertWorld>>;
let recorded: ReturnType<typeof recorder>;
let logged: string[];
let clock: FakeClock;

async function open(pace = {}) {
  clock = fakeClock(now.getTime());
  recorded = recorder();
  logged = [];
  const usual = { groupFrom: 1000, perHour: 1000, late: 1e9 };
  world = await alertWorld({ notifiers: recorded.notifiers, clock, logged, limits: { ...usual, ...pace } });
  await world.rows.outbox.enqueue([], clock.now(), { from: undefined, to: await world.rows.outbox.latestChange() });
}
beforeEach(() => open());
const close = async () => {
  await world.alerts.stop();
  await world.close();
};
afterEach(close);

const inIraq = query.parse({
  measure: 'list',
  filter: { places: [{ relation: 'in', name: 'Iraq', level: 'country', countries: ['Iraq'] }] },
});
const subscribe = (channel: string, more: object = {}) =>
  world.subscriptions.add(
    { platform: 'slack', channel },
    { words: 'attacks in Iraq', query: inIraq, by: 'Ana', at: now.toISOString(), ...more },
  );
/** What is stored as it could never have been asked for. */
const stored = (channel: string, json: string | object) =>
  world.rows.subscriptions.add(
    { platform: 'slack', channel },
    typeof json === 'string' ? json : JSON.stringify({ words: 'x', query: inIraq, by: 'Ana', at: '2020', ...json }),
  );
const titles = (channel: string) =>
  recorded.sent
    .filter((s) => s.channel === channel && s.what === 'send')
    .flatMap((s) => /number \d+/.exec(s.text)?.[0] ?? []);
const processed = () =>
  until(async () => {
    clock.wake();
    return (await world.rows.outbox.cursor()) === (await world.rows.outbox.latestChange());
  }, 'the cursor to move on');
/** Resolves when everything due is delivered or quarantined; meanwhile time passes, so that failures are retried. */
async function delivered(step = 0) {
  await processed();
  const queued = "SELECT count(*) AS n FROM outbox WHERE state = 'waiting' AND due <= ?";
  await until(async () => {
    clock.advance(step);
    clock.wake();
    return Number((await world.db.get(queued, clock.now()))?.n) === 0;
  }, 'everything to be delivered');
}
const from = (channel: string) => question('', { channel: { platform: 'slack', id: channel, kind: 'channel' } });
const listed = async (channel: string) => (await world.dispatcher.run('subscriptions', {}, from(channel))).text;
const status = async () => (await world.dispatcher.run('status', {}, from('C1'))).text;
const quarantined = () => logged.map((line) => JSON.parse(line)).filter((line) => /quarantined/.test(line.msg));

describe('what cannot be announced', () => {
  test.each([
    'US/Pacific-New',
    // A typographic minus.
    '\u221208:00',
  ])('the zone %s, which is none: it tells by UTC, the others as ever, and all who should know do', async (zone) => {
    await stored('C1', { owner: 'U1', rhythm: { rhythm: 'daily', at: '18:00', zone } });
    await subscribe('C2');
    world.alerts.start();
    await applyTo(world.incidents, [incidentOf(1)]);
    await applyTo(world.incidents, [incidentOf(2)]);
    await delivered();
    expect(titles('C2')).toEqual(['number 1', 'number 2']);
    clock.advance(Date.parse('2020-07-14T18:00:00Z') - clock.now());
    await world.settled();
    expect(recorded.sent.find((s) => s.channel === 'C1')?.text).toMatch(/^Daily digest: 2 incidents reported/);
    expect(quarantined()).toMatchObject([{ what: 'zone of subscription 1' }]);
    expect(await listed('C1')).toMatch(new RegExp(`Unknown time zone ${zone}`));
    expect(await status()).toMatch(/of 1 subscription not all could be told \(#1\)/);
    const told = recorded.sent.filter((s) => s.what === 'tell');
    expect(told).toMatchObject([{ channel: 'U1', text: expect.stringMatching(/“x” \(#1\).*Unknown time zone/) }]);
  });

  test('quiet hours in a zone that is none count in UTC', async () => {
    await world.stores.settings.put('slack:C1', 'channel', {
      quiet: { from: '08:30', to: '11:00', zone: 'US/Pacific-New' },
    });
    await subscribe('C1');
    await subscribe('C2');
    world.alerts.start();
    await applyTo(world.incidents, [incidentOf(1)]);
    await delivered();
    expect([titles('C1'), titles('C2')]).toEqual([[], ['number 1']]);
    expect(await listed('C1')).toMatch(/Unknown time zone US\/Pacific-New/);
    expect(await listed('C2')).not.toMatch(/Unknown time zone/);
    clock.advance(Date.parse('2020-07-14T11:00:00Z') - clock.now());
    await world.settled();
    expect(titles('C1')).toEqual(['number 1']);
  });

  test('a clock time that is none: it is told at once rather than never', async () => {
    await stored('C1', { rhythm: { rhythm: 'daily', at: 'noonish' } });
    await subscribe('C2');
    world.alerts.start();
    await applyTo(world.incidents, [incidentOf(1)]);
    await delivered();
    expect([titles('C1'), titles('C2')]).toEqual([['number 1'], ['number 1']]);
  });

  test('a row that cannot be read stands still, and the channel, the status and the log say so', async () => {
    await stored('C1', '{"words":');
    await stored('C1', { query: { measure: 'divine', filter: {} } });
    await subscribe('C1');
    world.alerts.start();
    await applyTo(world.incidents, [incidentOf(1)]);
    await delivered();
    expect(titles('C1')).toEqual(['number 1']);
    expect(await listed('C1')).toMatch(/#1; paused: not JSON\n#2; paused: query\.measure/);
    expect(await listed('C2')).not.toMatch(/paused/);
    expect(await status()).toMatch(/2 subscriptions cannot be read \(#1 and #2\)/);
    expect(quarantined().map((line) => line.what)).toEqual(['subscription 1', 'subscription 2']);
  });

  test('a watch whose figures fail is marked, and the rest is told', async () => {
    await subscribe('C1', { watch: { kind: 'rise', of: 'incidents', days: 7, times: 2, against: 4 } });
    await subscribe('C2');
    const { find } = world.incidents;
    world.incidents.find = (asked) =>
      asked.measure === 'count' ? Promise.reject(new Error('no figures')) : find(asked);
    world.alerts.start();
    for (const n of [1, 2, 3]) await applyTo(world.incidents, [incidentOf(n)]);
    await delivered();
    expect(titles('C2')).toEqual(['number 1', 'number 2', 'number 3']);
    expect(await listed('C1')).toMatch(/#1 .*not all of it could be told: no figures/);
    expect(await status()).toMatch(/of 1 subscription not all could be told \(#1\)/);
    expect(quarantined()).toMatchObject([{ what: 'subscription 1' }]);
    world.incidents.find = find;
    await world.dispatcher.run('subscriptions', { wake: 1 }, from('C1'));
    expect(await listed('C1')).not.toMatch(/could be told/);
  });

  test('a database that is away for a moment puts nothing aside', async () => {
    await subscribe('C1', { query: { ...inIraq, filter: { text: 'ambush' } } });
    const { find } = world.incidents;
    let away = 2;
    world.incidents.find = (asked) => (away-- > 0 ? Promise.reject(new Error('connection lost')) : find(asked));
    world.alerts.start();
    await applyTo(world.incidents, [incidentOf(1)]);
    await delivered();
    expect(titles('C1')).toEqual(['number 1']);
    expect(quarantined()).toEqual([]);
  });

  test('a record across the whole map is told as any other', async () => {
    await subscribe('C1');
    world.alerts.start();
    const ends = [
      { name: 'one end', lat: 89, lon: -179 },
      { name: 'other end', lat: -89, lon: 179 },
    ];
    await applyTo(world.incidents, [
      incidentOf(1),
      incidentOf(2, { where: { country: 'Iraq', between: ends, precision: 'line' } }),
      incidentOf(3),
    ]);
    await delivered();
    expect(titles('C1')).toEqual(['number 1', 'number 2', 'number 3']);
  });

  test.each([
    ['its text', "UPDATE body SET json = '{' WHERE rid = (SELECT rid FROM incident WHERE id = 'wire:2')"],
    [
      'its form',
      'UPDATE body SET json = \'{"kind":"incident"}\' WHERE rid = (SELECT rid FROM incident WHERE id = \'wire:2\')',
    ],
  ])('a record broken in %s is passed over, and the log says which', async (_, breaking) => {
    await subscribe('C1');
    await applyTo(world.incidents, [incidentOf(1), incidentOf(2), incidentOf(3)]);
    await world.db.run(breaking);
    world.alerts.start();
    await delivered();
    expect(titles('C1')).toEqual(['number 1', 'number 3']);
    expect(quarantined()).toHaveLength(1);
    expect(quarantined()[0].what).toMatch(/change/);
    expect(await status()).toMatch(/1 change of the data could not be announced \((?:the change after|change) \d/);
  });

  test('a promise that cannot be kept loses none of the others', async () => {
    await subscribe('C1');
    await subscribe('C2');
    const { enqueue } = world.rows.outbox;
    world.rows.outbox.enqueue = (all, ...more) =>
      all.some((p) => p.channel === 'C1') ? Promise.reject(new Error('out of range')) : enqueue(all, ...more);
    world.alerts.start();
    await applyTo(world.incidents, [incidentOf(1)]);
    await delivered();
    expect(titles('C2')).toEqual(['number 1']);
    expect(quarantined()).toMatchObject([{ what: 'new wire:1 for slack:C1' }]);
  });
});

describe('what cannot be delivered', () => {
  const subscriber = (more: object = {}) => subscribe('C1', more);
  const missed = async (channel = 'C1') =>
    (await world.dispatcher.run('missed', { since: 'since yesterday' }, from(channel))).text;

  test('a message that the platform refuses: put aside and said, the others go on at once', async () => {
    await subscriber({ owner: 'U1' });
    await applyTo(
      world.incidents,
      [1, 2, 3].map((n) => incidentOf(n)),
    );
    let sends = 0;
    recorded.control.fail = (_, what) =>
      what === 'send' && ++sends === 2
        ? new MessageRefused('Slack does not take the message (msg_too_long)')
        : undefined;
    world.alerts.start();
    await delivered();
    expect(titles('C1')).toEqual(['number 1', 'number 3']);
    expect(await missed()).toMatch(/number 2.*\(not delivered\)/);
    expect(await listed('C1')).toMatch(/msg_too_long/);
    expect(await listed('C1')).not.toMatch(/paused/);
    await until(() => recorded.sent.some((s) => s.what === 'tell' && s.channel === 'U1'), 'the owner to be told');
  });

  test.each(['words', 'subscriptions'])('a row with broken %s: the others are told', async (column) => {
    await subscriber();
    await subscribe('C2');
    await applyTo(
      world.incidents,
      [1, 2, 3].map((n) => incidentOf(n)),
    );
    const { dueIn } = world.rows.outbox;
    world.rows.outbox.dueIn = async (...at) => {
      await world.db.run(`UPDATE outbox SET ${column} = '{' WHERE incident = 'wire:2' AND channel = 'C1'`);
      return dueIn(...at);
    };
    world.alerts.start();
    await delivered(500);
    expect(titles('C1')).toEqual(['number 1', 'number 3']);
    expect(titles('C2')).toEqual(['number 1', 'number 2', 'number 3']);
    expect(await missed()).toMatch(/number 2.*\(not delivered\)/);
    expect(quarantined()).toMatchObject([{ channel: 'slack:C1', about: ['wire:2'] }]);
  });

  test.each([
    ['each by itself', {}],
    ['together', { together: 1 }],
  ])('an incident that cannot be put in words, %s: the others are told once', async (_, pace) => {
    await close();
    await open(pace);
    await subscriber();
    await applyTo(
      world.incidents,
      [1, 2, 3].map((n) => incidentOf(n)),
    );
    const { get } = world.incidents;
    world.incidents.get = (id) => (id === 'wire:2' ? Promise.reject(new Error('no words')) : get(id));
    world.alerts.start();
    await delivered(500);
    expect(titles('C1')).toEqual(['number 1', 'number 3']);
    world.incidents.get = get;
    expect(await missed()).toMatch(/number 2.*\(not delivered\)/);
    expect(await listed('C1')).toMatch(/#1 .*not all of it could be told: no words/);
    expect(quarantined()).toMatchObject([{ channel: 'slack:C1', about: ['wire:2'] }]);
  });

  test('a channel whose last message cannot be read of: it goes on, and so do the others', async () => {
    await subscriber();
    await subscribe('C2');
    await applyTo(world.incidents, [incidentOf(1)]);
    const { claim } = world.rows.leases;
    world.rows.leases.claim = async (...of) => {
      await world.db.run("UPDATE lane SET sending = '{' WHERE channel = 'C1'");
      return claim(...of);
    };
    world.alerts.start();
    await delivered(500);
    expect([titles('C1'), titles('C2')]).toEqual([['number 1'], ['number 1']]);
  });

  test('of two who asked, one cannot be told that the channel is gone: the other is', async () => {
    await subscriber({ owner: 'U1' });
    await subscriber({ owner: 'U2', words: 'ambushes in Iraq' });
    recorded.control.fail = (channel) =>
      channel === 'C1' ? new ChannelGone('deleted') : channel === 'U1' ? new Error('no such user') : undefined;
    world.alerts.start();
    await applyTo(world.incidents, [incidentOf(1)]);
    await until(() => recorded.sent.length > 0, 'the other to be told');
    expect(recorded.sent).toMatchObject([{ what: 'tell', channel: 'U2' }]);
    expect(logged.some((line) => /owner could not be notified/.test(line))).toBe(true);
  });
});

test('random broken subscriptions, settings and records among sound ones: all that is sound is told once', async () => {
  const bad = fc.constantFrom<string | object>(
    '{',
    '[]',
    { rhythm: { zone: 'US/Pacific-New', rhythm: 'hourly' } },
    { rhythm: { at: '8', rhythm: 'weekly' } },
    { horizon: -1 },
    { query: { measure: 'list', filter: { places: 'Iraq' } } },
    { watch: { kind: 'rise', of: 'killed', days: 2, times: 2, against: 4 } },
  );
  const row = fc.oneof(fc.constant('sound'), bad);
  const setting = fc.constantFrom<unknown>(
    undefined,
    'nothing',
    { quiet: { from: '1', to: 2 } },
    { quiet: { from: '22:00', to: '23:00', zone: 'SystemV/PST8' } },
    { locale: 'xx-nowhere-at-all-____' },
  );
  const record = fc.constantFrom('sound', 'sound', 'broken', 'across', 'wordless');
  await close();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(row, setting), { minLength: 1, maxLength: 8 }),
      fc.array(record, { minLength: 1, maxLength: 6 }),
      async (channels, records) => {
        await open();
        for (const [n, [json, set]] of channels.entries()) {
          if (json === 'sound') await subscribe(`C${n}`);
          else await stored(`C${n}`, json);
          if (set !== undefined) await world.stores.settings.put(`slack:C${n}`, 'channel', set);
        }
        const ends = [
          { name: 'one end', lat: 89, lon: -179 },
          { name: 'other end', lat: -89, lon: 179 },
        ];
        await applyTo(
          world.incidents,
          records.map((kind, n) =>
            incidentOf(
              n + 1,
              kind === 'across' ? { where: { country: 'Iraq', between: ends, precision: 'line' } } : {},
            ),
          ),
        );
        for (const [n, kind] of records.entries())
          if (kind === 'broken')
            await world.db.run(
              "UPDATE body SET json = '{' WHERE rid = (SELECT rid FROM incident WHERE id = ?)",
              `wire:${n + 1}`,
            );
        const { get } = world.incidents;
        world.incidents.get = (id) =>
          records[Number(id.slice('wire:'.length)) - 1] === 'wordless'
            ? Promise.reject(new Error('no words'))
            : get(id);
        world.alerts.start();
        await delivered(500);
        const sound = records.flatMap((kind, n) =>
          kind === 'broken' || kind === 'wordless' ? [] : [`number ${n + 1}`],
        );
        for (const [n, [json]] of channels.entries()) if (json === 'sound') expect(titles(`C${n}`)).toEqual(sound);
        await close();
      },
    ),
    { numRuns: 25, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: false },
  );
  await open();
});
