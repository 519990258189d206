import { type DatasetScope, type Recordable, reportsScope } from '../../dataset-scope.ts';
import { daysBetween } from '../../day-spans.ts';
import { eventTypeOfWords } from '../../event-types.ts';
import type { ActorPart, Casualty, IncidentRecord, When, Where } from '../../incident.ts';
import { CellError, type Cells, listOf, pointOf, textOf } from '../cell-values.ts';
import { type DateReader, dateReader, partialDate } from '../dates.ts';
import { figuresOf } from '../figures.ts';
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

const fieldNames: Partial<Record<Field, string>> = {
  killedLow: 'killed, at least',
  killedHigh: 'killed, at most',
  civiliansKilled: 'civilians killed',
};

function casualtiesOf(by: string, figures: ReturnType<typeof figuresOf>): Casualty[] {
  const figure = (field: Field) => figures.figure(field, fieldNames[field] ?? field);
  const [best, least, most] = [figure('killed'), figure('killedLow'), figure('killedHigh')];
  const killed = best ?? least ?? most;
  const others = (['wounded', 'abducted', 'arrested'] as const).flatMap((field) => {
    const n = figure(field);
    return n === undefined ? [] : [[field, n] as const];
  });
  const civilians = figure('civiliansKilled');
  return [
    ...(killed === undefined && others.length === 0
      ? []
      : [
          {
            group: 'all',
            ...(killed === undefined
              ? {}
              : {
                  killed: {
                    low: Math.min(least?.low ?? killed.low, killed.best),
                    best: killed.best,
                    high: Math.max(most?.high ?? killed.high, killed.best),
                  },
                }),
            ...Object.fromEntries(others),
            by,
          },
        ]),
    ...(civilians === undefined ? [] : [{ group: 'civilians', killed: civilians, by }]),
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

/** The days of a row: from one to another, or as far as its year, month and day are known. */
function daysOf(row: Fields, { columns }: Mapping, date: DateReader): Pick<When, 'start' | 'end' | 'precision'> {
  if (columns.date === undefined) return partialDate(row, { year: 'year', month: 'month', day: 'day' });
  const start = date(row, 'date');
  const end = textOf(row.end) ? date(row, 'end') : start;
  return { start, end, precision: precisionOf(start, end) };
}

function recordOf(row: Fields, mapping: Mapping, date: DateReader, id: string): IncidentRecord {
  const { start, end, precision } = daysOf(row, mapping, date);
  const title = textOf(row.title);
  const summary = textOf(row.summary);
  const figures = figuresOf(row, mapping.dataset.name);
  const casualties = casualtiesOf(mapping.dataset.name, figures);
  const shared = {
    id: `${mapping.dataset.id}:${id}`,
    ...(title ? { title } : {}),
    ...(summary ? { summary } : {}),
    when: { start, end, precision, basis: 'source' as const },
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
