import { beforeAll, describe, expect, test } from 'vitest';
import { render as renderForConsole } from '../../src/adapters/console/render.ts';
import { render as renderForDiscord } from '../../src/adapters/discord/render.ts';
import { render as renderForSlack } from '../../src/adapters/slack/render.ts';
import type { Answer } from '../../src/answers/document/answer.ts';
import { answerQuery } from '../../src/app/answer-question.ts';
import type { Bot } from '../../src/app/ports.ts';
import { asParsedQuery } from '../../src/app/run-query.ts';
import { type Query, query } from '../../src/incidents/query.ts';
import type { Caveat } from '../../src/reading/caveat.ts';
import { type Body, wrongWith as wrongForDiscord } from '../fakes/discord/check.ts';
import { wrongWith as wrongForSlack } from '../fakes/slack/check-blocks.ts';
import { botOver, question, shippedStore } from '../support/world.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await botOver(await shippedStore());
});

const places: Query['filter']['places'] = [
  { relation: 'in', name: 'Iraq', level: 'country', countries: ['Iraq'], dataNames: ['Iraq'] },
];
const made = (more: Partial<Query>): Query => query.parse({ measure: 'list', filter: { places }, ...more });
const how = made({ measure: 'count' });
const who = made({ measure: 'rank', by: 'actor', order: 'most' });
const last = made({ limit: 1 });

const both = (first: Query, second: Query, thread = 'two', caveats: Caveat[][] = []): Promise<Answer> =>
  answerQuery(
    bot,
    {
      ...asParsedQuery(first, { caveats: caveats[0] }),
      second: asParsedQuery(second, { caveats: caveats[1] }),
    },
    question('', { thread }),
    'en',
  );
const alone = (one: Query): Promise<Answer> => answerQuery(bot, asParsedQuery(one), question(''), 'en');

describe('a question with two parts', () => {
  test('is answered one after the other; the small print that both have is said once', async () => {
    const { text, parts } = await both(how, who);
    const [first, second] = text.split('\n\n');
    expect(first).toBe((await alone(how)).text);
    expect(second).toMatch(/^The actor with the most incidents in Iraq: /);
    const notes = parts.flatMap((part) => (part.kind === 'note' ? [part.text] : []));
    expect(notes.filter((note) => note.includes('The data for Iraq ends'))).toHaveLength(1);
    expect(new Set(notes).size).toBe(notes.length);
  });

  test('as data, has both parts; the outer one is that with a figure, else the first', async () => {
    const { data } = await both(who, how);
    expect(data?.understood?.measure).toBe('count');
    expect(data?.result?.value).toBeGreaterThan(0);
    expect(data?.parts?.map(({ understood }) => understood?.measure)).toEqual(['rank', 'count']);
    expect(data?.parts?.[0]?.result?.groups?.length).toBeGreaterThan(0);
    expect(data?.parts?.[1]?.result).toEqual(data?.result);
    expect(data?.datasets).toHaveLength(1);
    expect((await both(who, last)).data?.understood?.measure).toBe('rank');
    expect((await alone(how)).data?.parts).toBeUndefined();
  });

  test('says of each part what it could not get', async () => {
    const { data, text } = await both(how, who, 'caveats', [[], [{ kind: 'ignored', said: 'purple' }]]);
    const [first, second] = data?.parts ?? [];
    expect([first?.caveat, second?.caveat]).toEqual([undefined, expect.stringMatching(/purple/)]);
    expect(data?.caveat).toBe(second?.caveat);
    expect(text).toContain(`\n\n${second?.caveat}`);
  });

  test('has the steps of both, and “why?” tells of both', async () => {
    const { next } = await both(how, who);
    expect(next.map(({ label }) => label)).toEqual([
      ...['Map (1)', 'Tell me about new ones (1)', 'Export (1)'],
      ...['Map (2)', 'Tell me about new ones (2)', 'Export (2)', 'Why?'],
    ]);
    const [why] = next.flatMap(({ action }) => ('why' in action ? [action.why] : []));
    expect(why?.why.split('\n\n')).toHaveLength(2);
    const exported = next.flatMap(({ action }) => ('export' in action ? [action.export.measure] : []));
    expect(exported).toEqual(['count', 'rank']);
  });

  test('another page of one does not take the other’s place', async () => {
    const { next } = await both(how, last);
    expect(next.find(({ label }) => label === 'More')?.action).toMatchObject({ find: { measure: 'list', offset: 1 } });
    expect(next.some(({ action }) => 'page' in action)).toBe(false);
  });

  test('leaves the second query as the thread’s, the first before it, and what was shown last', async () => {
    await both(how, last, 'kept');
    const state = await bot.recall(question('', { thread: 'kept' }));
    expect(state?.query.measure).toBe('list');
    expect(state?.earlier?.map(({ measure }) => measure)).toEqual(['count']);
    expect(state?.ids).toHaveLength(1);
    const shown = (await both(last, who, 'earlier')).parts.flatMap((p) => (p.kind === 'row' ? [p.row.id] : []));
    expect((await bot.recall(question('', { thread: 'earlier' })))?.ids).toEqual(shown);
  });

  test('is shown whole on every platform, within its limits', async () => {
    const answer = await both(who, made({ measure: 'rank', by: 'country', order: 'most' }));
    const discord = renderForDiscord(answer, 'key');
    const slack = renderForSlack(answer, 'key');
    expect(wrongForDiscord('MessageCreateRequest', { ...discord, allowed_mentions: { parse: [] } } as Body)).toEqual(
      [],
    );
    expect(wrongForSlack(slack.blocks)).toEqual([]);
    const console = renderForConsole(answer, { colour: false, width: 200 });
    for (const shown of [JSON.stringify(discord), JSON.stringify(slack.blocks), console]) {
      expect(shown).toContain('The actor with the most incidents in Iraq');
      expect(shown).toContain('The country with the most incidents in Iraq');
    }
    expect(console).toMatch(/\n\nThe country with the most/);
  });
});
