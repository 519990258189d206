import { beforeAll, describe, expect, test } from 'vitest';
import type { Dispatcher } from '../../src/app/dispatcher.ts';
import { deskOver } from '../support/desk.ts';
import { question } from '../support/world.ts';

let desk: Dispatcher;
beforeAll(async () => {
  desk = await deskOver();
});
const from = question('');
const run = async (command: string, options: Record<string, unknown>) => {
  const { data, text, failed } = await desk.run(command, options, from);
  return { filter: data?.understood?.filter, measure: data?.understood?.measure, data, text, failed };
};

describe('what stands in an option is of the option’s kind', () => {
  test('--text is text and nothing else', async () => {
    const { filter } = await run('search', { text: 'Iraq "2016" by month' });
    expect(filter).toEqual({ eventTypes: ['violence'], text: 'Iraq "2016" by month' });
  });

  test('--place is a place, --actor who acted, --type a kind', async () => {
    const { filter } = await run('search', { place: 'May', actor: 'Taliban', type: 'air strikes' });
    expect(filter?.period).toBeUndefined();
    expect(filter?.place?.level).toBe('town');
    expect(filter?.actors).toEqual([{ name: 'Taliban', role: 'attacker' }]);
    expect(filter?.eventTypes).toEqual(['airstrike']);
  });

  test('--role says what the actor was', async () => {
    expect((await run('search', { actor: 'Taliban', role: 'target' })).filter?.actors?.[0]?.role).toBe('target');
  });

  test.each([
    ['Samawah, Iraq', 'As Samawah', 'Iraq'],
    ['Tripoli, Lebanon', 'Tripoli', 'Lebanon'],
    ['Tripoli (Libya)', 'Tripoli', 'Libya'],
    ['Gwoza, Borno', 'Gwoza', 'Nigeria'],
    ['Samawwah', 'As Samawah', 'Iraq'],
  ])('%s is %s in %s', async (place, name, country) => {
    expect((await run('search', { place })).filter?.place).toMatchObject({ name, country, relation: 'in' });
  });

  test('a position in degrees, and kilometres around', async () => {
    const near = (await run('search', { place: '31.3, 45.3', near: 20 })).filter?.place;
    expect(near).toMatchObject({ level: 'point', lat: 31.3, lon: 45.3, radiusKm: 20, relation: 'near' });
    expect((await run('map', { place: 'Samawah', near: 30 })).filter?.place).toMatchObject({ radiusKm: 30 });
  });

  test('a place that is left out', async () => {
    const { filter } = await run('search', { place: 'Iraq', except: 'Baghdad' });
    expect(filter).toMatchObject({ place: { name: 'Iraq' }, exclude: { places: [{ name: 'Baghdad' }] } });
  });
});

describe('dates', () => {
  test.each([
    ['2016', '2016', '2016-01-01', '2017-01-01'],
    ['2016-02', '2016-03', '2016-02-01', '2016-04-01'],
    ['2016-02-28', '2016-02-29', '2016-02-28', '2016-03-01'],
    ['2016', undefined, '2016-01-01', null],
    [undefined, '2016-12-31', null, '2017-01-01'],
  ])('from %s to %s', async (first, last, start, end) => {
    const options = { ...(first ? { from: first } : {}), ...(last ? { to: last } : {}) };
    expect((await run('search', options)).filter?.period).toEqual({ start, end });
  });

  test.each(['March 2016', '2016-13', '2017-02-29', '5/6/2016', 'yesterday'])(
    '“%s” is told to be none',
    async (said) => {
      const { text, failed } = await run('trend', { from: said });
      expect([failed, text]).toEqual([2, expect.stringMatching(/is not a date; use a day like 2016-03-31, a month/)]);
    },
  );

  test('from after to', async () => {
    const { text, failed } = await run('search', { from: '2017', to: '2016-05' });
    expect([failed, text]).toEqual([2, expect.stringMatching(/ends before it starts: from 2017 to 2016-05/)]);
  });
});

describe('what cannot be meant says how it can', () => {
  test.each([
    ['Iraq except Baghdad', /--except "Baghdad".*ask "incidents in Iraq except Baghdad"/],
    ['Iraq and Syria', /more than one place.*ask "incidents in Iraq and Syria"/],
    ['Iraq, Syria', /more than one place.*ask "incidents in Iraq, Syria"/],
  ])('--place “%s”', async (place, words) => {
    const { text, failed } = await run('search', { place });
    expect([failed, text]).toEqual([2, expect.stringMatching(words)]);
  });

  test.each([
    ['Nigeria and Sudan', /more than one place.*ask "incidents outside Nigeria and Sudan"/],
    ['Iraq, Syria', /more than one place.*ask "incidents outside Iraq, Syria"/],
    ['Iraq except Baghdad', /is not one place.*ask "incidents outside Iraq"/],
  ])('--except “%s”', async (except, words) => {
    const { text, failed } = await run('search', { except });
    expect([failed, text]).toEqual([2, expect.stringMatching(words)]);
    expect(text).not.toMatch(/"incidents in /);
  });

  test('the question that is proposed leaves both out', async () => {
    const { text } = await run('search', { except: 'Nigeria and Sudan' });
    const { data } = await desk.ask(text.match(/ask "(.+)"/)?.[1] ?? '', from);
    expect(data?.understood?.filter).toMatchObject({ exclude: { places: [{ name: 'Nigeria' }, { name: 'Sudan' }] } });
  });

  test('a role of nobody', async () => {
    const { text, failed } = await run('search', { place: 'Iraq', role: 'target' });
    expect([failed, text]).toEqual([2, expect.stringMatching(/give the actor too/)]);
  });

  test.each(['***', '🔥'])('--text “%s”', async (said) => {
    const { text, failed } = await run('search', { text: said });
    expect([failed, text]).toEqual([2, expect.stringMatching(/no word to look for/)]);
  });

  test('kilometres around a country', async () => {
    expect(await run('search', { place: 'Iraq', near: 50 })).toMatchObject({
      failed: 2,
      text: expect.stringMatching(/distance from Iraq makes no sense/),
    });
  });

  test('no kind of incident', async () => {
    expect((await run('search', { type: 'picnic' })).text).toMatch(/“picnic” is not a kind of incident/);
  });

  test('a name that nobody has is asked back, and each choice finds what it says', async () => {
    const answer = await desk.run('search', { place: 'Iraqistan' }, from);
    const { data } = answer;
    expect([data?.status, answer.next.length]).toEqual(['unclear', 3]);
    for (const [i, step] of answer.next.entries()) {
      const chosen = await desk.runAction(step.action, from);
      expect(chosen.data?.understood?.filter.place?.name).toBe(data?.choices?.[i]?.label.split(/,| \(/)[0]);
    }
  });

  test('of two names that nobody has, both are asked back, one after the other', async () => {
    const first = await desk.run('search', { place: 'Iraqistan', except: 'Baghdadd Citty' }, from);
    expect(first.text).toMatch(/Iraqistan/);
    for (const [i, step] of first.next.entries()) {
      const second = await desk.runAction(step.action, from);
      expect(second.data?.status).toBe('unclear');
      expect(second.text).toMatch(/Baghdadd Citty/);
      const [name] = first.data?.choices?.[i]?.label.split(/,| \(/) ?? [];
      for (const [j, next] of second.next.entries()) {
        const { data } = await desk.runAction(next.action, from);
        expect(data?.understood?.filter).toMatchObject({
          place: { name },
          exclude: { places: [{ name: second.data?.choices?.[j]?.label.split(/,| \(/)[0] }] },
        });
      }
    }
  });
});

describe('the next page', () => {
  const inThread = (thread: string) => question('', { thread });

  test('of no answer', async () => {
    const { failed, text } = await desk.run('search', { more: true }, inThread('nothing asked'));
    expect([failed, text]).toEqual([2, expect.stringMatching(/[Aa]sk .*first/)]);
  });

  test.each([{ place: 'Iraq' }, { role: 'target' }, { order: 'deadliest' }, { limit: 20 }])(
    'with %j as well',
    async (others) => {
      await desk.ask('incidents in Iraq', inThread('more'));
      const { failed, text } = await desk.run('search', { more: true, ...others }, inThread('more'));
      expect([failed, text]).toEqual([2, expect.stringMatching(/--more.*without other options/)]);
    },
  );

  test('of the last answer', async () => {
    await desk.run('search', { limit: 1, order: 'oldest' }, inThread('pages'));
    const { data } = await desk.run('search', { more: true }, inThread('pages'));
    expect(data?.understood).toMatchObject({ limit: 1, order: 'oldest' });
  });
});

test('the answer says how it was read', async () => {
  const { text } = await run('search', { place: 'Samawwah', near: 30, type: 'attacks', from: '2020' });
  expect(text).toMatch(/attacks? within 30 km of As Samawah, Iraq since 2020/);
  expect(text).toMatch(/Taken for granted: “Samawwah” read as As Samawah/);
});

test('every command with options keeps to them', async () => {
  expect((await run('timeline', { place: 'Iraq', limit: 7 })).data?.understood).toMatchObject({
    measure: 'timeline',
    limit: 7,
  });
  expect((await run('trend', { place: 'Iraq', by: 'month', of: 'killed' })).data?.understood).toMatchObject({
    measure: 'trend',
    by: 'month',
    of: 'killed',
  });
  expect((await run('search', { order: 'deadliest', limit: 2, minKilled: 3 })).data?.understood).toMatchObject({
    order: 'deadliest',
    limit: 2,
    filter: { minKilled: 3 },
  });
});

test('what is chosen from the list puts an incident right, too', async () => {
  const own = await deskOver();
  const id = 'sitrep:deir-ez-zor-airstrike-2020-07-11';
  const chosen = async (kind: string, typed: string) => (await own.autocomplete(kind, typed))[0]?.value;
  const options = {
    id,
    place: await chosen('place', 'Al Mayadin'),
    type: await chosen('type', 'car bomb'),
    why: 'map',
  };
  expect(options).toMatchObject({ place: expect.stringMatching(/^gazetteer:/), type: expect.stringMatching(/bomb/) });
  expect((await own.run('correct', options, from)).failed).toBeUndefined();
  const { text } = await own.run('show', { id }, from);
  expect(text).toMatch(/Kind: airstrike → car-bomb/);
  expect(text).toMatch(/→ Al Mayādīn, Syria/);
});
