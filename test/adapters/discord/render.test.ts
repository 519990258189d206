import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { render } from '../../../src/adapters/discord/render.ts';
import type { Part } from '../../../src/answers/document/answer.ts';
import { type Body, pingsIn, wrongWith } from '../../fakes/discord/check.ts';
import { answer, anyAnswer } from '../../support/any-answer.ts';
import { deskOver } from '../../support/desk.ts';
import { runs } from '../../support/runs.ts';
import { question } from '../../support/world.ts';

const desk = await deskOver();
const ask = (text: string) => desk.dispatchText(text, question(text));

const sent = (told: Parameters<typeof render>[0], key?: string) =>
  ({ ...render(told, key), allowed_mentions: { parse: [] } }) as Body;

describe('what each kind of answer looks like', () => {
  test.each([
    'who claimed the convoy attack near Samawah?',
    'attacks near Samawah in July 2020',
    'killed per year in Syria',
    'attacks in Peru',
    'attacks near Samawha',
    'will there be an attack tomorrow?',
    'status',
    'show sitrep:samawah-convoy-2020-07-11',
  ])('%s', async (text) => {
    const rendered = sent(await ask(text), 'key');
    expect(wrongWith('MessageCreateRequest', rendered)).toEqual([]);
    expect(JSON.stringify(rendered, null, 1).replace(/<t:\d+:f>/g, '<moment>')).toMatchSnapshot();
  });
});

test('words from data stay words: no mention, no markup, no forged link', () => {
  const nasty =
    '@everyone <@123> <#1> *bold* _it_ `code` ||hide|| [bank](https://evil.example) https://evil.example\n# head\n> quote\n- list\n1. one';
  const card = {
    id: nasty,
    title: nasty,
    when: nasty,
    where: nasty,
    type: nasty,
    facts: [
      { label: nasty, words: nasty },
      { label: 'Killed', words: nasty },
    ],
    sources: [
      { words: nasty, url: 'javascript:alert(1)' },
      { words: 'a [b](c)', url: 'https://example.org/a)b' },
    ],
  };
  const table = { title: nasty, columns: [{ name: nasty, align: 'left' as const }], rows: [[nasty], ['```']] };
  const parts: Part[] = [
    { kind: 'text', text: nasty },
    { kind: 'text', text: nasty },
    { kind: 'note', text: nasty },
    { kind: 'incident', card },
    { kind: 'row', row: { id: 'a:1', when: nasty, words: nasty, source: { words: nasty }, moreSources: 0 } },
    { kind: 'table', table },
  ];
  const { content, embeds } = render(answer({ parts }));
  const words = [content, ...embeds.flatMap((e) => [e.title, e.description, ...(e.fields ?? []).map((f) => f.value)])];
  // Inside code nothing is read as a mention.
  const all = words
    .filter((w) => !w?.includes('```'))
    .join('\n')
    .replace(/(?<!\\)`[^`]*`/g, '');
  expect(all.match(/(?<!\\)@|(?<!\\)<[@#]/g)).toBeNull();
  expect(all.match(/(?<!\\)\]\([^)]*\)/g)).toEqual(['](<https://example.org/a%29b>)']);
  expect(all).toContain('\\*bold\\*');
  expect(all.match(/^(?:# |> |- |1\. )/m)).toBeNull();
  // A raw address cannot be pressed: a word joiner stands in it.
  expect(all.match(/https?:\/\/evil/)).toBeNull();
  expect(words.join('\n')).not.toContain('```');
});

test('moments are shown in the reader’s own time', () => {
  const { embeds } = render(answer({ parts: [{ kind: 'note', text: 'on 2020-07-14 09:00 UTC by me' }] }));
  expect(embeds).toEqual([{ description: '-# on <t:1594717200:f> by me' }]);
});

test('no answer, however large or strange, makes a message that Discord would refuse', () => {
  fc.assert(
    fc.property(anyAnswer, (told) => {
      const message = sent(told, 'AAAAAAAAAAA');
      expect(wrongWith('MessageCreateRequest', message)).toEqual([]);
      expect(pingsIn(message)).toEqual([]);
    }),
    { numRuns: runs(100), interruptAfterTimeLimit: 30_000, markInterruptAsFailure: false },
  );
});

describe('what does not fit is said to be cut', () => {
  const card = (i: number, words = 'x'): Part => ({
    kind: 'incident',
    card: {
      id: `a:${i}`,
      title: `T${i}`,
      when: 'w',
      where: 'w',
      type: 't',
      facts: [{ label: 'L', words }],
      sources: [],
    },
  });
  const all = (parts: Part[]) => JSON.stringify(render(answer({ parts })).embeds);
  test('more than ten incidents', () => {
    expect(all(Array.from({ length: 11 }, (_, i) => card(i)))).toMatch(/Cut: the rest does not fit/);
    expect(all(Array.from({ length: 10 }, (_, i) => card(i)))).not.toMatch(/Cut/);
  });
  test('more than six thousand letters', () => {
    expect(all([card(1, 'x'.repeat(3000)), card(2, 'x'.repeat(3000))])).toMatch(/Cut: the rest does not fit/);
    expect(all([card(1, 'x'.repeat(2900)), card(2, 'x'.repeat(2900))])).not.toMatch(/Cut/);
  });
  test('a long table', () => {
    const rows = Array.from({ length: 800 }, (_, i) => [String(i).padStart(8)]);
    const table: Part = { kind: 'table', table: { title: 'T', columns: [{ name: 'Year', align: 'left' }], rows } };
    const shown = all([table]);
    const kept = shown.match(/\\n• /g)?.length ?? 0;
    expect(kept).toBeGreaterThan(100);
    expect(shown).toContain(`Cut: ${800 - kept} more rows do not fit`);
    expect(all([{ ...table, table: { ...table.table, rows: rows.slice(0, kept) } }])).not.toMatch(/Cut/);
  });
  test('a long first sentence', () => {
    expect(render(answer({ parts: [{ kind: 'text', text: 'x'.repeat(2001) }] })).content).toMatch(/… \(cut\)$/);
  });
  test('sources: whole links, and how many are left', () => {
    const sources = Array.from({ length: 40 }, (_, i) => ({
      words: `source ${i}`,
      url: `https://example.org/${'x'.repeat(40)}`,
    }));
    const shown = all([
      { kind: 'incident', card: { id: 'a:1', title: 'T', when: 'w', where: 'w', type: 't', facts: [], sources } },
    ]);
    const links = shown.match(/\[source \d+\]\(<[^>]*>\)/g)?.length ?? 0;
    expect(links).toBeGreaterThan(5);
    expect(shown).toContain(`and ${40 - links} more (cut)`);
  });
});

test.each([
  [0, []],
  [1, [1]],
  [5, [5]],
  [6, [5, 1]],
  [10, [5, 5]],
  [11, ['of 11']],
  [26, ['of 25']],
])('%i steps are rows of five buttons, or a list of at most twenty-five', (steps, rows) => {
  const next = Array.from({ length: steps }, (_, i) => ({ label: `step ${i}`, action: { ask: 'x' } }));
  const { components } = render(answer({ next }), 'key');
  const told = components.map(({ components: [first, ...rest] }) =>
    first && 'options' in first ? `of ${first.options?.length}` : 1 + rest.length,
  );
  expect(told).toEqual(rows);
});

test('figures of a card stand side by side, the rest under one another', () => {
  const facts = ['Killed', 'What', 'Wounded'].map((label) => ({ label, words: '3' }));
  const card = { id: 'a:1', title: 'T', when: 'w', where: 'w', type: 't', facts, sources: [] };
  const [embed] = render(answer({ parts: [{ kind: 'incident', card }] })).embeds;
  expect(embed?.fields).toEqual(['Killed', 'Wounded'].map((name) => ({ name, value: '3', inline: true })));
  expect(embed?.description).toBe('w · w\nt · `a:1`\n**What:** 3');
});
