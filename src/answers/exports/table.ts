import { totalsOf } from '../../incidents/casualty-totals.ts';
import { type Dataset, datasetOf, type Incident } from '../../incidents/incident.ts';
import type { Group } from '../../incidents/incidents.ts';
import { isNonFatal } from '../../incidents/quantities.ts';
import { manifestText } from '../export-answer.ts';
import { attribution, reportWords, title } from '../messages/english/card.ts';
import { casualtyFacts } from '../messages/english/casualties.ts';
import { when } from '../messages/english/dates.ts';
import { type ExportContent, type Groups, redistributionOf } from './content.ts';

export type Cell = string | number | null;

/** One column of a flat file and what it holds of a row. */
interface Column<Row> {
  name: string;
  of(row: Row): Cell;
}

const joined = (texts: readonly (string | undefined)[]) => texts.filter((t) => t !== undefined).join('; ') || null;
const actors = (i: Incident, ...roles: string[]) =>
  joined(i.actors.filter((a) => roles.includes(a.role)).map((a) => a.actor));

/** Where in the world: degrees (WGS 84) as the record has them; the precision says how much they mean. */
const places: Column<Incident>[] = [
  { name: 'country', of: (i) => i.where.country ?? null },
  { name: 'admin1', of: (i) => i.where.admin1 ?? null },
  { name: 'admin2', of: (i) => i.where.admin2 ?? null },
  { name: 'place', of: (i) => i.where.place ?? null },
  { name: 'between', of: (i) => joined(i.where.between?.map((p) => p.name) ?? []) },
  { name: 'latitude', of: (i) => i.where.lat ?? null },
  { name: 'longitude', of: (i) => i.where.lon ?? null },
  { name: 'place_precision', of: (i) => i.where.precision },
];

/** Tolls are people; an empty cell is a figure that no source gives, which is not 0. */
const tolls: Column<Incident>[] = [
  { name: 'killed_low', of: (i) => totalsOf(i).low },
  { name: 'killed_best', of: (i) => totalsOf(i).best },
  { name: 'killed_high', of: (i) => totalsOf(i).high },
  { name: 'civilians_killed', of: (i) => totalsOf(i).civilians },
  { name: 'wounded', of: (i) => totalsOf(i).wounded },
  { name: 'abducted', of: (i) => totalsOf(i).abducted },
  { name: 'arrested', of: (i) => totalsOf(i).arrested },
  { name: 'casualties', of: (i) => joined(casualtyFacts(i).map((f) => `${f.label}: ${f.words}`)) },
];

const incidentColumns: Column<Incident>[] = [
  { name: 'id', of: (i) => i.id },
  { name: 'title', of: title },
  { name: 'date_start', of: (i) => i.when.start },
  { name: 'date_end', of: (i) => i.when.end },
  { name: 'date_precision', of: (i) => i.when.precision },
  { name: 'date_words', of: (i) => when(i.when) },
  ...places,
  { name: 'event_types', of: (i) => joined(i.eventTypes) },
  { name: 'attackers', of: (i) => actors(i, 'attacker') },
  { name: 'sides', of: (i) => actors(i, 'party') },
  { name: 'targets', of: (i) => actors(i, 'target', 'victim') },
  { name: 'other_actors', of: (i) => actors(i, 'other') },
  { name: 'attributions', of: (i) => joined(i.attributions.map(attribution)) },
  ...tolls,
  { name: 'summary', of: (i) => i.summary ?? null },
  { name: 'conflict', of: (i) => i.conflict ?? null },
  { name: 'flags', of: (i) => joined(i.flags) },
  { name: 'sources', of: (i) => joined(i.reports.map(reportWords)) },
  { name: 'source_links', of: (i) => joined(i.reports.map((r) => r.url)) },
];

const groupColumns = ({ by, of }: Groups): Column<Group>[] => [
  { name: by, of: (g) => g.key },
  { name: 'incidents', of: (g) => g.count },
  { name: 'killed_low', of: (g) => g.low },
  { name: 'killed_best', of: (g) => g.killed },
  { name: 'killed_high', of: (g) => g.high },
  { name: 'civilians_killed', of: (g) => g.civilians },
  ...(isNonFatal(of) ? [{ name: of, of: (g: Group) => g.asked ?? null }] : []),
];

const namesOf = <Row>(columns: readonly Column<Row>[]): string[] => [
  ...columns.map((c) => c.name),
  'dataset',
  'licence',
  'redistribution',
];
const incidentNames = namesOf(incidentColumns);

/** A flat table: the names of its columns, then its rows. */
export interface FlatTable {
  columns: string[];
  rows: AsyncIterable<Cell[]>;
}

const cellsOf = <Row>(columns: readonly Column<Row>[], row: Row): Cell[] => columns.map((c) => c.of(row));

/** The dataset columns of a row: ids, licences, and whether redistribution is forbidden. */
const provenance = (datasets: readonly Dataset[]): Cell[] => [
  joined(datasets.map((d) => d.id)),
  joined(datasets.map((d) => d.licence)),
  datasets.some((d) => redistributionOf(d) === 'forbidden') ? 'forbidden' : 'allowed',
];

/** Of the record itself, and of those merged into it. */
const datasetsOf = ({ id, accounts = [] }: Incident): Set<string> =>
  new Set([id, ...accounts.map((account) => account.id)].map(datasetOf));

/** One incident as named cells, with its datasets and licences. */
export function propertiesOf(incident: Incident, datasets: readonly Dataset[]): Record<string, Cell> {
  const own = [...datasetsOf(incident)].flatMap((id) => datasets.find((d) => d.id === id) ?? []);
  const cells = [...cellsOf(incidentColumns, incident), ...provenance(own.length ? own : datasets)];
  return Object.fromEntries(cells.map((cell, n) => [incidentNames[n], cell]));
}

async function* rowsOf({
  about: { datasets },
  content,
}: ExportContent): AsyncGenerator<{ cells: Cell[]; record: Cell[] }> {
  if ('groups' in content) {
    const columns = groupColumns(content);
    for (const group of content.groups)
      yield { cells: [...cellsOf(columns, group), ...provenance(datasets)], record: [] };
    return;
  }
  for await (const incident of content.incidents)
    yield { cells: Object.values(propertiesOf(incident, datasets)), record: [recordCell(incident)] };
}

/** The whole record, which `import` reads; with nothing in it that a file could change. */
const recordCell = (incident: Incident): string =>
  JSON.stringify(incident).replace(
    /[\u007f-\u009f\u2028\u2029\ufffe\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * The rows with what goes along: each says its dataset and licence, so that it may be moved, sorted and filtered; the
 * first one tells the rest in the column `about`. The last column, `record`, is the whole record, for `import`.
 */
export function tableOf(exported: ExportContent): FlatTable {
  const { about, content } = exported;
  const names = 'groups' in content ? namesOf(groupColumns(content)) : incidentNames;
  async function* rows(): AsyncGenerator<Cell[]> {
    let manifest: string | null = manifestText(about);
    for await (const { cells, record } of rowsOf(exported)) {
      yield [...cells, manifest, ...record];
      manifest = null;
    }
  }
  return { columns: [...names, 'about', ...('groups' in content ? [] : ['record'])], rows: rows() };
}
