import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../src/adapters/slack/limits.ts';
import { render } from '../../../src/adapters/slack/render.ts';
import type { Part } from '../../../src/answers/document/answer.ts';
import type { Query } from '../../../src/incidents/query.ts';
import { pingsIn, wrongWith } from '../../fakes/slack/check-blocks.ts';
import { answer, anyAnswer } from '../../support/any-answer.ts';
import { deskOver } from '../../support/desk.ts';
import { runs } from '../../support/runs.ts';
import { question } from '../../support/world.ts';

const desk = await deskOver();
const ask = (text: string) => desk.dispatchText(text, question(text));

describe('what each kind of answer looks like', () => {
  test.each([
    'who claimed the convoy attack near Samawah?',
    'attacks near Samawah in July 2020',
    'how many people were killed in Syria in 2020?',
    'killed per year in Syria',
    'which countries had the most incidents?',
    'attacks in Peru',
    'attacks near Samawha',
    'will there be an attack tomorrow?',
    'help',
    'status',
    'show sitrep:samawah-convoy-2020-07-11',
  ])('%s', async (text) => {
    const rendered = render(await ask(text), 'key');
    expect(wrongWith(rendered.blocks)).toEqual([]);
    const dated = JSON.stringify(rendered, null, 1).replace(/"timestamp": \d+/g, '"timestamp": 0');
    expect(dated.replace(/\d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC/g, '<moment>')).toMatchSnapshot();
  });
});

describe('words from data stay words', () => {
  const nasty = '<!channel> <@U123> <#C1> & *bold* _it_ `code` :fire: <https://evil.example|bank>';
  const parts: Part[] = [
    { kind: 'text', text: nasty },
    { kind: 'note', text: nasty },
    {
      kind: 'incident',
      card: {
        id: nasty,
        title: nasty,
        when: nasty,
        where: nasty,
        type: nasty,
        facts: [{ label: nasty, words: nasty }],
        sources: [
          { words: nasty, url: 'javascript:alert(1)' },
          { words: nasty, url: 'https://example.org/a|b>c' },
        ],
      },
    },
  ];
  const rendered = render(answer({ text: nasty, parts, next: [{ label: nasty, action: { ask: nasty } }] }), 'key');

  test('no mention, no markup, no forged link', () => {
    expect(pingsIn(rendered)).toEqual([]);
    expect(rendered.text).toContain('&lt;!channel&gt;');
    const small = rendered.blocks.flatMap((b) => (b.type === 'context' ? b.elements : []));
    const links = small.flatMap((e) => ('text' in e && e.type === 'mrkdwn' ? (e.text.match(/<[^>]*>/g) ?? []) : []));
    expect(links).toEqual([expect.stringMatching(/^<https:\/\/example\.org\/a%7Cb%3Ec\|/)]);
    expect(JSON.stringify(small)).not.toMatch(/[*_`]|:fire:/);
  });
});

test('moments are shown in the reader’s own time, with a fallback', () => {
  const { blocks } = render(
    answer({ parts: ['text', 'note'].map((kind) => ({ kind, text: 'on 2020-07-14 09:00 UTC by me' }) as Part) }),
  );
  expect(blocks[0]).toMatchObject({
    elements: [
      {
        elements: [
          { text: 'on ' },
          { type: 'date', timestamp: 1594717200, fallback: '2020-07-14 09:00 UTC' },
          { text: ' by me' },
        ],
      },
    ],
  });
  expect(JSON.stringify(blocks[1])).toContain(
    'on <!date^1594717200^{date_short_pretty} {time}|2020-07-14 09:00 UTC> by me',
  );
});

test('no answer, however large or strange, makes a message that Slack would refuse', () => {
  fc.assert(
    fc.property(anyAnswer, fc.constantFrom<number>(limits.blocks, limits.homeBlocks), (told, most) => {
      const { text, blocks } = render(told, 'AAAAAAAAAAA', most);
      expect(wrongWith(blocks, most)).toEqual([]);
      expect(text.length).toBeLessThanOrEqual(40_000);
      expect(text.length).toBeGreaterThan(0);
      expect(pingsIn({ text, blocks })).toEqual([]);
    }),
    { numRuns: runs(100), interruptAfterTimeLimit: 30_000, markInterruptAsFailure: false },
  );
});

describe('what does not fit is said to be cut', () => {
  const text = (rendered: ReturnType<typeof render>) => JSON.stringify(rendered.blocks);
  test('many parts', () => {
    const parts = Array.from({ length: 60 }, (_, i): Part => ({ kind: 'text', text: `part ${i}` }));
    const rendered = render(answer({ parts, next: [{ label: 'More', action: { ask: 'more' } }] }), 'key');
    expect(rendered.blocks).toHaveLength(50);
    expect(text(rendered)).toMatch(/Cut: the rest does not fit/);
    expect(rendered.blocks.at(-1)?.type).toBe('actions');
  });
  test('fifty parts fit just so', () => {
    const parts = Array.from({ length: 50 }, (_, i): Part => ({ kind: 'text', text: `part ${i}` }));
    expect(text(render(answer({ parts })))).not.toMatch(/Cut/);
  });
  test('a long text', () => {
    expect(text(render(answer({ parts: [{ kind: 'text', text: 'x'.repeat(3001) }] })))).toMatch(/… \(cut\)/);
    expect(text(render(answer({ parts: [{ kind: 'text', text: 'x'.repeat(3000) }] })))).not.toMatch(/cut/);
  });
  test('a long table', () => {
    const columns = [{ name: 'Year', align: 'left' as const }];
    const table = (rows: number): Part => ({
      kind: 'table',
      table: { title: 'T', columns, rows: Array.from({ length: rows }, (_, i) => [String(i)]) },
    });
    expect(text(render(answer({ parts: [table(100)] })))).toMatch(/Cut: 1 more rows/);
    expect(text(render(answer({ parts: [table(99)] })))).not.toMatch(/Cut/);
  });
  test('a table whose words fit but for the dash of an empty heading', () => {
    const columns = ['', 'x'].map((name) => ({ name, align: 'left' as const }));
    const full = ['x'.repeat(200), 'x'.repeat(200)];
    const rows = [...Array.from({ length: 24 }, () => full), ['x'.repeat(200), 'x'.repeat(199)]];
    const { blocks } = render(answer({ parts: [{ kind: 'table', table: { title: 'T', columns, rows } }] }));
    expect(wrongWith(blocks, limits.blocks)).toEqual([]);
    expect(text({ text: '', blocks })).toMatch(/Cut: 1 more rows/);
  });
  test('sources: whole links, and how many are left', () => {
    const sources = Array.from({ length: 40 }, (_, i) => ({
      words: `source ${i}`,
      url: `https://example.org/${'x'.repeat(100)}`,
    }));
    const card = { id: 'a:1', title: 'T', when: 'w', where: 'w', type: 't', facts: [], sources };
    const shown = text(render(answer({ parts: [{ kind: 'incident', card }] })));
    const links = shown.match(/\|source \d+>/g)?.length ?? 0;
    expect(links).toBeGreaterThan(10);
    expect(shown).toContain(`; and ${40 - links} more (cut)`);
  });
});

const next = (steps: number) => Array.from({ length: steps }, (_, i) => ({ label: `step ${i}`, action: { ask: 'x' } }));

test.each([
  [1, ['button']],
  [8, Array.from({ length: 8 }, () => 'button')],
  [9, ['static_select']],
])('%i steps are buttons up to eight, then a list', (steps, types) => {
  const [row] = render(answer({ next: next(steps) }), 'key').blocks;
  const elements = row?.type === 'actions' ? row.elements : [];
  expect(elements.map(({ type }) => type)).toEqual(types);
  const values = [...JSON.stringify(elements).matchAll(/"value":"key:(\d+)"/g)].map(([, value]) => Number(value));
  expect(values).toEqual(next(steps).map((_, i) => i));
});

test('under an answer from the data three are buttons, the others are behind “…”', () => {
  const why = { label: 'Why?', action: { why: { query: {} as Query, ids: [], why: '' } } };
  const elements = (steps: number) => {
    const [row] = render(answer({ next: [...next(steps), why] }), 'key').blocks;
    return row?.type === 'actions' ? row.elements : [];
  };
  expect(elements(3).map(({ type }) => type)).toEqual(['button', 'button', 'button', 'button']);
  expect(elements(4).map(({ type }) => type)).toEqual(['button', 'button', 'button', 'overflow']);
  expect(JSON.stringify(elements(7)).match(/"value":"key:\d+"/g)).toHaveLength(8);
});

test('the first table is Slack’s own and the others are lines; a chart is a table only where there is none', () => {
  const chart: Part = { kind: 'chart', title: 'C', unit: 'killed', points: [{ label: '2016', value: 4213 }] };
  const columns = [{ name: 'Year', align: 'left' as const }];
  const table: Part = { kind: 'table', table: { title: 'T', columns, rows: [['2017']] } };
  const shown = (...parts: Part[]) =>
    render(answer({ parts })).blocks.map((block) => {
      const words = JSON.stringify(block);
      return `${block.type}${words.includes('preformatted') ? ' of lines' : ''}${words.includes('4,213') ? ' of the chart' : ''}`;
    });
  expect(shown(chart)).toEqual(['rich_text', 'table of the chart']);
  expect(shown(chart, { ...chart })).toEqual([
    'rich_text',
    'table of the chart',
    'rich_text',
    'rich_text of lines of the chart',
  ]);
  expect(shown(chart, table, { ...table })).toEqual(['rich_text', 'table', 'rich_text', 'rich_text of lines']);
});
