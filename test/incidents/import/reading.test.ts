import { describe, expect, test } from 'vitest';
import { openSource } from '../../../src/incidents/import/read/open-source.ts';
import type { SourceRow, SourceTable } from '../../../src/incidents/import/read/row.ts';
import { readTable } from '../../../src/incidents/import/read/table.ts';
import { fileOf } from './import-in.ts';

async function tableOf(content: string | Uint8Array): Promise<{ columns: SourceTable['columns']; rows: SourceRow[] }> {
  const [opened] = await openSource(fileOf(content));
  if (!opened) throw new Error('nothing opened');
  const { columns, rows } = await readTable(opened);
  return { columns, rows: await Array.fromAsync(rows) };
}
const cellsOf = async (content: string | Uint8Array) => (await tableOf(content)).rows.map((r) => r.cells);

describe('separated values', () => {
  test.each([
    ['commas', 'id,name\n1,Al Qa’im\n'],
    ['semicolons', 'id;name\n1;Al Qa’im\n'],
    ['tabs', 'id\tname\n1\tAl Qa’im\n'],
    ['a byte order mark', '\ufeffid,name\n1,Al Qa’im\n'],
    ['line ends of Windows', 'id,name\r\n1,Al Qa’im\r\n'],
    ['no line end at the end', 'id,name\n1,Al Qa’im'],
    ['another order of columns', 'name,id\nAl Qa’im,1\n'],
    ['UTF-16', Buffer.from('\ufeffid,name\n1,Al Qa’im\n', 'utf16le')],
    ['Windows-1252', Buffer.concat([Buffer.from('id,name\n1,Al Qa'), Buffer.from([0x92]), Buffer.from('im\n')])],
  ])('%s', async (_, content) => {
    expect(await cellsOf(content)).toEqual([{ id: '1', name: 'Al Qa’im' }]);
  });

  test('an unnamed first column shifts nothing', async () => {
    expect(await cellsOf(',id,name\n0,7,A\n')).toEqual([{ '': '0', id: '7', name: 'A' }]);
  });

  test('HXL tags in row 2 are no data; later cells may begin with #', async () => {
    const { columns, rows } = await tableOf('id,note\n#event+id,#description\n1,#1 of them\n#2,#x\n');
    expect(columns.map((c) => c.tag)).toEqual(['#event+id', '#description']);
    expect(rows.map((r) => r.cells)).toEqual([
      { id: '1', note: '#1 of them' },
      { id: '#2', note: '#x' },
    ]);
  });

  test('line breaks inside a cell of 5,000 characters, LF and CRLF mixed; the next row has its true line', async () => {
    const long = `${'word '.repeat(500)}\r\n${'word '.repeat(499)}\nend`;
    const { rows } = await tableOf(`id,note\n1,"${long}"\n2,b\n`);
    expect(rows.map((r) => [r.line, r.cells.note])).toEqual([
      [2, long.replace('\r', '')],
      [5, 'b'],
    ]);
  });

  test('a row with too few fields is broken, and the next is not', async () => {
    const { rows } = await tableOf('id,name,place\n1,a\n2,b,c\n');
    expect([rows[0]?.line, Boolean(rows[0]?.broken)]).toEqual([2, true]);
    expect(rows[1]?.cells).toEqual({ id: '2', name: 'b', place: 'c' });
  });
});

describe('what is no table says so', () => {
  test.each([
    ['', /is empty/],
    ['<!doctype html><html><body>Sign in</body></html>', /web page/],
    ['a\0b\0c\n', /is not text/],
  ])('%j', async (content, words) => {
    await expect(tableOf(content)).rejects.toThrow(words);
  });
});
