import { type DatasetScope, type Recordable, reportsScope } from '../../dataset-scope.ts';
import { daysBetween } from '../../day-spans.ts';
import { eventTypeOfWords } from '../../event-types.ts';
import type { ActorPart, Casualty, IncidentRecord, When, Where } from '../../incident.ts';
import { CellError, type Cells, countOf, figure, listOf, pointOf, textOf } from '../cell-values.ts';
import { type DateReader, dateReader } from '../dates.ts';
import type { Format } from '../format.ts';
import { addressOf } from '../news-report.ts';
import { columnKey } from '../read/columns.ts';
import { idsByContent } from '../record-ids.ts';
import type { Field, Mapping } from './mapping.ts';

/** A row by the names of a mapping's fields. */
type Fields = Partial<Record<Field, string>> & Cells;

function whereOf(row: Fields, { country: defaultCountry, precision }: Mapping): Where {
  const point = pointOf(row, 'latitude', 'longitude');
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

function casualtiesOf(row: Fields, by: string): Casualty[] {
  const count = (field: Field) => countOf(row, field);
  const [best, low, high] = [count('killed'), count('killedLow'), count('killedHigh')];
  const killed = best ?? low ?? high;
  const others = (['wounded', 'abducted', 'arrested'] as const).flatMap((field) => {
    const n = count(field);
    return n === undefined ? [] : [[field, figure(n)] as const];
  });
  const civilians = count('civiliansKilled');
  return [
    ...(killed === undefined && others.length === 0
      ? []
      : [
          {
            group: 'all',
            ...(killed === undefined ? {} : { killed: { low: low ?? killed, best: killed, high: high ?? killed } }),
            ...Object.fromEntries(others),
            by,
          },
        ]),
    ...(civilians === undefined ? [] : [{ group: 'civilians', killed: figure(civilians), by }]),
  ];
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

function precisionOf(start: string, end: string): When['precision'] {
  const days = daysBetween(start, end);
  return days === 0 ? 'day' : days < 7 ? 'week' : days < 31 ? 'month' : 'year';
}

function recordOf(row: Fields, mapping: Mapping, date: DateReader, id: string): IncidentRecord {
  const start = date(row, 'date');
  const end = textOf(row.end) ? date(row, 'end') : start;
  const title = textOf(row.title);
  const summary = textOf(row.summary);
  const shared = {
    id: `${mapping.dataset.id}:${id}`,
    ...(title ? { title } : {}),
    ...(summary ? { summary } : {}),
    when: { start, end, precision: precisionOf(start, end), basis: 'source' as const },
    where: whereOf(row, mapping),
    actors: actorsOf(row),
    attributions: [],
    reports: [{ publisher: textOf(row.publisher) ?? mapping.dataset.name, url: addressOf(textOf(row.link)) }],
    details: [],
  };
  if (mapping.kind === 'incident')
    return {
      kind: 'incident',
      ...shared,
      eventTypes: typesOf(row, mapping),
      casualties: casualtiesOf(row, mapping.dataset.name),
      flags: [],
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
function scopeOf({ kind, columns, types, otherwise }: Mapping): DatasetScope {
  if (kind === 'report') return reportsScope('Reports to review, never counted.');
  return {
    kinds: [...new Set([...Object.values(types), ...(otherwise ? [otherwise] : [])])],
    casualties: figures.flatMap(([field, figure]) => (columns[field] ? [figure] : [])),
    groups: columns.civiliansKilled ? ['civilians'] : [],
    sides: false,
    selected: false,
  };
}

/** The format that a mapping describes. */
export function mappedFormat(mapping: Mapping): Format {
  const keys = Object.entries(mapping.columns).map(([field, name]) => [field as Field, columnKey(name)] as const);
  const rowOf = (cells: Cells): Fields => Object.fromEntries(keys.map(([field, key]) => [field, cells[key] ?? '']));
  return {
    name: 'mapped',
    dataset: { ...mapping.dataset, scope: mapping.dataset.scope ?? scopeOf(mapping) },
    columns: [keys.map(([, key]) => key)],
    reader: (sample) => {
      const date = dateReader(sample.map(rowOf), ['date', 'end'], mapping.dates);
      const byContent = idsByContent();
      return (cells) => {
        const row = rowOf(cells);
        const id = textOf(row.id)?.replace(/\s+/g, '-') ?? byContent(cells);
        return inFileNames(() => recordOf(row, mapping, date, id), mapping.columns);
      };
    },
  };
}
