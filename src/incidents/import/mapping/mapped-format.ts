import { type DatasetScope, type Recordable, reportsScope } from '../../dataset-scope.ts';
import { eventTypeOfWords } from '../../event-types.ts';
import type { ActorPart, IncidentRecord, When, Where } from '../../incident.ts';
import { CellError, type Cells, listOf, pointOf, textOf } from '../cell-values.ts';
import { dateReader } from '../dates.ts';
import { figuresOf } from '../figures.ts';
import type { Format } from '../format.ts';
import { addressOf } from '../news-report.ts';
import { columnKey } from '../read/columns.ts';
import { idsByContent } from '../record-ids.ts';
import { haveTimes } from '../times.ts';
import { casualtiesOf } from './mapped-casualties.ts';
import { whenOf } from './mapped-days.ts';
import type { Field, Fields, Mapping } from './mapping.ts';

const pair = /(-?\d{1,3}(?:\.\d+)?)°?[ ,;]+(-?\d{1,3}(?:\.\d+)?)/;

/** The two degrees of a position in one cell: "32.9, 12.7", "(32.9, 12.7)"; in WKT, "POINT (12.7 32.9)", the other way. */
function inOneCell({ coordinates = '' }: Fields): Pick<Fields, 'latitude' | 'longitude'> {
  const [, a, b] = pair.exec(coordinates) ?? [];
  if (a === undefined || b === undefined) return {};
  return /^\s*point/i.test(coordinates) ? { latitude: b, longitude: a } : { latitude: a, longitude: b };
}

function whereOf(row: Fields, { country: defaultCountry, precision }: Mapping): Where {
  const point = pointOf({ ...row, ...inOneCell(row) }, 'latitude', 'longitude');
  const [place, admin2, admin1] = [textOf(row.place), textOf(row.admin2), textOf(row.admin1)];
  const country = textOf(row.country) ?? defaultCountry;
  const named = place ? 'near' : admin2 ? 'district' : admin1 ? 'province' : country ? 'country' : 'unknown';
  return {
    place,
    description: textOf(row.description),
    admin2,
    admin1,
    country,
    ...point,
    precision: point ? precision : named,
    basis: 'source',
  };
}

const roles = { attacker: 'attacker', target: 'target', actor: 'party' } as const;

const actorsOf = (row: Fields): ActorPart[] =>
  (['attacker', 'target', 'actor'] as const).flatMap((field) =>
    listOf(row[field], ';').map((actor) => ({ actor, role: roles[field] })),
  );

function typesOf(row: Fields, { types, otherwise, columns }: Mapping): string[] {
  const value = textOf(row.type) ?? '';
  const type = types[value] ?? (value ? eventTypeOfWords(value)?.id : undefined) ?? otherwise;
  if (!type)
    throw new CellError(
      columns.type ?? 'type',
      value,
      'has no event type in the mapping; add it to "types", or set "otherwise"',
    );
  return [type];
}

interface RowOfFile {
  row: Fields;
  id: string;
  when: When;
}

function recordOf({ row, id, when }: RowOfFile, mapping: Mapping): IncidentRecord {
  const title = textOf(row.title);
  const summary = textOf(row.summary);
  const figures = figuresOf(row, mapping.dataset.name);
  const casualties = casualtiesOf(mapping, figures);
  const shared = {
    id: `${mapping.dataset.id}:${id}`,
    ...(title ? { title } : {}),
    ...(summary ? { summary } : {}),
    when,
    where: whereOf(row, mapping),
    actors: actorsOf(row),
    attributions: [],
    reports: [{ publisher: textOf(row.publisher) ?? mapping.dataset.name, url: addressOf(textOf(row.link)) }],
    details: figures.kept,
  };
  if (mapping.kind === 'incident')
    return {
      kind: 'incident',
      ...shared,
      eventTypes: typesOf(row, mapping),
      casualties,
      flags: figures.flags(),
    };
  const statement = title ?? summary;
  if (!statement) throw new CellError(mapping.columns.title ?? 'title', '', 'is empty');
  return { kind: 'report', ...shared, eventTypes: [], statement, confidence: 'not rated', codings: [] };
}

/** Replaces a field in a CellError by the file's name of its column. */
function inFileNames<T>(work: () => T, columns: Mapping['columns']): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    throw new CellError(columns[error.column as Field] ?? error.column, error.value, error.message);
  }
}

const figures = [
  ['killed', 'killed'],
  ['civiliansKilled', 'civilians killed'],
  ['wounded', 'wounded'],
  ['abducted', 'abducted'],
  ['arrested', 'arrested'],
] as const satisfies readonly (readonly [Field, Recordable])[];

/** What a mapped table records: the kinds that its values map to, and the figures that it has columns for. */
function scopeOf({ kind, columns, groups, types, otherwise }: Mapping): DatasetScope {
  if (kind === 'report') return reportsScope('Reports to review, never counted.');
  const inGroups = (field: Field): boolean =>
    field === 'civiliansKilled'
      ? Object.keys(groups.civilians ?? {}).some((one) => one.startsWith('killed'))
      : Object.values(groups).some((of) => of[field as keyof typeof of] !== undefined);
  return {
    kinds: [...new Set([...Object.values(types), ...(otherwise ? [otherwise] : [])])],
    casualties: figures.flatMap(([field, figure]) => (columns[field] || inGroups(field) ? [figure] : [])),
    groups: [...new Set([...(columns.civiliansKilled ? ['civilians'] : []), ...Object.keys(groups)])],
    sides: false,
    selected: false,
  };
}

/** The format that a mapping describes. */
export function mappedFormat(mapping: Mapping): Format {
  const ofGroups = Object.entries(mapping.groups).flatMap(([group, columns]) =>
    Object.entries(columns).map(([field, name]) => [`${group} ${field}`, name] as const),
  );
  const keys = [...Object.entries(mapping.columns), ...ofGroups].map(
    ([field, name]) => [field, columnKey(name)] as const,
  );
  const rowOf = (cells: Cells): Fields => Object.fromEntries(keys.map(([field, key]) => [field, cells[key] ?? '']));
  return {
    name: 'mapped',
    dataset: { ...mapping.dataset, scope: mapping.dataset.scope ?? scopeOf(mapping) },
    columns: [keys.map(([, key]) => key)],
    reader: (sample) => {
      const rows = sample.map(rowOf);
      const date = dateReader(rows, ['date', 'end'], mapping.dates);
      const timed = haveTimes(rows.flatMap((row) => textOf(row.date) ?? []));
      const byContent = idsByContent();
      return (cells) => {
        const row = rowOf(cells);
        const id = textOf(row.id)?.replace(/\s+/g, '-') ?? byContent(cells);
        return inFileNames(
          () => recordOf({ row, id, when: whenOf(row, mapping, date, timed) }, mapping),
          mapping.columns,
        );
      };
    },
  };
}
