import { DomUtils, Parser, parseDocument } from 'htmlparser2';
import { beforeAll, describe, expect, test } from 'vitest';
import { render as renderForDiscord } from '../../src/adapters/discord/render.ts';
import { limits } from '../../src/adapters/slack/limits.ts';
import { render as renderForSlack } from '../../src/adapters/slack/render.ts';
import type { Answer } from '../../src/answers/document/answer.ts';
import type { Incident } from '../../src/incidents/incident.ts';
import { type Body, pingsIn as pingsInDiscord, wrongWith as wrongWithDiscord } from '../fakes/discord/check.ts';
import { pingsIn as pingsInSlack, wrongWith as wrongWithSlack } from '../fakes/slack/check-blocks.ts';
import { put } from '../incidents/world.ts';
import { recordedPictures } from '../support/recorded-pictures.ts';
import { openStore, question } from '../support/world.ts';
import { deskHolding, inIraq, pageIn } from './world.ts';

const nasty = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;</title><!-- <!channel> @everyone *b* ${'ab'.repeat(60)}`;
const claimed: Partial<Incident> = {
  title: nasty,
  summary: nasty,
  attributions: [{ actor: nasty, status: 'claimed', by: nasty, quote: nasty }],
  reports: [{ publisher: nasty, headline: nasty, url: 'https://example.org/a?b="c"&d=<e>' }],
};
const days = ['2020-07-06', '2020-07-07', '2020-07-08', '2020-07-12'];
const records = [
  inIraq('2020-06-01', { province: nasty, killed: 1 }),
  ...days.flatMap((day) =>
    Array.from({ length: 4 }, (_, n) =>
      inIraq(day, { province: `${n} ${nasty}`, killed: n, actors: [`${n} ${nasty}`], more: claimed }),
    ),
  ),
];

let answer: Answer;
let page: string;
const { drawn, pictures } = recordedPictures();

beforeAll(async () => {
  const store = await openStore();
  await put(store, records);
  const desk = await deskHolding(store, pictures);
  answer = await desk.ask('weekly report for Iraq', question(''));
  expect(drawn).toEqual([]);
  page = await pageIn(answer);
});

const elements = (name: string) => DomUtils.getElementsByTagName(name, parseDocument(page));

describe('the page', () => {
  test('every element is closed where it was opened', () => {
    const implied: string[] = [];
    const parser = new Parser({ onclosetag: (name, guessed) => void (guessed && implied.push(name)) });
    parser.end(page);
    expect(implied.filter((name) => !['meta', 'img', 'source'].includes(name))).toEqual([]);
  });

  test('hostile names are words in it', () => {
    expect(elements('script')).toEqual([]);
    expect(elements('img')).toHaveLength(2);
    expect(elements('title').map((e) => DomUtils.textContent(e))).toEqual([
      'Weekly brief: incidents in Iraq, 6 to 12 July 2020',
    ]);
    const all = DomUtils.findAll(() => true, parseDocument(page).children);
    expect(all.flatMap((e) => Object.keys(e.attribs).filter((a) => a.startsWith('on')))).toEqual([]);
    expect(DomUtils.textContent(elements('h3')[0] as never)).toContain('<script>alert(1)</script>');
  });

  test('nothing is loaded from elsewhere, and links lead to http alone', () => {
    const loaded = [...elements('img').map((e) => e.attribs.src), ...elements('source').map((e) => e.attribs.srcset)];
    expect(loaded.every((url) => url?.startsWith('data:image/png;base64,AQID'))).toBe(true);
    expect(elements('link').length + elements('iframe').length).toBe(0);
    expect(page).not.toMatch(/@import|url\(/);
    expect(elements('meta')[1]?.attribs.content).toMatch(/^default-src 'none'; img-src data:;/);
    const links = elements('a').map((e) => e.attribs.href);
    expect(links.length).toBeGreaterThan(0);
    expect(links.every((url) => url?.startsWith('https://example.org/'))).toBe(true);
  });

  test('a screen reader finds its language, headings, tables and pictures in words', () => {
    expect(elements('html')[0]?.attribs.lang).toBe('en');
    expect(elements('h1')).toHaveLength(1);
    expect(elements('h2').map((e) => DomUtils.textContent(e))).toEqual([
      'Deadliest',
      'New actors',
      'Where it changed most',
      'Claimed, not confirmed',
      'Corrected or retracted',
      'Sources',
      'Map',
      'By day',
      'How this was read',
      'Data and licences',
    ]);
    expect(elements('img').map((e) => e.attribs.alt)).toEqual([
      expect.stringMatching(/^Map\. /),
      expect.stringMatching(/^Bar chart over time\..*6 July 2020: 4;/),
    ]);
    expect(elements('caption')).toHaveLength(elements('table').length);
    expect(elements('th').every((e) => ['row', 'col'].includes(e.attribs.scope ?? ''))).toBe(true);
  });

  test('it is drawn in light and dark, only when it is sent', () => {
    expect(drawn.toSorted()).toEqual(['chart dark', 'chart light', 'map dark', 'map light']);
    expect(elements('source')[0]?.attribs.media).toBe('screen and (prefers-color-scheme: dark)');
    expect(page).toMatch(/@media print/);
  });

  test('its figures are those of the message', () => {
    const lead = elements('p').find((e) => e.attribs.class === 'lead');
    expect(answer.text).toContain(DomUtils.textContent(lead as never));
    expect(DomUtils.textContent(lead as never)).toContain('16 incidents');
  });
});

test('a picture that cannot be drawn is told in words', async () => {
  const store = await openStore();
  await put(store, records);
  const failing = { draw: () => Promise.reject(new Error('too many')), close: async () => {} };
  const answer = await (await deskHolding(store, failing)).ask('weekly report for Iraq', question(''));
  const page = await pageIn(answer);
  expect(page).not.toContain('<img');
  expect(page).toContain('Bar chart over time.');
});

describe('the message stays within what a platform takes', () => {
  test('Slack', () => {
    const rendered = renderForSlack(answer, 'key', limits.blocks);
    expect(wrongWithSlack(rendered.blocks)).toEqual([]);
    expect(pingsInSlack(rendered)).toEqual([]);
  });

  test('Discord', () => {
    const rendered = { ...renderForDiscord(answer, 'key'), allowed_mentions: { parse: [] } } as Body;
    expect(wrongWithDiscord('MessageCreateRequest', rendered)).toEqual([]);
    expect(pingsInDiscord(rendered)).toEqual([]);
  });
});
