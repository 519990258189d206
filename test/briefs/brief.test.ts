import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answers/document/answer.ts';
import type { Dispatcher } from '../../src/app/dispatcher.ts';
import type { Incidents } from '../../src/incidents/incidents.ts';
import { ana, put } from '../incidents/world.ts';
import { openStore, question } from '../support/world.ts';
import { deskHolding, inIraq, pageIn } from './world.ts';

// Weeks from Monday 8 June 2020 on; the data ends on Sunday 12 July, and the asker's day is Tuesday the 14th.
const weeks = ['2020-06-08', '2020-06-15', '2020-06-22', '2020-06-29'];
const before = weeks.flatMap((day, n) => [
  ...Array.from({ length: 4 + n }, () => inIraq(day, { province: 'Anbar', killed: 2, actors: ['Old Guard'] })),
  inIraq(day, { province: 'Basra', killed: 1, actors: ['Old Guard'] }),
]);
const week = [
  inIraq('2020-07-06', { province: 'Anbar', killed: 9, low: 7, high: 12, actors: ['Old Guard', 'New Band'] }),
  ...Array.from({ length: 8 }, () => inIraq('2020-07-08', { province: 'Basra', killed: 1, by: 'Gazette' })),
  inIraq('2020-07-12', {
    province: 'Basra',
    killed: 4,
    actors: ['Unidentified gunmen'],
    more: { attributions: [{ actor: 'New Band', status: 'claimed', by: 'New Band' }] },
  }),
];

let store: Incidents;
let desk: Dispatcher;
let brief: Answer;
const ask = (text: string, more = {}) => desk.ask(text, question(text, more));
const resultOf = async (text: string) => (await ask(text)).data?.result;

beforeAll(async () => {
  store = await openStore();
  await put(store, [...before, ...week], '2020-07-01T09:00:00Z');
  const [id = '', other = ''] = before.map((i) => i.id);
  await store.edit({ kind: 'retract', id }, ana('told twice', '2020-07-07T10:00:00Z'));
  await store.edit({ kind: 'retract', id: other }, ana('too early for this brief', '2020-07-05T10:00:00Z'));
  desk = await deskHolding(store);
  brief = await ask('weekly report for Iraq', { thread: 'a' });
});

describe('the figures are those that plain questions have', () => {
  const inDays = (from: string, to: string) => `in Iraq from ${from} to ${to}`;
  const span = inDays('2020-07-06', '2020-07-12');

  test('incidents and killed, low to high', async () => {
    const count = await resultOf(`how many incidents were there ${span}?`);
    const killed = await resultOf(`how many people were killed ${span}?`);
    expect(count?.value).toBe(10);
    expect(killed).toMatchObject({ value: 21, low: 19, high: 24 });
    expect(brief.text).toContain(`${count?.value} incidents, `);
    expect(brief.text).toContain(`${killed?.value} killed (${killed?.low} to ${killed?.high})`);
    expect(brief.data?.result).toMatchObject({ total: count?.value, value: killed?.value });
  });

  test('the usual is the mean of the four weeks before', async () => {
    const counts = await Promise.all(
      ['06-08 06-14', '06-15 06-21', '06-22 06-28', '06-29 07-05'].map(async (days) => {
        const [from, to] = days.split(' ').map((d) => `2020-${d}`) as [string, string];
        const found = await resultOf(`how many incidents were there ${inDays(from, to)}?`);
        return Number(found?.value ?? 0);
      }),
    );
    const usual = counts.reduce((a, b) => a + b) / 4;
    expect(usual).toBe(6);
    expect(brief.text).toContain(`10 incidents, ${Math.round((10 / usual - 1) * 100)} % more than the usual ${usual};`);
  });

  test('provinces and sources are those of a ranking', async () => {
    const groups = (await resultOf(`which provinces had the most incidents ${span}?`))?.groups;
    expect(groups?.map((g) => [g.key, g.count])).toEqual([
      ['Basra', 9],
      ['Anbar', 1],
    ]);
    const table = brief.parts.find((p) => p.kind === 'table');
    expect(table?.table.rows).toEqual([
      ['Basra', '9', '1', '+8'],
      ['Anbar', '1', '5', '−4'],
    ]);
    expect(brief.text).toContain('2 sources: Gazette (8) and Wire (2).');
  });
});

test('it says which week it is, and why that one', () => {
  expect(brief.text).toMatch(/^Weekly brief: incidents in Iraq, 6 to 12 July 2020\./);
  expect(brief.text).toContain('the last whole week before the data ends, on 12 July 2020');
});

test('the deadliest come first', () => expect(brief.text).toMatch(/Deadliest: *\n• .*Killed: 9 .*\n• .*Killed: 4/));

test('only who was never there before is new, and nobody in particular is not', () =>
  expect(brief.text).toMatch(/New actors: In no earlier record of incidents in Iraq: New Band\.\n/));

test('claims that nobody confirms are told', () =>
  expect(brief.text).toMatch(/Claimed, not confirmed: *\n• .*Claimed by New Band \(its own word\)\./));

test('what was retracted in that week is told, what was before is not', () => {
  expect(brief.text).toMatch(/Corrected or retracted: 1 incident in Iraq changed in the record.*1 was retracted/);
  expect(brief.text).toContain('told twice');
  expect(brief.text).not.toContain('too early for this brief');
});

test('a conversation goes on from it', async () => {
  const answer = await ask('how many were killed?', { thread: 'a' });
  expect(answer.data?.result).toMatchObject({ value: 21 });
  expect((await ask('brief me', { thread: 'a' })).text).toMatch(/^Weekly brief: incidents in Iraq, 6 to 12 July/);
});

test('a day and a month have the same words, with days and months', async () => {
  expect((await ask('daily brief: Iraq')).text).toMatch(/^Daily brief: incidents in Iraq, 12 July 2020\. 1 incident, /);
  const month = await ask('monthly summary of incidents in Iraq');
  expect(month.text).toMatch(/^Monthly brief: attacks and other violent incidents in Iraq, 1 to 30 June 2020\./);
  expect(month.text).toContain('The data has no month before it to compare with.');
});

test('the asker’s day comes first where the data goes beyond it', async () => {
  const answer = await ask('weekly report for Iraq', { askedAt: new Date('2020-07-05T20:59:00Z') });
  expect(answer.text).toMatch(/22 to 28 June 2020\..*before today, 5 July 2020/s);
  // Already Monday in Baghdad.
  const later = await ask('weekly report for Iraq', { askedAt: new Date('2020-07-05T21:01:00Z') });
  expect(later.text).toMatch(/29 June to 5 July 2020\..*before today, 6 July 2020/s);
});

test('a month that is named is the month that is told', async () => {
  const answer = await ask('brief me on Iraq in June 2020');
  expect(answer.text).toMatch(/^Monthly brief: incidents in Iraq, 1 to 30 June 2020\..*of the time you named/s);
});

test('the command takes the same words, and says what is wrong with others', async () => {
  const said = await desk.dispatchText('brief Iraq --period week', question(''));
  expect(said.text).toBe(brief.text);
  expect((await desk.dispatchText('brief me on Iraq', question(''))).text).toBe(brief.text);
  expect(await desk.dispatchText('brief Iraq --period year', question(''))).toMatchObject({ failed: 2 });
});

describe('where there is little to tell', () => {
  test('no data at all', async () => {
    const empty = await deskHolding(await openStore());
    const answer = await empty.ask('weekly report for Iraq', question(''));
    expect(answer.text).toMatch(/There is no data yet/);
    expect(answer.parts.some((p) => p.kind === 'file')).toBe(false);
  });

  test('no incident in that week: it says so, and the page too', async () => {
    const answer = await ask('weekly report for protests in Iraq');
    expect(answer.text).toMatch(
      /^Weekly brief: protests in Iraq, 6 to 12 July 2020\. No incidents, as usual; 0 killed, as usual\./,
    );
    expect(answer.next).toEqual([]);
    expect(await pageIn(answer)).toContain('There is nothing to draw.');
  });

  test('data that ended years ago is told of its own last week', async () => {
    const answer = await ask('weekly report for Iraq', { askedAt: new Date('2026-03-01T12:00:00Z') });
    expect(answer.text).toMatch(/6 to 12 July 2020\..*before the data ends, on 12 July 2020/s);
    expect(answer.text).not.toContain('retracted');
  });
});

test('records that may not be passed on are for the asker alone', async () => {
  const closed = await openStore();
  const dataset = { id: 'acled', name: 'ACLED', licence: 'closed', citation: 'ACLED' };
  const records = week.map((record) => ({
    action: 'put' as const,
    record: { ...record, id: `acled:${record.id.slice(5)}` },
  }));
  await closed.apply(records, { dataset, by: 'test', why: 'test', at: '2020-07-13T00:00:00Z' });
  const answer = await (await deskHolding(closed)).ask('weekly report for Iraq', question(''));
  expect(answer.audience).toBe('asker');
  expect(answer.text).toContain('ACLED does not allow records to be passed on');
  expect(await pageIn(answer)).toContain('class="warning"');
  expect(brief.audience).toBe('everyone');
});
