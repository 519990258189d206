import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { query } from '../../../src/incidents/query.ts';
import { fileOf, load } from './import-in.ts';
import { atom, gdelt, reliefweb, rss } from './layouts/others.ts';
import { separated, times } from './layouts/write.ts';

const raw = (n: number) => separated(times(n, gdelt), '\t', { header: false });

test('GDELT: a row is a mention; the rows of one address are one report, of low confidence', async () => {
  const { incidents, report } = await load(fileOf(raw(6)));
  expect(report).toMatchObject({ format: 'gdelt', rows: 6, rejectedTotal: 0 });
  const { total, reports } = await incidents.reports({ limit: 10, offset: 0 });
  expect(total).toBe(2);
  expect(reports.map((r) => [r.confidence, r.codings.length])).toEqual([
    ['low', 3],
    ['low', 3],
  ]);
});

test('GDELT: leading zeros of a code stay', async () => {
  const { incidents } = await load(fileOf(raw(3)));
  const { reports } = await incidents.reports({ limit: 1, offset: 0 });
  expect(reports[0]?.codings.map((c) => c.code)).toEqual(['190', '043', '1831']);
});

test('GDELT: countries are coded by FIPS, where AU is Austria, so the name tells', async () => {
  const vienna = { ...gdelt(0), f52: 'Vienna, Wien, Austria', f53: 'AU' };
  const { incidents } = await load(fileOf(separated([vienna], '\t', { header: false })));
  const { reports } = await incidents.reports({ limit: 1, offset: 0 });
  expect(reports[0]?.where).toMatchObject({ place: 'Vienna', country: 'Austria' });
});

const real = '../shared/data/gdelt/gdelt_events2samp.tsv';
test.skipIf(!existsSync(real))('GDELT: the sample, with the header that somebody gave it', async () => {
  const { report } = await load(real);
  expect(report).toMatchObject({ format: 'gdelt', rows: 50, rejectedTotal: 0 });
});

test.each([
  ['GDELT', raw(9)],
  ['ReliefWeb', reliefweb(9)],
  ['RSS', rss(9)],
  ['Atom', atom(9)],
])('%s: never an incident, in no count, found by who asks for reports', async (_, content) => {
  const { incidents, report } = await load(fileOf(content));
  expect(report.rejectedTotal).toBe(0);
  const { total } = await incidents.reports({ limit: 1, offset: 0 });
  expect(total).toBeGreaterThan(0);
  const { incidents: counted, records, datasets } = await incidents.coverage();
  expect([counted, records, datasets[0]?.reports]).toEqual([0, total, total]);
  const found = await incidents.find(query.parse({ measure: 'list', filter: {} }));
  expect([found.total, found.incidents]).toEqual([0, []]);
});

test('reports are searched by their words', async () => {
  const { incidents } = await load(fileOf(raw(3)));
  expect((await incidents.reports({ text: 'rebels police', limit: 5, offset: 0 })).total).toBe(1);
  expect((await incidents.reports({ text: 'elections', limit: 5, offset: 0 })).total).toBe(0);
});
