import { expect, test } from 'vitest';
import { handleLine } from '../../../src/adapters/console/chat.ts';
import { render, wrap } from '../../../src/adapters/console/render.ts';
import { pad, tableLines } from '../../../src/adapters/text-table.ts';
import { answer } from '../../support/any-answer.ts';
import { question } from '../../support/world.ts';

const look = { colour: false, width: 60 };

test('tables line up under marks and wide letters', () => {
  const table = {
    title: 'Provinces',
    columns: [
      { name: 'Province', align: 'left' as const },
      { name: 'Incidents', align: 'right' as const },
    ],
    rows: [
      ['Nīnawá', '12'],
      ['東京', '3'],
    ],
  };
  expect(render(answer({ parts: [{ kind: 'table', table }] }), look)).toBe(
    'Provinces\nProvince  Incidents\nNīnawá           12\n東京              3',
  );
});

test('no line of a table ends in blanks', () => {
  const columns = ['Year', 'Where'].map((name) => ({ name, align: 'left' as const }));
  expect(
    tableLines({
      title: 'T',
      columns,
      rows: [
        ['2016', 'Mosul, Iraq'],
        ['2017', ''],
      ],
    }),
  ).toEqual(['Year  Where', '2016  Mosul, Iraq', '2017']);
});

test('a chart is bars in words', () => {
  const shown = render(
    answer({
      parts: [
        {
          kind: 'chart',
          title: 'x',
          unit: 'killed',
          points: [
            { label: '2016', value: 4 },
            { label: '2017', value: 1 },
          ],
        },
      ],
    }),
    look,
  );
  expect(shown.split('\n').map((l) => l.length)).toEqual([47, 17]);
});

test('what is small beside the largest is a bar still, what is nothing hardly one', () => {
  const points = [4000, 50, 49, 0].map((value) => ({ label: 'x', value }));
  const shown = render(answer({ parts: [{ kind: 'chart', title: 'x', unit: 'killed', points }] }), look);
  expect(shown.split('\n').slice(1)).toEqual(['x █ 50', 'x ▏ 49', 'x ▏ 0']);
  expect(shown.split('\n')[0]).toBe(`x ${'█'.repeat(40)} 4,000`);
});

test('a series is bars and its table; a ranking only the table, where there is one', () => {
  const chart = { kind: 'chart' as const, title: 'x', unit: 'killed', points: [{ label: '2016', value: 4 }] };
  const columns = [{ name: 'Year', align: 'left' as const }];
  const table = { kind: 'table' as const, table: { title: 'T', columns, rows: [['2016']] } };
  const shown = (...parts: Parameters<typeof answer>[0]['parts'] & object) => render(answer({ parts }), look);
  expect(shown({ ...chart, by: 'year' }, table)).toMatch(/█\D*4\nT\nYear\n2016$/);
  expect(shown(chart, table)).toBe('T\nYear\n2016');
  expect(shown(chart)).toMatch(/█ 4$/);
});

test('steps are numbered from one, and the small print stands apart once', () => {
  const parts = ['a', 'b'].map((text) => ({ kind: 'note' as const, text }));
  const next = ['More', 'Why?'].map((label) => ({ label, action: { ask: label } }));
  expect(render(answer({ parts: [{ kind: 'text', text: 'x' }, ...parts], next }), look)).toBe(
    'x\n\na\nb\n\n1) More   2) Why?',
  );
});

test('text from data cannot steer the terminal', () => {
  expect(render(answer({ parts: [{ kind: 'text', text: 'a\u001b[2Jb\u009bc\u202ed' }] }), look)).toBe('a [2Jb c d');
});

test('lines wrap at the width, by letters and not by bytes', () => {
  expect(wrap('one two three four', 9)).toBe('one two\nthree\nfour');
  expect(wrap('one two three four', 7)).toBe('one two\nthree\nfour');
  expect(wrap('one two three four', 6)).toBe('one\ntwo\nthree\nfour');
  expect(wrap('e\u0301🚚 ab', 6)).toBe('e\u0301🚚 ab');
});

test.each([
  ['an Arabic name between isolates', '\u2067العراق\u2069', 6],
  ['Chinese', '北京', 4],
  ['a flag', '🇮🇶', 2],
  ['a sign that is no emoji', '© 2020', 6],
  ['a zero-width space', 'a\u200bb', 2],
])('columns of a table stay even beside %s', (_, text, columns) => {
  expect(pad(text, 8, 'left')).toBe(text + ' '.repeat(8 - columns));
});

test('a number chooses a step, a slash starts a command, the rest is a question', async () => {
  const said: string[] = [];
  const note = (what: string) => async (x: unknown) => {
    said.push(`${what} ${JSON.stringify(x)}`);
    return answer({});
  };
  const none = async () => undefined;
  const dispatcher = {
    ask: note('ask'),
    dispatchText: note('say'),
    runAction: note('step'),
    run: note('run'),
    formFor: none,
    formForText: none,
  };
  const context = () => question('');
  const chat = { dispatcher, context, greeting: '', historyFile: '' };
  const steps = [{ label: 'More', action: { ask: 'more' } }];
  for (const line of ['1', '2', '/status', 'attacks in Iraq', '  ']) await handleLine(line, steps, chat);
  expect(said).toEqual(['step {"ask":"more"}', 'ask "2"', 'say "status"', 'ask "attacks in Iraq"']);
});
