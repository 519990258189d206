import { beforeAll, describe, expect, test } from 'vitest';
import { createDispatcher, type Dispatcher } from '../../src/app/dispatcher.ts';
import type { Bot } from '../../src/app/ports.ts';
import { openButtonPayloads } from '../../src/conversations/button-payloads.ts';
import { openConversationRows } from '../../src/conversations/store.ts';
import { openDatabase } from '../../src/database/open.ts';
import { type Query, query } from '../../src/incidents/query.ts';
import type { Caveat } from '../../src/reading/caveat.ts';
import { openAdapterStores } from '../../src/server/container.ts';
import { botOver, now, question, shippedStore } from '../support/world.ts';
import { answerTo, group, some } from './composed.ts';

const ignored: Caveat = { kind: 'ignored', said: 'at night' };
const children: Caveat = { kind: 'group', said: 'children' };
const palmyra: Caveat = { kind: 'assumed', said: 'Palmira', name: 'Palmyra, Syria' };

describe('in words', () => {
  const said = (...caveats: Caveat[]) =>
    (['en', 'fr', 'ar'] as const).map((language) => answerTo({ caveats, language }).data?.caveat);
  test.each<[Caveat[], string[]]>([
    [
      [ignored],
      [
        'I could not use “at night”, so this is the answer without it.',
        'Je n’ai pas pu tenir compte de « at night » : voici la réponse sans cela.',
        'لم أستطع استعمال «\u2068at night\u2069»، فهذا هو الجواب من دون ذلك.',
      ],
    ],
    [
      [children],
      [
        'Counting everybody: the data does not tell children apart.',
        'Tout le monde est compté : les données ne comptent pas « children » à part.',
        'الجميع محسوبون: لا تفصل البيانات «\u2068children\u2069» عن غيرهم.',
      ],
    ],
    [
      [palmyra],
      [
        'Reading “Palmira” as Palmyra, Syria.',
        '« Palmira » est lu comme Palmyra, Syria.',
        '«\u2068Palmira\u2069» قُرئ \u2068Palmyra, Syria\u2069.',
      ],
    ],
    [
      [{ kind: 'elsewhere', said: 'Peru' }],
      [
        'The data does not cover “Peru”.',
        'Les données ne couvrent pas « Peru ».',
        'لا تشمل البيانات «\u2068Peru\u2069».',
      ],
    ],
  ])('%j', (caveats, sentences) => expect(said(...caveats)).toEqual(sentences));

  test('one sentence for all of a kind, each once', () => {
    const all: Caveat[] = [palmyra, ignored, children, { kind: 'ignored', said: 'quickly' }, ignored];
    expect(said(...all)[0]).toBe(
      'I could not use “at night” and “quickly”, so this is the answer without them. Counting everybody: the data does not tell children apart. Reading “Palmira” as Palmyra, Syria.',
    );
  });

  test('what was written is cleaned and cut', () => {
    const text = said({ kind: 'ignored', said: `a\n\u202e${'b'.repeat(500)}` })[0] ?? '';
    expect(text).not.toMatch(/[\n\u202e]/);
    expect(text.length).toBeLessThan(160);
  });
});

describe('the answer begins with it', () => {
  const found = { total: 3, value: 3, incidents: some(2), groups: [group('2016', 3, 2)] };
  const asked: [string, Partial<Query>, object][] = [
    ...(
      ['list', 'count', 'sum', 'trend', 'rank', 'first', 'last', 'who', 'describe', 'span', 'map', 'timeline'] as const
    ).map((measure): [string, Partial<Query>, object] => [measure, { measure, of: 'killed', by: 'year' }, found]),
    ['compare', { measure: 'compare' }, found],
    [
      'changes',
      { measure: 'changes' },
      { changes: { since: null, before: null, total: 0, incidents: {}, fields: {}, killed: 0, rows: [], origins: [] } },
    ],
    ['nothing found', { measure: 'list' }, {}],
    ['nobody gives a figure', { measure: 'sum', of: 'wounded' }, { total: 2, withoutFigure: 2, incidents: some(2) }],
  ];
  test.each(asked)('%s', (_, of, result) => {
    for (const language of ['en', 'fr', 'ar'] as const) {
      const plainly = answerTo({ query: of, result, language });
      const answer = answerTo({ query: of, result, language, caveats: [ignored, children] });
      const { caveat = '' } = answer.data ?? {};
      expect(caveat.length).toBeGreaterThan(20);
      expect(answer.text).toBe(`${caveat} ${plainly.text}`);
      expect(answer.parts[0]).toEqual({ kind: 'text', text: answer.text.split('\n')[0] });
      expect(answer.data?.text).toBe(answer.text);
      expect(plainly.data).not.toHaveProperty('caveat');
    }
  });
});

describe('what goes on from an answer keeps it', () => {
  let bot: Bot;
  let desk: Dispatcher;
  beforeAll(async () => {
    const stores = await openAdapterStores(await openDatabase(':memory:'));
    bot = await botOver(await shippedStore());
    desk = createDispatcher(bot, stores);
  });
  const list = query.parse({ measure: 'list', limit: 1, filter: {} });
  const inThread = (thread: string) => question('', { thread });
  const begins = /^(?:Counting everybody|Tout le monde est compté)/;

  test('the next page, the map, the file, and another language', async () => {
    const answer = await bot.find(list, inThread('kept'), { caveats: [children] });
    for (const label of ['More', 'Map', 'Export']) {
      const step = answer.next.find((one) => one.label === label);
      if (!step) throw new Error(`no ${label}`);
      const rows = openButtonPayloads(await openConversationRows(await openDatabase(':memory:')));
      const key = await rows.save({ question: '', steps: [step.action] }, now.getTime());
      const [kept] = (await rows.find(key, now.getTime()))?.steps ?? [];
      expect((await desk.runAction(kept ?? { ask: '' }, inThread(label))).text).toMatch(begins);
    }
    expect((await desk.ask('as csv', inThread('kept'))).data).toMatchObject({ caveat: expect.stringMatching(begins) });
    expect((await desk.run('export', {}, inThread('kept'))).text).toMatch(begins);
    expect((await desk.ask('why?', inThread('kept'))).text).toMatch(/Counting everybody/);
    expect((await desk.ask('in French', inThread('kept'))).text).toMatch(begins);
  });

  test('but not the next question', async () => {
    await bot.find(list, inThread('next'), { caveats: [children] });
    expect((await desk.ask('attacks in Iraq in 2020', inThread('next'))).data).not.toHaveProperty('caveat');
  });
});
