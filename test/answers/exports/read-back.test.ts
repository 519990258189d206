import { read, utils } from '@e965/xlsx';
import { check } from '@placemarkio/check-geojson';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import geojsonSchema from 'geojson-schema/GeoJSON.json' with { type: 'json' };
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { attachmentsOf } from '../../../src/answers/document/answer.ts';
import { asParsedQuery, exportQuery } from '../../../src/app/run-query.ts';
import { totalsOf } from '../../../src/incidents/casualty-totals.ts';
import { dataset, type Incident, incident } from '../../../src/incidents/incident.ts';
import type { Incidents } from '../../../src/incidents/incidents.ts';
import { query } from '../../../src/incidents/query.ts';
import { readShippedData } from '../../../src/incidents/shipped-data.ts';
import type { ExportFormat } from '../../../src/reading/export-intent.ts';
import { anyIncident } from '../../support/any-incident.ts';
import { runs } from '../../support/runs.ts';
import { now, openStore } from '../../support/world.ts';

const origin = {
  dataset: { id: 'made', name: 'Made =up', licence: 'CC0', citation: '@nobody, 2020' },
  by: 'test',
  why: 'a test',
  at: now.toISOString(),
};

/** What a question for all of these incidents exports. */
async function exportedFrom(records: Incident[], as: ExportFormat): Promise<Buffer> {
  const incidents = await openStore();
  await incidents.apply(
    records.map((record) => ({ action: 'put' as const, record })),
    origin,
  );
  return fileOf(incidents, as);
}

const everything = query.parse({ measure: 'list', filter: {}, order: 'oldest' });

async function fileOf(incidents: Incidents, as: ExportFormat): Promise<Buffer> {
  const answer = await exportQuery(incidents, asParsedQuery(everything), { as }, now);
  const [file] = attachmentsOf(answer);
  if (!file) throw new Error(answer.text);
  return file.use(async (bytes) => Buffer.from(await bytes.arrayBuffer()));
}

const records = fc
  .array(anyIncident(fc.constant('made:0')), { minLength: 1, maxLength: 12 })
  .map((all) => all.map((one, n) => ({ ...one, id: `made:${n}` })));

/** What each format must give back of an incident, told once more without the code that writes them. */
const expected = (i: Incident) => {
  const { best, low, high, civilians } = totalsOf(i);
  return {
    id: i.id,
    date_start: i.when.start,
    date_end: i.when.end,
    country: i.where.country ?? null,
    admin1: i.where.admin1 ?? null,
    place: i.where.place ?? null,
    between: i.where.between?.map((p) => p.name).join('; ') ?? null,
    place_precision: i.where.precision,
    event_types: i.eventTypes.join('; '),
    sides: i.actors.flatMap((a) => (a.role === 'party' ? [a.actor] : [])).join('; ') || null,
    killed_low: low,
    killed_best: best,
    killed_high: high,
    civilians_killed: civilians,
    summary: i.summary ?? null,
    conflict: i.conflict ?? null,
    dataset: 'made',
    licence: 'CC0',
    redistribution: 'allowed',
  };
};
const byId = <T extends { id?: unknown }>(rows: T[]) => rows.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
const told = (all: Incident[]) => byId(all.map(expected));

/** The cells that are compared, as text, with nothing for what is empty. */
const asText = (row: Record<string, unknown>, like: object) =>
  Object.fromEntries(Object.keys(like).map((name) => [name, row[name] == null ? '' : String(row[name])]));
const linesOf = (text: string) => text.replaceAll('\r\n', '\n');

test('CSV, read by csv-parse, equals the incidents, and no cell is a formula', () =>
  fc.assert(
    fc.asyncProperty(records, async (all) => {
      const file = (await exportedFrom(all, 'csv')).toString('utf8');
      const rows: Record<string, string>[] = parse(file, { bom: true, columns: true });
      for (const cell of rows.flatMap((row) => Object.values(row)))
        expect(/^[=+\-@\t\r＝＋－＠]/.test(cell) && Number.isNaN(Number(cell))).toBe(false);
      // The one apostrophe that guards a text is taken off again.
      const read = rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, cell]) => [name, cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '')]),
        ),
      );
      const wanted = told(all);
      expect(byId(read).map((row, n) => asText(row, wanted[n] ?? {}))).toEqual(wanted.map((row) => asText(row, row)));
    }),
    { numRuns: runs(30) },
  ));

test('negative degrees stay numbers in CSV', async () => {
  const record = incident.parse({
    kind: 'incident',
    id: 'made:1',
    when: { start: '2020-01-01', end: '2020-01-01', precision: 'day' },
    where: { lat: -12.5, lon: -0.25, precision: 'exact' },
    eventTypes: ['battle'],
  });
  const [row] = parse((await exportedFrom([record], 'csv')).toString('utf8'), { bom: true, columns: true }) as Record<
    string,
    string
  >[];
  expect([row?.latitude, row?.longitude]).toEqual(['-12.5', '-0.25']);
});

test('a spreadsheet, read by SheetJS, equals the incidents, and holds no formula', () =>
  fc.assert(
    fc.asyncProperty(records, async (all) => {
      const book = read(await exportedFrom(all, 'xlsx'), { cellFormula: true });
      const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
      for (const [address, cell] of Object.entries(sheet)) if (!address.startsWith('!')) expect(cell.f).toBeUndefined();
      const rows = utils.sheet_to_json<Record<string, unknown>>(sheet, { defval: null, raw: true });
      const wanted = told(all);
      const same = (row: Record<string, unknown>, like: object) =>
        Object.fromEntries(
          Object.keys(like).map((name) => [name, typeof row[name] === 'string' ? linesOf(row[name]) : row[name]]),
        );
      expect(byId(rows).map((row, n) => same(row, wanted[n] ?? {}))).toEqual(wanted.map((row) => same(row, row)));
    }),
    { numRuns: runs(30) },
  ));

test('GeoJSON keeps RFC 7946, and its features are the incidents', () => {
  const valid = new Ajv({ strict: false }).compile(geojsonSchema);
  return fc.assert(
    fc.asyncProperty(records, async (all) => {
      const text = (await exportedFrom(all, 'geojson')).toString('utf8');
      expect(() => check(text)).not.toThrow();
      const collection = JSON.parse(text);
      expect(valid(collection), JSON.stringify(valid.errors)).toBe(true);
      const features = byId(collection.features as { id: string; geometry: unknown; properties: object }[]);
      const sorted = byId([...all]);
      expect(features.map((f) => f.properties)).toEqual(told(all).map((row) => expect.objectContaining(row)));
      expect(features.map((f) => f.geometry)).toEqual(
        sorted.map(({ where: { between, lat, lon } }) =>
          between
            ? { type: 'LineString', coordinates: between.map((p) => [p.lon, p.lat]) }
            : lat === undefined
              ? null
              : { type: 'Point', coordinates: [lon, lat] },
        ),
      );
    }),
    { numRuns: runs(30) },
  );
});

const document = z.strictObject({
  about: z.strictObject({
    answer: z.string().regex(/incident/),
    notes: z.array(z.string()).min(1),
    why: z.string().optional(),
    exportedAt: z.iso.datetime(),
    datasets: z.array(dataset).min(1),
    warning: z.string().optional(),
  }),
  incidents: z.array(incident),
});

test('JSON, read by zod, holds the whole records', () =>
  fc.assert(
    fc.asyncProperty(records, async (all) => {
      const { about, incidents } = document.parse(JSON.parse((await exportedFrom(all, 'json')).toString('utf8')));
      expect(byId(incidents)).toEqual(byId(all));
      expect(about.datasets).toEqual([{ ...origin.dataset, redistribution: 'allowed' }]);
      expect(about.exportedAt).toBe(now.toISOString());
    }),
    { numRuns: runs(30) },
  ));

test('a file may be read more than once, and is the same each time', async () => {
  const incidents = await openStore();
  await incidents.apply(
    readShippedData().records.map((record) => ({ action: 'put' as const, record })),
    origin,
  );
  const [file] = attachmentsOf(await exportQuery(incidents, asParsedQuery(everything), { as: 'csv' }, now));
  const texts = [await file?.use((bytes) => bytes.text()), await file?.use((bytes) => bytes.text())];
  expect(texts[0]).toMatch(/sitrep:/);
  expect(texts[1]).toBe(texts[0]);
});

let strange: Incidents;
beforeAll(async () => {
  const incidents = await openStore();
  const record = incident.parse({
    kind: 'incident',
    id: 'made:1',
    title: 'x',
    summary: `bell\u0007 half \ud800 tab\tend ${'long '.repeat(9000)}`,
    when: { start: '2020-01-01', end: '2020-01-01', precision: 'day' },
    where: { precision: 'unknown' },
    eventTypes: ['battle'],
  });
  await incidents.apply([{ action: 'put', record }], origin);
  strange = incidents;
});

test('what a workbook cannot hold is left out of it, and what is cut says so', async () => {
  const book = read(await fileOf(strange, 'xlsx'));
  const [row] = utils.sheet_to_json<Record<string, string>>(book.Sheets[book.SheetNames[0] ?? ''] ?? {});
  expect(row?.summary).toMatch(/^bell. half \ufffd tab\tend long/);
  expect(row?.summary).toMatch(/… \(cut\)$/);
  expect(row?.summary).toHaveLength(32_767);
});

test.each(['csv', 'xlsx', 'geojson', 'json'] as const)(
  '%s tells how it was read, the licence, the citation and the time',
  async (as) => {
    const bytes = await fileOf(strange, as);
    const book = as === 'xlsx' ? read(bytes) : undefined;
    const text = book ? utils.sheet_to_csv(book.Sheets[book.SheetNames[0] ?? ''] ?? {}) : bytes.toString('utf8');
    for (const words of ['Read as: ', 'Made =up', 'CC0', '@nobody, 2020', now.toISOString()])
      expect(text).toContain(words);
  },
);
