import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ChannelGone, MessageGone } from '../../src/alerts/notifier.ts';
import { until } from '../support/until.ts';
import { now, question } from '../support/world.ts';
import { alertWorld, applyTo, incidentOf } from './alert-world.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { recorder } from './recorder.ts';

const hour = 60 * 60 * 1000;
let world: Awaited<ReturnType<typeof alertWorld>>;
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

const from = () => {
  const asked = question('', {
    channel: { platform: 'slack', id: 'C1', kind: 'channel' },
    askedAt: new Date(clock.now()),
  });
  return { ...asked, asker: { ...asked.asker, name: 'Ana', id: 'U1' } };
};
const here = { platform: 'slack', channel: 'C1' } as const;
const run = (name: string, options: object = {}) => world.dispatcher.run(name, options, from());
const subscribe = (words: string, more: object = {}) => run('subscribe', { question: words, confirm: true, ...more });
const quietly = () => world.settled();
const heard = (many: number) => {
  const come = () => {
    clock.wake();
    return recorded.sent.length >= many;
  };
  return until(come, `${many} messages`, 5000);
};
const killed = (best: number) => ({ casualties: [{ group: 'all', killed: { low: best, best, high: best } }] });

describe('a digest', () => {
  test('comes at its local time, with all of the day, and says what changed meanwhile only once', async () => {
    const made = await subscribe('attacks in Iraq, daily at 18:00');
    expect(made.text).toMatch(/together, daily at 18:00 \(Asia\/Baghdad\)/);
    await applyTo(world.incidents, [incidentOf(1), incidentOf(2)]);
    await applyTo(world.incidents, [incidentOf(2, killed(9))]);
    await quietly();
    expect(recorded.sent).toEqual([]);
    clock.advance(6 * hour);
    await heard(1);
    await quietly();
    expect(recorded.sent).toHaveLength(1);
    expect(recorded.sent[0]?.text).toMatch(/^Daily digest: 2 incidents reported:\nAmbush number 1.*\nAmbush number 2/);
  });

  test('holds what changed about an incident of an earlier one', async () => {
    await subscribe('attacks in Iraq hourly');
    await applyTo(world.incidents, [incidentOf(1)]);
    await quietly();
    clock.advance(hour);
    await heard(1);
    await applyTo(world.incidents, [incidentOf(1, killed(9))]);
    await quietly();
    expect(recorded.sent).toHaveLength(1);
    clock.advance(hour);
    await heard(3);
    expect(recorded.sent[1]).toMatchObject({ what: 'edit', message: 'm1' });
    expect(recorded.sent[1]?.text).toMatch(/^This hour: 1 incident reported:\nAmbush number 1 .*\(since corrected\)/);
    expect(recorded.sent[2]?.text).toMatch(
      /^This hour: 1 other thing to know:\nChanged: Ambush number 1: Killed: 3 → 9/,
    );
  });

  test('of many is put right where it stands, and what changes about one of them is said under it', async () => {
    await subscribe('attacks in Iraq');
    await applyTo(
      world.incidents,
      Array.from({ length: 11 }, (_, i) => incidentOf(i + 1)),
    );
    await heard(1);
    await applyTo(world.incidents, [incidentOf(3, killed(9))]);
    await heard(3);
    await applyTo(world.incidents, [incidentOf(4)], 'retract');
    await heard(5);
    await quietly();
    const all = ['send m1', 'edit m1', 'reply m1', 'edit m1', 'reply m1'];
    expect(recorded.sent.map(({ what, message }) => `${what} ${message}`)).toEqual(all);
    expect(recorded.sent[0]?.text).toMatch(/^11 incidents reported, together because they are many:/);
    expect(recorded.sent[2]?.text).toMatch(/^Changed: Ambush number 3/);
    const lines = (recorded.sent[3]?.text ?? '').split('\n');
    expect(lines[0]).toBe('11 incidents reported, together because they are many:');
    expect(lines.filter((line) => /\(since corrected\)/.test(line))).toEqual([
      expect.stringMatching(/^Ambush number 3 /),
    ]);
    expect(lines).toContain('Retracted: Ambush number 4 (reported by mistake)');
    expect(lines).toContainEqual(expect.stringMatching(/^Ambush number 5 /));
  });

  test('what another subscription of the channel tells at once is not in it again', async () => {
    await subscribe('attacks in Iraq daily');
    await subscribe('attacks near Samawah');
    await applyTo(world.incidents, [incidentOf(1)]);
    await heard(1);
    clock.advance(24 * hour);
    await quietly();
    expect(recorded.sent).toHaveLength(1);
  });

  test('changed to at once, what waits is told', async () => {
    await subscribe('attacks in Iraq weekly');
    await applyTo(world.incidents, [incidentOf(1)]);
    await quietly();
    const edited = await run('subscribe', { edit: 1, rhythm: 'at-once', confirm: true });
    expect(edited.text).toMatch(/^Changed by Ana: #1 now tells of new attacks.*at once.*Before: .*every Monday/s);
    await heard(1);
    expect(recorded.sent[0]?.text).toMatch(/^Reported: Ambush number 1/);
  });
});

describe('quiet hours', () => {
  test('let only what killed many through, and the rest comes after them', async () => {
    await run('settings', { quiet: '11:00-13:00', mass: 8 });
    await subscribe('attacks in Iraq');
    await applyTo(world.incidents, [incidentOf(1), incidentOf(2, killed(8))]);
    await heard(1);
    await quietly();
    expect(recorded.sent.map((s) => s.text.split('.')[0])).toEqual(['Reported: Ambush number 2']);
    clock.advance(hour);
    await heard(2);
    expect(recorded.sent[1]?.text).toMatch(/^Reported: Ambush number 1/);
  });

  test('are said, and ended', async () => {
    expect((await run('settings', { quiet: '22:00-07:00' })).text).toMatch(
      /Quiet hours: 22:00 to 07:00 \(Asia\/Baghdad\); alerts wait until then, except of at least 10 killed/,
    );
    expect((await run('settings', { quiet: 'off' })).text).toMatch(/Quiet hours: none/);
    expect((await run('settings', { quiet: 'at night' })).text).toMatch(/is not a range of hours; use one like/);
  });
});

describe('changing a subscription', () => {
  test('what is not said stays as it was', async () => {
    await subscribe('attacks near Samawah', { changes: false, horizon: 30 });
    const shown = await run('subscribe', { edit: 1, minKilled: 5 });
    expect(shown.text).toMatch(/at least 5 killed, at once, without later changes and up to 30 days old\?/);
    await world.dispatcher.runAction(shown.next.at(-1)?.action ?? { ask: '' }, from());
    expect(await world.subscriptions.all()).toMatchObject([
      { words: 'attacks near Samawah', changes: false, horizon: 30, query: { filter: { killed: { min: 5 } } } },
    ]);
    await run('subscribe', { edit: 1, question: 'protests in Iraq', confirm: true });
    expect(await world.subscriptions.all()).toMatchObject([{ id: 1, words: 'protests in Iraq', changes: false }]);
    expect((await run('subscribe', { edit: 9, minKilled: 5 })).text).toMatch(/no subscription #9/);
  });

  test('the horizon decides how old is too old', async () => {
    await subscribe('attacks in Iraq', { horizon: 60 });
    const when = { start: '2020-06-01', end: '2020-06-01', precision: 'day' };
    await applyTo(world.incidents, [incidentOf(1, { when })]);
    await heard(1);
  });

  test('it is explained, with what it would have told', async () => {
    await subscribe('attacks near Samawah, daily at 07:00');
    await applyTo(world.incidents, [incidentOf(1)]);
    const text = (await run('subscriptions', { explain: 1 })).text;
    expect(text).toMatch(/^#1 tells this channel of new attacks.* within 50 km of As Samawah/);
    expect(text).toMatch(/Asked by Ana on .* as “attacks near Samawah, daily at 07:00”/);
    expect(text).toMatch(/up to 7 days old, and of what changes about them later/);
    expect(text).toMatch(/last 30 days that would have been 1 alert/);
  });
});

describe('what was told', () => {
  test('“what did I miss since Friday?”: told, muted and waiting', async () => {
    expect((await world.dispatcher.ask('what did I miss since Friday?', from())).text).toMatch(/no subscriptions/);
    await subscribe('attacks near Samawah');
    expect((await world.dispatcher.ask('what did I miss since Friday?', from())).text).toMatch(
      /nothing new for this channel/,
    );
    await applyTo(world.incidents, [incidentOf(1)]);
    await heard(1);
    await run('subscriptions', { mute: 1 });
    await applyTo(world.incidents, [incidentOf(2)]);
    await quietly();
    expect(recorded.sent).toHaveLength(1);
    const answer = await world.dispatcher.ask('what did I miss since Friday?', from());
    expect(answer).toMatchObject({ audience: 'asker' });
    expect(answer.text).toMatch(
      /^Since 2020-07-09 21:00 UTC this channel had 2 new incidents\.\nAmbush number 1.*\nAmbush number 2.*\(muted\)/,
    );
    const yesterday = (await run('missed', { since: 'since yesterday' })).text;
    expect(yesterday).toMatch(/^Since .* this channel had 2 new incidents/);
    expect((await run('missed', {})).text).toBe(yesterday);
    expect((await run('missed', { since: 'the blue moon' })).text).toMatch(/do not know when/);
  });

  test('“why did I get this?” under an alert, and after it', async () => {
    await subscribe('attacks near Samawah');
    await applyTo(world.incidents, [incidentOf(1)]);
    await heard(1);
    await until(async () => (await world.rows.outbox.last(here)) !== undefined, 'the message kept');
    const why =
      /standing question “attacks near Samawah” \(#1\)\. What was told: Ambush number 1: ambush, Samawah, Iraq, 3 killed/;
    const under = { ...from(), thread: `slack:C1:${recorded.sent[0]?.message}` };
    expect((await world.dispatcher.ask('why did I get this?', under)).text).toMatch(why);
    expect(
      (await world.dispatcher.ask('why am I being told this?', { ...from(), thread: 'slack:C1:other' })).text,
    ).toMatch(why);
    expect((await world.dispatcher.ask('who says so?', under)).text).toMatch(/Wire/);
  });
});

describe('watching', () => {
  const on = (n: number, day: string, more: object = {}) =>
    incidentOf(n, { when: { start: day, end: day, precision: 'day' }, ...more });

  test('a week that doubles the usual is told once', async () => {
    await applyTo(world.incidents, [on(1, '2020-06-17'), on(2, '2020-06-24'), on(3, '2020-07-01')]);
    const shown = await run('subscribe', { question: 'when the weekly count in Iraq doubles' });
    expect(shown.text).toMatch(
      /hear of a week with at least 2 times the usual number of .*incidents in Iraq \(the average of the 4 weeks before/,
    );
    await world.dispatcher.runAction(shown.next.at(-1)?.action ?? { ask: '' }, from());
    await applyTo(world.incidents, [on(4, '2020-07-10'), on(5, '2020-07-11')]);
    await quietly();
    expect(recorded.sent).toEqual([]);
    await applyTo(world.incidents, [on(6, '2020-07-12')]);
    await heard(1);
    await applyTo(world.incidents, [on(7, '2020-07-12')]);
    await quietly();
    expect(recorded.sent.map((s) => s.text.split('\n')[0])).toEqual([
      'More than usual: 3 incidents, 6 to 12 July 2020, against 0.8 on average in the 4 weeks before.',
    ]);
  });

  test('a group that was never there is told once, one that is known not at all', async () => {
    const by = (actor: string) => ({ actors: [{ actor, role: 'attacker' }] });
    await applyTo(world.incidents, [on(1, '2019-01-01', by('Old Group'))]);
    await subscribe('when a group never seen in Iraq appears');
    await applyTo(world.incidents, [on(2, '2020-07-13', by('Old Group'))]);
    await applyTo(world.incidents, [on(3, '2020-07-13', by('New Group')), on(4, '2020-07-13', by('New Group'))]);
    await heard(1);
    await quietly();
    expect(recorded.sent).toHaveLength(1);
    expect(recorded.sent[0]?.text).toMatch(/^Not seen there before: New Group\.\n• 13 Jul 2020 · Ambush number 3/);
  });
});

describe('when something is gone', () => {
  test('the one who asked is told why it is paused', async () => {
    recorded.control.fail = (channel) =>
      channel === 'C1' ? new ChannelGone('I was removed from the channel') : undefined;
    await subscribe('attacks in Iraq');
    await applyTo(world.incidents, [incidentOf(1)]);
    await heard(1);
    expect(recorded.sent[0]).toMatchObject({ what: 'tell', channel: 'U1' });
    expect(recorded.sent[0]?.text).toMatch(/I was removed from the channel\. Paused: “attacks in Iraq” \(#1\)/);
    expect((await world.dispatcher.ask('what did I miss?', from())).text).toMatch(/\(not delivered\)/);
  });

  test('a message that somebody deleted holds nothing up', async () => {
    await subscribe('attacks in Iraq');
    await applyTo(world.incidents, [incidentOf(1)]);
    await heard(1);
    recorded.control.fail = (channel, what) => (what === 'edit' ? new MessageGone(channel) : undefined);
    await applyTo(world.incidents, [incidentOf(1, killed(9))]);
    await applyTo(world.incidents, [incidentOf(2)]);
    await heard(2);
    expect(recorded.sent[1]?.text).toMatch(/^Reported: Ambush number 2/);
  });
});
