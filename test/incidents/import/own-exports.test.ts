import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attachmentsOf } from '../../../src/answers/document/answer.ts';
import { asParsedQuery, exportQuery } from '../../../src/app/run-query.ts';
import { totalsOf } from '../../../src/incidents/casualty-totals.ts';
import { type Incident, incident } from '../../../src/incidents/incident.ts';
import type { Incidents } from '../../../src/incidents/incidents.ts';
import { query } from '../../../src/incidents/query.ts';
import { type ExportFormat, exportFormats } from '../../../src/reading/export-intent.ts';
import { anyIncident } from '../../support/any-incident.ts';
import { runs } from '../../support/runs.ts';
import { now, openStore } from '../../support/world.ts';
import { fileOf, load } from './import-in.ts';

const scope = { kinds: ['battle'], casualties: ['killed' as const], groups: [], sides: false, selected: false };
const dataset = { id: 'made', name: 'Made =up', short: 'M', licence: 'CC0', citation: '@nobody, 2020', scope };
const origin = { dataset, by: 'test', why: 'a test', at: now.toISOString() };
const everything = query.parse({ measure: 'list', filter: {}, order: 'oldest', limit: 50 });
let number = 0;

async function storeOf(records: Incident[]): Promise<Incidents> {
  const incidents = await openStore();
  await incidents.apply(
    records.map((record) => ({ action: 'put' as const, record })),
    origin,
  );
  return incidents;
}

async function bytesOf(incidents: Incidents, as: ExportFormat): Promise<Buffer> {
  const [file] = attachmentsOf(await exportQuery(incidents, asParsedQuery(everything), { as }, now));
  if (!file) throw new Error('no file');
  return file.use(async (bytes) => Buffer.from(await bytes.arrayBuffer()));
}

const exportOf = async (incidents: Incidents, as: ExportFormat, change = (text: string) => text) => {
  const bytes = await bytesOf(incidents, as);
  return fileOf(as === 'xlsx' ? bytes : change(bytes.toString('utf8')), `export-${number++}.${as}`);
};
const recordsOf = async (incidents: Incidents): Promise<Incident[]> =>
  (await incidents.find(everything)).incidents.sort((a, b) => (a.id < b.id ? -1 : 1));

const some = fc
  .array(anyIncident(fc.constant('made:0')), { minLength: 1, maxLength: 8 })
  .map((all) => all.map((one, n) => ({ ...one, id: `made:${n}` })));

describe.each(exportFormats)('%s', (as) => {
  test('comes back as it left: the same records in an empty store, nothing new in its own', () =>
    fc.assert(
      fc.asyncProperty(some, async (all) => {
        const first = await storeOf(all);
        const file = await exportOf(first, as);
        const { incidents, report } = await load(file);
        expect(report.rejected).toEqual([]);
        expect(await recordsOf(incidents)).toEqual(await recordsOf(first));
        const again = await load(file, first);
        expect(again.report).toMatchObject({ added: 0, revised: 0, unchanged: all.length });
      }),
      { numRuns: runs(25) },
    ));

  test('its dataset keeps its name, licence and citation where it is new, and its scope where it is stored', async () => {
    const first = await storeOf([plain]);
    const file = await exportOf(first, as);
    const { incidents } = await load(file);
    const described = async (store: Incidents) => (await store.coverage()).datasets.find((d) => d.id === 'made');
    const { name, licence, citation } = dataset;
    const whole = as === 'json' || as === 'geojson';
    expect(await described(incidents)).toMatchObject(whole ? dataset : { name, licence, citation });
    await load(file, first);
    expect(await described(first)).toMatchObject({ ...dataset });
  });
});

const plain: Incident = incident.parse({
  kind: 'incident',
  id: 'made:1',
  when: { start: '2020-03-01', end: '2020-03-01', precision: 'hour', time: '06:40', basis: 'source' },
  where: { place: 'Unknown', country: 'SYR', lat: 35.5, lon: 38.25, precision: 'exact', basis: 'source' },
  eventTypes: ['battle'],
  actors: [
    { actor: 'A', role: 'party', side: 1 },
    { actor: 'B', role: 'party', side: 2 },
  ],
  attributions: [{ actor: 'A', status: 'blamed', by: 'B', quote: 'it was them' }],
  casualties: [
    { group: 'all', killed: 'none reported', by: 'B' },
    { group: 'all', wounded: { low: 2, best: 3, high: 3 }, by: 'B' },
  ],
  reports: [{ publisher: 'A paper', url: 'https://example.org/1', quote: 'they came at dawn' }],
  details: [{ topic: 'seized', text: 'a truck' }],
});

type Row = Record<string, string>;
/** A CSV export as somebody has changed it in a spreadsheet. */
const changed = (text: string, change: (row: Row) => Row, separator = ',') => {
  const rows = (parse(text, { bom: true, columns: true }) as Row[]).map(change);
  const quoted = (cells: string[]) => cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(separator);
  return [quoted(Object.keys(rows[0] ?? {})), ...rows.map((row) => quoted(Object.values(row)))].join('\n');
};
const without = ({ record: _, ...row }: Row): Row => row;

describe('an export that was changed', () => {
  test('a cell changes what it tells of the record, and nothing else', async () => {
    const first = await storeOf([plain]);
    const file = await exportOf(first, 'csv', (text) =>
      changed(text, (row) => ({
        ...row,
        killed_low: '3',
        killed_best: '4',
        killed_high: '6',
        place: 'Raqqa',
        sides: 'A; C',
      })),
    );
    const { report } = await load(file, first);
    expect(report).toMatchObject({ format: 'export', revised: 1, rejected: [] });
    const [now] = await recordsOf(first);
    expect(now && totalsOf(now)).toMatchObject({ low: 3, best: 4, high: 6, wounded: 3 });
    const { when, attributions, reports, details } = plain;
    expect(now).toMatchObject({ when, attributions, reports, details, where: { ...plain.where, place: 'Raqqa' } });
    expect(now?.actors).toEqual([plain.actors[0], { actor: 'C', role: 'party' }]);
  });

  test('without the column “record” the stored record keeps what no column tells', async () => {
    const first = await storeOf([plain]);
    const file = await exportOf(first, 'csv', (text) => changed(text, without));
    expect((await load(file, first)).report).toMatchObject({ format: 'export-columns', revised: 0, unchanged: 1 });
    const edited = await exportOf(first, 'csv', (text) => changed(text, (r) => ({ ...without(r), summary: 'new' })));
    expect((await load(edited, first)).report).toMatchObject({ revised: 1 });
    expect(await recordsOf(first)).toEqual([{ ...plain, summary: 'new' }]);
  });

  test('without the column “record”, in an empty store: all columns again, but for what is words', () =>
    fc.assert(
      fc.asyncProperty(some, async (all) => {
        const before = (await bytesOf(await storeOf(all), 'csv')).toString('utf8');
        const { incidents, report } = await load(fileOf(changed(before, without), `export-${number++}.csv`));
        expect(report.rejected).toEqual([]);
        const after = (await bytesOf(incidents, 'csv')).toString('utf8');
        const rows = (text: string) =>
          (parse(text, { bom: true, columns: true }) as Row[])
            .map(({ record, about, title, between, attributions, casualties, sources, date_words, ...row }) => row)
            .sort((a, b) => ((a.id as string) < (b.id as string) ? -1 : 1))
            .map(({ latitude, longitude, ...row }) =>
              [latitude, longitude]
                .map((n) => Number(n).toFixed(9))
                .concat(JSON.stringify(row).replaceAll('\\r\\n', '\\n')),
            );
        expect(rows(after)).toEqual(rows(before));
      }),
      { numRuns: runs(25) },
    ));

  test('saved again by a European spreadsheet: semicolons, decimal commas, other dates', async () => {
    const first = await storeOf([plain]);
    const comma = (cell = '') => cell.replace('.', ',');
    const file = await exportOf(first, 'csv', (text) =>
      changed(
        text,
        (r) => ({
          ...r,
          latitude: comma(r.latitude),
          longitude: comma(r.longitude),
          date_start: '01.03.2020',
          date_end: '01.03.2020',
        }),
        ';',
      ),
    );
    expect((await load(file, first)).report).toMatchObject({ revised: 0, unchanged: 1, rejected: [] });
  });

  test('a row whose record is cut, or another’s, is rejected with the way out', async () => {
    const first = await storeOf([plain, { ...plain, id: 'made:2' }]);
    const cut = await exportOf(first, 'csv', (text) =>
      changed(text, (r) =>
        r.id === 'made:1' ? { ...r, record: r.record?.slice(0, 50) ?? '' } : { ...r, id: 'made:3' },
      ),
    );
    expect((await load(cut, first)).report.rejected).toMatchObject([
      { column: 'record', reason: expect.stringMatching(/cut short: export it as JSON/) },
      { column: 'id', value: 'made:3', reason: expect.stringMatching(/made:2/) },
    ]);
  });
});

test.each(['csv', 'json'] as const)('groups as %s are figures, and no incidents', async (as) => {
  const incidents = await storeOf([plain]);
  const trend = query.parse({ measure: 'trend', filter: {}, by: 'month' });
  const [file] = attachmentsOf(await exportQuery(incidents, asParsedQuery(trend), { as }, now));
  const text = await file?.use((bytes) => bytes.text());
  await expect(load(fileOf(text ?? '', `groups.${as}`))).rejects.toThrow(/totals|no known format/);
});

test.each(exportFormats)('%s of corrected and merged records changes nothing where they are', async (as) => {
  const first = await storeOf([plain, incident.parse({ ...plain, id: 'made:2', title: 'The same' })]);
  const author = { by: 'Ana', why: 'hospital list', at: now.toISOString() };
  const amendment = { ...author, now: { summary: 'put right' } };
  await first.edit({ kind: 'correct', id: 'made:1', amendment }, author);
  await first.edit({ kind: 'merge', kept: 'made:1', absorbed: 'made:2' }, author);
  const before = await recordsOf(first);
  expect(before[0]).toMatchObject({ summary: 'put right', accounts: [{ id: 'made:2' }] });
  const { report } = await load(await exportOf(first, as), first);
  expect(report).toMatchObject({ revised: 0, unchanged: 1, rejected: [] });
  expect(await recordsOf(first)).toEqual(before);
});

test('a changed cell of a corrected record leaves it corrected once', async () => {
  const first = await storeOf([plain]);
  const author = { by: 'Ana', why: 'hospital list', at: now.toISOString() };
  await first.edit({ kind: 'correct', id: 'made:1', amendment: { ...author, now: { summary: 'put right' } } }, author);
  const file = await exportOf(first, 'csv', (text) => changed(text, (r) => ({ ...r, place: 'Raqqa' })));
  expect((await load(file, first)).report).toMatchObject({ revised: 1, rejected: [] });
  const [after] = await recordsOf(first);
  expect(after).toMatchObject({ summary: 'put right', where: { place: 'Raqqa' } });
  expect(after?.corrections).toHaveLength(1);
});
