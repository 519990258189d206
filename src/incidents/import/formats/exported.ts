import { type ActorPart, type Casualty, type Dataset, dataset, type Incident } from '../../incident.ts';
import { readRecord } from '../../record-problem.ts';
import { CellError, type Cells, countOf, pointOf, required, textOf } from '../cell-values.ts';
import { type DateReader, dateReader } from '../dates.ts';
import type { Format } from '../format.ts';
import { addressOf } from '../news-report.ts';
import { withColumns } from '../own-export.ts';
import { parsed } from '../read/records-json.ts';

/** Text as it is: nothing in an export is cleaned. */
const textIn = (cells: Cells, column: string): string | undefined => cells[column]?.trim() || undefined;
const listIn = (cells: Cells, column: string): string[] =>
  (cells[column] ?? '').split('; ').flatMap((part) => part.trim() || []);

const roles: readonly (readonly [string, ActorPart['role']])[] = [
  ['attackers', 'attacker'],
  ['sides', 'party'],
  ['targets', 'target'],
  ['other_actors', 'other'],
];

const exactly = (n: number | undefined) => (n === undefined ? undefined : { low: n, best: n, high: n });

function casualtiesOf(cells: Cells): Casualty[] {
  const [low, best, high] = ['killed_low', 'killed_best', 'killed_high'].map((column) => countOf(cells, column));
  const some = best ?? low ?? high;
  const all = {
    killed: some === undefined ? undefined : { low: low ?? some, best: some, high: high ?? some },
    wounded: exactly(countOf(cells, 'wounded')),
    abducted: exactly(countOf(cells, 'abducted')),
    arrested: exactly(countOf(cells, 'arrested')),
  };
  const given = Object.entries(all).filter(([, figure]) => figure !== undefined);
  const civilians = exactly(countOf(cells, 'civilians_killed'));
  return [
    ...(given.length ? [{ group: 'all', ...Object.fromEntries(given) }] : []),
    ...(civilians ? [{ group: 'civilians', killed: civilians }] : []),
  ];
}

function whenOf(cells: Cells, date: DateReader): Incident['when'] {
  const dated = textIn(cells, 'date_start') !== undefined || textIn(cells, 'date_end') !== undefined;
  const [start, end] = dated ? [date(cells, 'date_start'), date(cells, 'date_end')] : [null, null];
  return { start, end, precision: required(cells, 'date_precision') as Incident['when']['precision'], basis: 'source' };
}

const whereOf = (cells: Cells): Incident['where'] => ({
  country: textIn(cells, 'country'),
  admin1: textIn(cells, 'admin1'),
  admin2: textIn(cells, 'admin2'),
  place: textIn(cells, 'place'),
  ...pointOf(cells, 'latitude', 'longitude'),
  precision: required(cells, 'place_precision') as Incident['where']['precision'],
  basis: 'source',
});

/** The sources as they are worded; with addresses where each has one. */
function reportsOf(cells: Cells): Incident['reports'] {
  const [sources, links] = [listIn(cells, 'sources'), listIn(cells, 'source_links')];
  return sources.map((publisher, n) => {
    const url = links.length === sources.length ? addressOf(links[n]) : undefined;
    return { publisher, ...(url ? { url } : {}) };
  });
}

/** What an export says in words about claims and casualties, where the record itself is not there. */
const detailsOf = (cells: Cells): Incident['details'] =>
  (['attributions', 'casualties'] as const).flatMap((column) => {
    const words = textIn(cells, column);
    return words === undefined ? [] : [{ topic: column === 'casualties' ? 'victims' : 'statement', text: words }];
  });

/** An incident as far as the columns of an export tell it. */
function fromColumns(cells: Cells, date: DateReader): Incident {
  return {
    kind: 'incident',
    id: required(cells, 'id'),
    title: textIn(cells, 'title'),
    summary: textIn(cells, 'summary'),
    when: whenOf(cells, date),
    where: whereOf(cells),
    eventTypes: listIn(cells, 'event_types'),
    actors: roles.flatMap(([column, role]) => listIn(cells, column).map((actor) => ({ actor, role }))),
    attributions: [],
    casualties: casualtiesOf(cells),
    reports: reportsOf(cells),
    details: detailsOf(cells),
    flags: listIn(cells, 'flags'),
    conflict: textIn(cells, 'conflict'),
  };
}

const noRecord =
  'is empty or cut short: export it as JSON, or remove the column “record” to read what the other columns say';

function wholeRecord(cells: Cells): Incident {
  const text = textIn(cells, 'record') ?? '';
  const whole = parsed(text);
  if (whole === undefined) throw new CellError('record', text, noRecord);
  const read = readRecord(whole);
  if ('problem' in read) throw new CellError(`record ${read.problem.path}`, read.problem.value, read.problem.reason);
  if (read.record.kind !== 'incident') throw new CellError('record', read.record.kind, 'is not an incident');
  if (read.record.id !== required(cells, 'id'))
    throw new CellError('id', required(cells, 'id'), `is not the id of the record in its row, ${read.record.id}`);
  return read.record;
}

const cited = /^(.+?)\. Licence: (.+?)\. Cite: (.*?)(?: (https?:\S+))?$/;

/** The datasets of the rows: ids and licences in columns, names and citations in the first row's column `about`. */
function datasetsOf(sample: readonly Cells[]): Dataset[] {
  const lines = sample.flatMap(({ about = '' }) => about.split(/\r?\n/)).flatMap((line) => [line.match(cited) ?? []]);
  return [...new Map(sample.map((cells) => [cells.dataset ?? '', cells])).values()].flatMap((cells) => {
    const licence = textOf(cells.licence) ?? '';
    const [about, ...others] = lines.filter((line) => line[2] === licence);
    const [, name, , citation, url] = (others.length === 0 && about) || [];
    const read = dataset.safeParse({
      id: cells.dataset,
      name: name ?? cells.dataset,
      licence,
      citation: citation || 'not stated',
      url,
      redistribution: cells.redistribution,
    });
    return read.success ? [read.data] : [];
  });
}

const columns = [
  'id',
  'date_start',
  'date_precision',
  'place_precision',
  'event_types',
  'killed_best',
  'redistribution',
];
const readerOf =
  (make: (cells: Cells, told: Incident) => Incident): Format['reader'] =>
  (sample) => {
    const date = dateReader(sample, ['date_start', 'date_end']);
    return (cells) => make(cells, fromColumns(cells, date));
  };
const shared = {
  dataset: { id: 'export', name: 'An export of Sitrep', licence: 'not stated', citation: 'not stated' },
  datasets: datasetsOf,
} as const;

/** What `export` writes as CSV, XLSX and GeoJSON: whole records, and the cells that were changed since. */
export const exported: Format = {
  ...shared,
  name: 'export',
  columns: [[...columns, 'record']],
  reader: readerOf((cells, told) => withColumns(wholeRecord(cells), told)),
};

/** An export without its column “record”: of a stored incident only what the columns tell changes. */
export const exportedColumns: Format = {
  ...shared,
  name: 'export-columns',
  columns: [columns],
  reader: readerOf((_, told) => told),
  merge: (stored, row) =>
    stored.kind === 'incident' && row.kind === 'incident' && stored.id === row.id ? withColumns(stored, row) : row,
};

/** Whether columns are those of an export, whose cells are as they left. */
export const isExport = (keys: ReadonlySet<string>): boolean => columns.every((column) => keys.has(column));
