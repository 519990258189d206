import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createChannelPoster } from '../../src/alerts/channel-poster.ts';
import { systemClock } from '../../src/alerts/clock.ts';
import { ChannelGone, type Notifier } from '../../src/alerts/notifier.ts';
import { defaultLease } from '../../src/alerts/store/channel-leases.ts';
import { createBot } from '../../src/app/bot.ts';
import { createDispatcher } from '../../src/app/dispatcher.ts';
import { openDatabase } from '../../src/database/open.ts';
import { query } from '../../src/incidents/query.ts';
import { openIncidents } from '../../src/incidents/store/index.ts';
import { freshName } from '../support/engines.ts';
import { until } from '../support/until.ts';
import { now, question } from '../support/world.ts';
import { alertWorld, applyTo, incidentOf } from './alert-world.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { recorder } from './recorder.ts';

type World = Awaited<ReturnType<typeof alertWorld>>;
let world: World;
let recorded: ReturnType<typeof recorder>;
let clock: FakeClock;

beforeEach(async () => {
  clock = fakeClock(now.getTime());
  recorded = recorder();
  world = await alertWorld({ notifiers: recorded.notifiers, clock });
  world.alerts.start();
  await until(async () => (await world.rows.outbox.cursor()) !== undefined, 'the first look');
});
afterEach(async () => {
  await world.alerts.stop();
  await world.close();
});

const from = (channel = 'C1') => {
  const asked = question('', { channel: { platform: 'slack', id: channel, kind: 'channel' } });
  return { ...asked, asker: { ...asked.asker, name: 'Ana' } };
};
const subscribe = (words: string, more: object = {}, channel = 'C1') =>
  world.dispatcher.run('subscribe', { question: words, confirm: true, ...more }, from(channel));
const quietly = () => world.settled();
const heard = (many: number) => {
  const come = () => {
    clock.wake();
    return recorded.sent.length >= many;
  };
  return until(come, `${many} messages`, 5000);
};

describe('subscribing', () => {
  test('it is shown first how it is read and how much it would tell', async () => {
    await applyTo(world.incidents, [incidentOf(1), incidentOf(2)]);
    const shown = await world.dispatcher.run('subscribe', { question: 'ambushes near Samawah this year' }, from());
    expect(shown.text).toMatch(/hear of new ambushes within 50 km of As Samawah/);
    expect(shown.text).toMatch(/last 30 days that would have been 2 alerts, in the last year 2/);
    expect(await world.subscriptions.all()).toEqual([]);
    const done = await world.dispatcher.runAction(shown.next[0]?.action ?? { ask: '' }, from());
    expect(done).toMatchObject({ audience: 'everyone', text: expect.stringMatching(/^Subscribed by Ana: .*#1/) });
    expect(await world.subscriptions.all()).toMatchObject([
      { id: 1, words: 'ambushes near Samawah this year', by: 'Ana' },
    ]);
    expect((await world.subscriptions.all())[0]?.query.filter.period).toBeUndefined();
  });

  test('what would flood says so and proposes a threshold', async () => {
    const many = Array.from({ length: 300 }, (_, n) => incidentOf(n, { casualties: [] }));
    await applyTo(world.incidents, [...many, incidentOf(999)]);
    const shown = await world.dispatcher.run('subscribe', { question: 'ambushes in Iraq' }, from());
    expect(shown.text).toMatch(/That is a flood. With at least 1 killed/);
    const calm = await world.dispatcher.runAction(shown.next[0]?.action ?? { ask: '' }, from());
    expect(calm.text).toMatch(/at least 1 killed/);
  });

  test('the button under an answer means the answer’s question', async () => {
    await applyTo(world.incidents, [incidentOf(1)]);
    const thread = { ...from(), thread: 't' };
    const answer = await world.dispatcher.ask('ambushes near Samawah', thread);
    const step = answer.next.find((s) => /new ones/.test(s.label));
    expect((await world.dispatcher.runAction(step?.action ?? { ask: '' }, thread)).text).toMatch(
      /new ambushes within 50 km/,
    );
  });

  test.each([
    ['compare Iraq with Syria', /comparison cannot stand/],
    ['will there be an attack tomorrow?', /do not forecast/],
  ])('%s', async (words, reply) => expect((await subscribe(words)).text).toMatch(reply));

  test('the same again is told to be there already', async () => {
    await subscribe('attacks in Iraq');
    expect((await subscribe('attacks in Iraq')).text).toMatch(/hears of that already \(#1\)/);
  });

  test('where the channel is set so, only managers change what it hears of', async () => {
    await world.dispatcher.run('settings', { subscribers: 'managers' }, from());
    const guest = { ...from(), asker: { ...from().asker, mayManage: false, mayCurate: true } };
    const run = (name: string, options: object) => world.dispatcher.run(name, options, guest);
    expect((await run('subscribe', { question: 'attacks in Iraq', confirm: true })).text).toMatch(/only managers/);
    await subscribe('attacks in Iraq');
    expect((await run('subscriptions', { remove: 1 })).text).toMatch(/only managers/);
    expect((await run('subscriptions', {})).text).toMatch(/#1/);
    await world.dispatcher.run('settings', { subscribers: 'everyone' }, from());
    expect((await run('subscriptions', { remove: 1 })).text).toMatch(/Stopped/);
  });

  test('the list, muting, waking and removing, each said to everyone', async () => {
    await subscribe('attacks in Iraq');
    const run = (options: object) => world.dispatcher.run('subscriptions', options, from());
    expect((await run({})).text).toMatch(/#1 .*Iraq.*by Ana on 2020-07-14/);
    expect(await run({ mute: 1, hours: 5 })).toMatchObject({
      audience: 'everyone',
      text: 'Muted for 5 hours: #1, by Ana.',
    });
    expect((await run({})).text).toMatch(/muted until 2020-07-14 14:00 UTC/);
    expect((await run({ wake: 1 })).text).toMatch(/Speaking again/);
    expect((await run({ test: 1 })).text).toMatch(/A test of #1 is on its way/);
    await heard(1);
    expect(recorded.sent[0]?.text).toMatch(/^A test: nothing new happened/);
    expect((await world.dispatcher.run('subscriptions', { remove: 1 }, from('C2'))).text).toMatch(/no subscription #1/);
    expect((await run({ remove: 1 })).text).toMatch(/Stopped: #1/);
    expect((await run({})).text).toMatch(/no subscriptions/);
  });
});

describe('where it was said', () => {
  const deskOf = (notifier: Notifier) => {
    const postTo = createChannelPoster(new Map([['slack', notifier]]), pino({ level: 'silent' }));
    return createDispatcher(createBot({ ...world.bot, postTo }, world.bot.menu), world.stores);
  };
  const slack = () => recorded.notifiers.get('slack') as Notifier;
  const wish = { question: 'attacks in Iraq', confirm: true };

  test('the channel itself is told, by the way that alerts take', async () => {
    const done = await deskOf(slack()).run('subscribe', wish, from());
    expect(done).toMatchObject({ audience: 'asker', text: 'Done: subscription #1 is announced in the channel.' });
    expect(recorded.sent).toMatchObject([{ channel: 'C1', text: expect.stringMatching(/^Subscribed by Ana: .*#1/) }]);
  });

  test('where the bot may not write it says so, and nothing is subscribed', async () => {
    recorded.control.fail = () => new ChannelGone('I was removed from the channel');
    const refused = await deskOf(slack()).run('subscribe', wish, from());
    expect(refused.text).toMatch(/cannot post alerts in this channel: I was removed from the channel\. Nothing was/);
    expect(await world.subscriptions.all()).toEqual([]);
  });

  test('where the platform does not answer just then, it is subscribed and said by the answer', async () => {
    recorded.control.fail = () => new Error('502');
    expect((await deskOf(slack()).run('subscribe', wish, from())).text).toMatch(/^Subscribed by Ana/);
    expect(await world.subscriptions.all()).toHaveLength(1);
  });

  test('the button asks back before it stops what is everybody’s', async () => {
    const made = await subscribe('attacks in Iraq');
    const stop = made.next.find((s) => /Stop/.test(s.label))?.action ?? { ask: '' };
    const asked = await world.dispatcher.runAction(stop, from());
    expect(asked).toMatchObject({
      audience: 'asker',
      text: 'Stop #1, “attacks in Iraq”, for everyone in this channel?',
    });
    expect(await world.subscriptions.all()).toHaveLength(1);
    const done = await world.dispatcher.runAction(asked.next[0]?.action ?? { ask: '' }, from());
    expect(done).toMatchObject({
      audience: 'everyone',
      channelWide: true,
      text: expect.stringMatching(/^Stopped: #1/),
    });
    expect(await world.subscriptions.all()).toEqual([]);
  });
});

describe('telling', () => {
  test('a new incident once, with its sources and why', async () => {
    await subscribe('attacks near Samawah with anyone killed');
    await applyTo(world.incidents, [incidentOf(1)]);
    await heard(1);
    expect(recorded.sent[0]?.text).toMatch(
      /^Reported: Ambush number 1\.\n• 13 Jul 2020 · ambush, Samawah, Iraq · 3 killed \(Wire\)$/,
    );
    await quietly();
    expect(recorded.sent).toHaveLength(1);
  });

  test('two subscriptions of one channel make one message; another channel has its own', async () => {
    await subscribe('attacks near Samawah');
    await subscribe('ambushes in Iraq');
    await subscribe('attacks in Iraq', {}, 'C2');
    await applyTo(world.incidents, [incidentOf(1)]);
    await heard(2);
    await quietly();
    expect(recorded.sent.map((s) => s.channel).sort()).toEqual(['C1', 'C2']);
    const told = await world.rows.outbox.notifiedChannels('wire:1');
    expect(told.find(({ channel }) => channel === 'C1')?.subscriptions).toEqual([1, 2]);
  });

  test('what does not match, what is old and what has no date is not told', async () => {
    await subscribe('attacks in Iraq with at least 5 killed');
    await applyTo(world.incidents, [
      incidentOf(1),
      incidentOf(2, {
        when: { start: '2020-06-01', end: '2020-06-01', precision: 'day' },
        casualties: [{ group: 'all', killed: { low: 9, best: 9, high: 9 } }],
      }),
      incidentOf(3, {
        when: { start: null, end: null, precision: 'unknown' },
        casualties: [{ group: 'all', killed: { low: 9, best: 9, high: 9 } }],
      }),
    ]);
    await quietly();
    expect(recorded.sent).toEqual([]);
  });

  test('words of the reports count as in a question', async () => {
    await subscribe('attacks mentioning “trucks”');
    await applyTo(world.incidents, [incidentOf(1), incidentOf(2, { summary: 'Three trucks were burned.' })]);
    await heard(1);
    await quietly();
    expect(recorded.sent.map((s) => /number \d/.exec(s.text)?.[0])).toEqual(['number 2']);
  });

  test('a higher toll and a claim edit the message and are said under it', async () => {
    await subscribe('attacks near Samawah');
    await applyTo(world.incidents, [incidentOf(1)]);
    await heard(1);
    await applyTo(world.incidents, [
      incidentOf(1, {
        casualties: [{ group: 'all', killed: { low: 5, best: 5, high: 5 }, by: 'the hospital' }],
        attributions: [{ actor: 'Sayara', status: 'claimed', by: 'Sayara' }],
      }),
    ]);
    await heard(3);
    expect(recorded.sent[1]).toMatchObject({
      what: 'edit',
      message: 'm1',
      text: expect.stringMatching(/since corrected.*· 5 killed/s),
    });
    expect(recorded.sent[2]).toMatchObject({ what: 'reply', message: 'm1' });
    expect(recorded.sent[2]?.text).toMatch(/Killed: 3 → 5, says the hospital\nNew: claimed by Sayara/);
  });

  test('other wording is no news, and changes can be switched off', async () => {
    await subscribe('attacks near Samawah', { changes: false });
    await applyTo(world.incidents, [incidentOf(1)]);
    await heard(1);
    await applyTo(world.incidents, [incidentOf(1, { casualties: [] })]);
    await applyTo(world.incidents, [incidentOf(1, { casualties: [], summary: 'Told in other words.' })]);
    await quietly();
    expect(recorded.sent).toHaveLength(1);
  });

  test('a retraction takes the place of the message and is said under it', async () => {
    await subscribe('attacks near Samawah');
    await applyTo(world.incidents, [incidentOf(1)]);
    await heard(1);
    await applyTo(world.incidents, [incidentOf(1)], 'retract');
    await heard(3);
    const retracted = { message: 'm1', text: expect.stringMatching(/^Retracted: Ambush number 1.*by mistake/) };
    expect(recorded.sent.slice(1)).toMatchObject([
      { what: 'edit', ...retracted },
      { what: 'reply', ...retracted },
    ]);
    expect(recorded.sent[1]?.text).not.toMatch(/Killed/);
  });

  test('a merge and its undoing are said under both messages, and to nobody as new', async () => {
    await subscribe('attacks near Samawah');
    await applyTo(world.incidents, [incidentOf(1), incidentOf(2)]);
    await heard(2);
    await subscribe('attacks near Samawah', {}, 'C2');
    const merge = { kind: 'merge', kept: 'wire:1', absorbed: 'wire:2' } as const;
    await world.incidents.edit(merge, { by: 'Ana', why: 'the same trucks', at: now.toISOString() });
    const under = (words: RegExp) => recorded.sent.filter((s) => s.what === 'reply' && words.test(s.text));
    await until(() => under(/Told together/).length === 2, 'the merge under both', 5000);
    expect(under(/Told together with wire:2.*the same trucks/s)).toMatchObject([{ message: 'm1' }]);
    expect(under(/Told together with wire:1.*the same trucks/s)).toMatchObject([{ message: 'm2' }]);
    await world.incidents.edit({ kind: 'split', absorbed: 'wire:2' }, { by: 'Ana', why: 'two', at: now.toISOString() });
    await until(() => under(/Told apart/).length === 2, 'the split under both', 5000);
    await quietly();
    expect(recorded.sent.filter((s) => s.channel === 'C2')).toEqual([]);
  });

  test('a correction that brings an incident in is told as new', async () => {
    await subscribe('attacks near Samawah with at least 5 killed');
    await applyTo(world.incidents, [incidentOf(1)]);
    await quietly();
    await applyTo(world.incidents, [
      incidentOf(1, { casualties: [{ group: 'all', killed: { low: 7, best: 7, high: 7 } }] }),
    ]);
    await heard(1);
    expect(recorded.sent).toMatchObject([{ what: 'send' }]);
  });

  test('many at once become one message', async () => {
    await subscribe('attacks in Iraq');
    await applyTo(
      world.incidents,
      Array.from({ length: 40 }, (_, n) => incidentOf(n)),
    );
    await heard(1);
    await quietly();
    expect(recorded.sent).toHaveLength(1);
    expect(recorded.sent[0]?.text).toMatch(/^40 incidents reported, together.*And 20 more/s);
  });

  test('after twenty in an hour the rest waits and comes as one', async () => {
    await subscribe('attacks in Iraq');
    for (let n = 0; n < 25; n++) {
      await applyTo(world.incidents, [incidentOf(n)]);
      await until(() => recorded.sent.length >= Math.min(n + 1, 20), 'the next');
    }
    await quietly();
    expect(recorded.sent).toHaveLength(20);
    clock.advance(61 * 60 * 1000);
    await heard(21);
    await quietly();
    expect(recorded.sent).toHaveLength(21);
    expect(recorded.sent[20]?.text).toMatch(/^5 incidents reported, together because they had to wait/);
  });

  test('the message before the limit says so; what is urgent passes it', async () => {
    await subscribe('attacks in Iraq');
    for (let n = 0; n < 22; n++) {
      await applyTo(world.incidents, [incidentOf(n)]);
      await until(() => recorded.sent.length >= Math.min(n + 1, 20), 'the next');
    }
    await quietly();
    expect(recorded.sent.filter((s) => /messages within an hour/.test(s.text))).toEqual([recorded.sent[19]]);
    expect(recorded.sent[19]?.text).toMatch(
      /20 messages within an hour: further alerts wait until 2020-07-14 10:00 UTC/,
    );
    const many = { casualties: [{ group: 'all', killed: { low: 40, best: 40, high: 40 } }] };
    await applyTo(world.incidents, [incidentOf(1, many), incidentOf(100, many), incidentOf(101)]);
    await applyTo(world.incidents, [incidentOf(2)], 'retract');
    await quietly();
    const since = recorded.sent.slice(20).map(({ what, message, text }) => `${what} ${message} ${text.split('.')[0]}`);
    expect(since).toEqual([
      'edit m2 Reported, since corrected: Ambush number 1',
      'reply m2 Changed: Ambush number 1',
      expect.stringMatching(/^send .* Reported: Ambush number 100$/),
      'edit m3 Retracted: Ambush number 2',
      'reply m3 Retracted: Ambush number 2',
    ]);
    clock.advance(61 * 60 * 1000);
    await heard(26);
    await quietly();
    expect(recorded.sent[25]?.text).toMatch(/^3 incidents reported, together because they had to wait/);
  });

  test('many corrections at once are one message; each alert is put right where it stands', async () => {
    await subscribe('attacks in Iraq');
    for (let n = 0; n < 12; n++) await applyTo(world.incidents, [incidentOf(n)]);
    await heard(12);
    const more = { casualties: [{ group: 'all', killed: { low: 9, best: 9, high: 9 } }] };
    await applyTo(
      world.incidents,
      Array.from({ length: 12 }, (_, n) => incidentOf(n, more)),
    );
    await quietly();
    const edits = recorded.sent.filter((s) => s.what === 'edit');
    expect(new Set(edits.map((s) => s.message)).size).toBe(12);
    const [told, ...others] = recorded.sent.slice(12).filter((s) => s.what !== 'edit');
    expect(told?.text).toMatch(/^12 other things to know, together because they are many:\nChanged: Ambush number/);
    expect(others).toEqual([]);
  });

  test('a clock that was fast and was put right silences nobody', async () => {
    const year = 365 * 24 * 60 * 60 * 1000;
    await quietly();
    clock.advance(year);
    await quietly();
    await subscribe('attacks in Iraq');
    await subscribe('attacks in Iraq hourly', {}, 'C2');
    const at = new Date(clock.now()).toISOString();
    const put = (records: ReturnType<typeof incidentOf>[]) =>
      world.incidents.apply(
        records.map((record) => ({ action: 'put' as const, record })),
        { dataset: { id: 'wire', name: 'Wire', licence: 'x', citation: 'x' }, by: 'test', why: '', at },
      );
    const then = { start: '2021-07-13', end: '2021-07-13', precision: 'day' };
    // By that clock the first is a year old; as many as may come in an hour do.
    await put([incidentOf(0)]);
    for (let n = 1; n <= 20; n++) {
      await put([incidentOf(n, { when: then })]);
      await heard(n);
    }
    await quietly();
    expect(recorded.sent.some((s) => /number 0\b/.test(s.text))).toBe(false);
    clock.advance(-year);
    await heard(21);
    expect(recorded.sent[20]).toMatchObject({ channel: 'C1', text: expect.stringMatching(/number 0\b/) });
    clock.advance(61 * 60 * 1000);
    await heard(22);
    await quietly();
    expect(recorded.sent[21]).toMatchObject({ channel: 'C2', text: expect.stringMatching(/^This hour: 21 incidents/) });
    expect(recorded.sent).toHaveLength(22);
  });

  test('muted means silent, also afterwards', async () => {
    await subscribe('attacks in Iraq');
    await world.dispatcher.run('subscriptions', { mute: 1 }, from());
    await applyTo(world.incidents, [incidentOf(1)]);
    await quietly();
    expect(recorded.sent).toEqual([]);
  });
});

describe('when a platform fails', () => {
  test('it is tried again, in order, and other channels go on', async () => {
    let failures = 2;
    recorded.control.fail = (channel) => (channel === 'C1' && failures-- > 0 ? new Error('no') : undefined);
    await subscribe('attacks in Iraq');
    await subscribe('attacks in Iraq', {}, 'C2');
    await applyTo(world.incidents, [incidentOf(1)]);
    await heard(1);
    expect(recorded.sent[0]?.channel).toBe('C2');
    const later = () => {
      clock.advance(10_000);
      return failures === 0;
    };
    await until(later, 'the second failure', 5000);
    clock.advance(60_000);
    await heard(2);
  });

  test('what takes so long that another process may have the channel in hand is left to it, and told once', async () => {
    await subscribe('ambushes in Iraq');
    clock.stride = defaultLease / 2;
    await applyTo(world.incidents, [incidentOf(1)]);
    const manyTries = clock.now() + 100 * defaultLease;
    await until(() => {
      clock.wake();
      return clock.now() > manyTries;
    }, 'many tries');
    expect(recorded.sent).toEqual([]);
    clock.stride = 0;
    clock.advance(defaultLease);
    await heard(1);
    await quietly();
    expect(recorded.sent).toHaveLength(1);
  });

  test('a channel that is gone pauses its subscriptions, visibly', async () => {
    recorded.control.fail = () => new ChannelGone('the channel was deleted');
    await subscribe('attacks in Iraq');
    await applyTo(world.incidents, [incidentOf(1)]);
    await until(async () => (await world.subscriptions.all())[0]?.paused !== undefined, 'paused', 5000);
    expect((await world.dispatcher.run('subscriptions', {}, from())).text).toMatch(/paused: the channel was deleted/);
  });
});

test('what was promised before a restart is told after it, and what was told is not told again', async () => {
  const file = await freshName();
  const first = await alertWorld({ file });
  first.alerts.start();
  await until(async () => (await first.rows.outbox.cursor()) !== undefined, 'the first look');
  const filter = query.parse({ measure: 'list', filter: {} });
  await first.subscriptions.add(
    { platform: 'slack', channel: 'C1' },
    { words: 'all', query: filter, by: 'Ana', at: now.toISOString() },
  );
  await applyTo(first.incidents, [incidentOf(1)]);
  await until(
    async () => (await first.rows.outbox.dueIn({ platform: 'slack', channel: 'C1' }, now.getTime(), 10)).length === 1,
    'promised',
  );
  await first.alerts.stop();
  await first.close();
  for (let run = 0; run < 2; run++) {
    const again = await alertWorld({ file, notifiers: recorded.notifiers });
    again.alerts.start();
    await heard(1);
    await again.settled();
    await again.alerts.stop();
    await again.close();
  }
  expect(recorded.sent).toHaveLength(1);
});

test('what another process applies is heard within two seconds', async () => {
  const file = await freshName();
  // Nothing but looking from time to time tells it: the time is real.
  const here = await alertWorld({ file, notifiers: recorded.notifiers, clock: { ...clock, sleep: systemClock.sleep } });
  here.alerts.start();
  await until(async () => (await here.rows.outbox.cursor()) !== undefined, 'the first look');
  const filter = query.parse({ measure: 'list', filter: {} });
  await here.subscriptions.add(
    { platform: 'slack', channel: 'C1' },
    { words: 'all', query: filter, by: 'Ana', at: now.toISOString() },
  );
  const other = await openIncidents(await openDatabase(file));
  await applyTo(other, [incidentOf(1)]);
  await until(() => recorded.sent.length === 1, 'an alert', 2000);
  await other.close();
  await here.alerts.stop();
  await here.close();
});
