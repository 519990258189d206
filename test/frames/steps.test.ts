import { beforeAll, describe, expect, test } from 'vitest';
import { handleLine } from '../../src/adapters/console/chat.ts';
import type { Answer, AnswerAction } from '../../src/answers/document/answer.ts';
import type { Dispatcher, RequestContext } from '../../src/app/dispatcher.ts';
import { openButtonPayloads } from '../../src/conversations/button-payloads.ts';
import { openConversationRows } from '../../src/conversations/store.ts';
import { openDatabase } from '../../src/database/open.ts';
import { query } from '../../src/incidents/query.ts';
import { deskOver } from '../support/desk.ts';
import { now, question } from '../support/world.ts';

let desk: Dispatcher;
beforeAll(async () => {
  desk = await deskOver();
});
const inThread = (thread: string): RequestContext => ({ ...question(''), thread });
const step = ({ next }: Answer, label: RegExp): AnswerAction => {
  const found = next.find((s) => label.test(s.label));
  if (!found) throw new Error(`no step like ${label} among ${next.map((s) => s.label).join(', ')}`);
  return found;
};

describe('the console: a number chooses a step of the answer it stands under', () => {
  const chat = (thread: string) => ({
    dispatcher: desk,
    context: () => inThread(thread),
    greeting: '',
    historyFile: '',
  });
  async function press(older: Answer, label: RegExp, thread: string): Promise<Answer> {
    await desk.ask('raids in Iraq', inThread(thread));
    const number = String(older.next.indexOf(step(older, label)) + 1);
    const answer = await handleLine(number, older.next, chat(thread));
    if (!answer) throw new Error('no answer');
    return answer;
  }

  test('why, map, export and subscribe are about it, and so is the thread then', async () => {
    const older = await desk.ask('airstrikes in Syria', inThread('console'));
    expect((await press(older, /why/i, 'console')).text).toMatch(/I read “airstrikes”.*“Syria”/s);
    expect((await press(older, /map/i, 'console')).text).toMatch(/airstrike in Syria/);
    expect((await press(older, /export/i, 'console')).text).toMatch(/airstrikes-in-syria|Exported as CSV: 1 incident/);
    const shown = await press(older, /new ones/i, 'console');
    expect(shown.text).toMatch(/hear of new airstrikes in Syria/);
    expect((await press(shown, /^subscribe$/i, 'console')).text).toMatch(/“airstrikes in Syria”/);
    expect((await desk.ask('why?', inThread('console'))).text).toMatch(/I read “raids”/);
    await press(older, /why/i, 'console');
    expect((await desk.ask('how many?', inThread('console'))).data?.understood?.filter.place?.name).toBe('Syria');
  });

  test('the next page', async () => {
    const older = await desk.run('search', { limit: 1, order: 'oldest' }, inThread('pages'));
    const page = await press(older, /more/i, 'pages');
    expect(page.data?.understood).toMatchObject({ order: 'oldest', limit: 1, filter: { eventTypes: ['violence'] } });
    expect(page.text).toMatch(/Number 2, earliest first/);
  });

  test('in the language of the answer', async () => {
    const older = await desk.ask('frappes aériennes en Syrie', inThread('french'));
    expect((await press(older, /pourquoi/i, 'french')).text).toMatch(/J’ai|lu/);
    expect((await press(older, /carte/i, 'french')).text).toMatch(/Syrie/);
  });
});

describe('what may be chosen carries its own query', () => {
  test('a name that nobody knows', async () => {
    const asked = await desk.ask('attacks in Iraqistan in 2020', inThread('choice'));
    expect(asked.data?.status).toBe('unclear');
    expect(asked.data?.choices?.map(({ question }) => question)[0]).toMatch(/^attacks in .+ in 2020$/);
    await desk.ask('raids in Iraq', inThread('choice'));
    for (const [i, choice] of asked.next.entries()) {
      const chosen = await desk.runAction(choice.action, inThread('choice'));
      const { data } = chosen;
      const why = await desk.runAction(step(chosen, /why/i).action, inThread('choice'));
      expect(why.text).toMatch(/I read “attacks” as .*“Iraqistan” as place.*2020/);
      const [label = ''] = asked.data?.choices?.[i]?.label.split(/,| \(/) ?? [];
      expect(data?.understood?.filter).toMatchObject({
        place: { name: label },
        period: { start: '2020-01-01', end: '2021-01-01' },
        eventTypes: ['violence'],
      });
    }
  });

  test('a date in figures, the other way round', async () => {
    const asked = await desk.ask('incidents in Iraq on 3/4/2020', inThread('date'));
    const { data } = await desk.runAction(step(asked, /2020-03-04/).action, inThread('date'));
    expect(data?.understood?.filter).toMatchObject({
      place: { name: 'Iraq' },
      period: { start: '2020-03-04', end: '2020-03-05' },
    });
  });

  test('in a follow-up it goes on from the thread', async () => {
    await desk.ask('attacks in 2020', inThread('follow'));
    const asked = await desk.ask('and in Iraqistan?', inThread('follow'));
    await desk.ask('raids in Iraq', inThread('follow'));
    const [choice] = asked.next;
    const { data } = await desk.runAction(choice?.action ?? { ask: '' }, inThread('follow'));
    expect(data?.understood?.filter.period).toEqual({ start: '2020-01-01', end: '2021-01-01' });
  });
});

describe('buttons that an earlier Sitrep kept work for their thirty days', () => {
  const filter = { eventTypes: ['airstrike'] };
  const old = query.parse({ measure: 'list', filter });
  // As the rows of the table `offers` were written: no `about`, no language, "why?" in words.
  const steps = [
    { ask: 'airstrikes in Syria' },
    { ask: 'why?' },
    { run: 'subscribe', options: {} },
    { run: 'subscribe', options: { question: 'ambushes in Yemen', confirm: true } },
    { find: old },
    { page: { ...old, offset: 0 } },
    { export: old, as: 'csv' },
  ];
  const words = [
    /1 airstrike in Syria/,
    /I read “airstrikes”/,
    /hear of new airstrikes in Syria/,
    /ambushes in Yemen/,
    /1 airstrike/,
    /1 airstrike/,
    /Exported as CSV/,
  ];

  test('each of its steps', async () => {
    const rows = await openConversationRows(await openDatabase(':memory:'));
    await rows.buttonPayloads.put('old', now.getTime(), JSON.stringify({ question: 'airstrikes in Syria', steps }));
    const offer = await openButtonPayloads(rows).find('old', now.getTime() + 29 * 86_400_000);
    expect(offer?.steps).toHaveLength(steps.length);
    for (const [i, does] of (offer?.steps ?? []).entries())
      expect((await desk.runAction(does as AnswerAction['action'], inThread('old'))).text).toMatch(words[i] ?? /^$/);
  });
});

test('what a step carries is kept whole', async () => {
  const rows = await openConversationRows(await openDatabase(':memory:'));
  const offers = openButtonPayloads(rows);
  const { next } = await desk.ask('airstrikes in Syria', inThread('kept'));
  const steps = next.map(({ action: does }) => does);
  const key = await offers.save({ question: 'airstrikes in Syria', steps }, now.getTime());
  expect((await offers.find(key, now.getTime()))?.steps).toEqual(JSON.parse(JSON.stringify(steps)));
});

test('a choice that leaves another name open still asks about it after a restart', async () => {
  const rows = await openConversationRows(await openDatabase(':memory:'));
  const { next } = await desk.run('search', { place: 'Iraqistan', except: 'Baghdadd Citty' }, inThread('open'));
  const steps = next.map(({ action }) => action);
  const key = await openButtonPayloads(rows).save({ question: '', steps }, now.getTime());
  const stored = await openButtonPayloads(rows).find(key, now.getTime());
  const [choice] = stored?.steps ?? [];
  const asked = await desk.runAction(choice ?? { ask: '' }, inThread('open'));
  expect([asked.data?.status, asked.text]).toEqual(['unclear', expect.stringMatching(/Baghdadd Citty/)]);
});
