import { expect, test } from 'vitest';
import { casualtyText } from '../../../../src/answers/messages/english/casualties.ts';
import { query } from '../../../../src/incidents/query.ts';
import { describeFiles, killed, read } from './files.ts';

describeFiles('what is missing', () => {
  test('01: NA of R is no actor, and flags no civilians', async () => {
    const { all } = await read('01-acled-saved-by-R-NA.csv');
    expect(all.map((i) => i.eventTypes)).toEqual([['battle'], ['protest'], ['attack-on-civilians']]);
    expect(all.flatMap((i) => i.actors.map((a) => a.actor))).not.toContain('NA');
  });

  test('18a: nobody is called Unknown, N/A, NULL or -; a ranking says how many incidents name nobody', async () => {
    const { all, incidents, reports } = await read('18a-placeholders.csv');
    expect(reports[0]).toMatchObject({ rows: 10, added: 10, rejectedTotal: 0 });
    expect([...new Set(all.flatMap((i) => i.actors.map((a) => a.actor)))]).toEqual(['Islamic State']);
    expect(all.slice(2, 5).map((i) => i.where.place)).toEqual(['Basra', undefined, undefined]);
    const ranking = await incidents.find(query.parse({ measure: 'rank', by: 'actor', filter: {} }));
    expect([ranking.groups?.map((g) => [g.key, g.count]), ranking.ungrouped]).toEqual([[['Islamic State', 6]], 4]);
  });

  test('18a: figures with words and signs are read, and kept as they were written', async () => {
    const { all, reports } = await read('18a-placeholders.csv');
    expect(all.map((i) => killed(i))).toEqual([
      '2',
      '1',
      undefined,
      undefined,
      undefined,
      '1200',
      '5',
      '10–15',
      '20',
      '3',
    ]);
    expect(all[7]?.details).toMatchObject([{ topic: 'victims', text: 'killed: 10-15' }]);
    expect(reports[0]?.flagged).toEqual({ 'figure-in-words': 4 });
  });

  test('18b: a bad figure does not lose its incident', async () => {
    const { all, reports } = await read('18b-numbers.csv');
    expect(reports[0]).toMatchObject({ rows: 64, added: 64, rejectedTotal: 0 });
    const figures = Object.fromEntries(all.map((i) => [i.id.split(':')[1], killed(i)]));
    expect(['60', '61', '62', '63', '64'].map((id) => figures[id])).toEqual(['1200', undefined, '5', undefined, '3–4']);
  });

  test('02: ACLED has no civilians’ figure: it is that of events that target them, with its rule', async () => {
    const { all } = await read('02-acled-civilians.csv');
    expect(all.map((i) => [killed(i), killed(i, 'civilians')])).toContainEqual(['7', '7']);
    expect(
      all.filter((i) => !i.eventTypes.includes('attack-on-civilians')).map((i) => killed(i, 'civilians')),
    ).not.toContain('0');
    expect(all.flatMap((i) => i.casualties).find((c) => c.group === 'civilians')?.note).toMatch(
      /ACLED gives no figure/,
    );
  });

  test('22: the best estimate lies in the range that is told', async () => {
    const { all, reports } = await read('22-ucdp-best-outside-range.csv');
    const told = all.flatMap(({ casualties }) =>
      casualties.flatMap(({ killed }) => (killed ? casualtyText(killed) : [])),
    );
    const figures = told.map((words) => words.match(/\d+/g)?.map(Number) ?? []).filter((found) => found.length === 3);
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.filter(([best = 0, low = 0, high = 0]) => low > best || best > high)).toEqual([]);
    expect(reports[0]?.flagged['estimate-order']).toBeGreaterThan(0);
  });
});

describeFiles('what a file looks like', () => {
  test.each([
    ['05-cr-only.csv', 2],
    ['05b-acled-cr-only.csv', 2],
    ['24a-sep-line.csv', 2],
    ['24b-title-rows.csv', 2],
    ['24c-title-row.xlsx', 2],
  ])('%s', async (name, rows) => {
    const { reports } = await read(name);
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({ rows, added: rows, rejectedTotal: 0 });
  });

  test('14: every sheet is read, and named', async () => {
    const { reports, all } = await read('14-two-sheets.xlsx');
    expect(reports.map((r) => [r.file, r.added])).toEqual([
      ['14-two-sheets.xlsx/2023', 1],
      ['14-two-sheets.xlsx/2024', 2],
    ]);
    expect(all).toHaveLength(3);
  });

  test.each(['15a-decimal-comma.csv', '15b-acled-decimal-comma.csv'])(
    '%s: the comma is a decimal one',
    async (name) => {
      const { reports, all } = await read(name);
      expect(reports[0]?.rejectedTotal).toBe(0);
      expect(all.map((i) => [i.where.lat, i.where.lon])).toContainEqual(
        name.startsWith('15a') ? [50.4501, 30.5234] : [33.42, 43.3],
      );
    },
  );

  test('21: a byte of Windows-1252 after the first 64 kB', async () => {
    const { incidents } = await read('21-acled-latin1-late.csv');
    const named = (await incidents.vocabulary()).places.map((p) => p.name);
    expect(named).toContain('Bampûr');
    expect(named.filter((n) => n.includes('\ufffd'))).toEqual([]);
  });

  test('25: a zip archive is read past its readme, and says what it skipped', async () => {
    const { reports } = await read('25-zip-with-readme.zip');
    expect(reports.filter((r) => r.skipped === undefined).map((r) => [r.format, r.added > 0])).toEqual([
      ['acled', true],
    ]);
    expect(reports.flatMap((r) => (r.skipped === undefined ? [] : [r.file.split('/').at(-1)]))).toEqual([
      'readme.txt',
      'codebook.pdf',
    ]);
  });
});
