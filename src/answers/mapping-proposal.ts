import { totalsOf } from '../incidents/casualty-totals.ts';
import type { FileReport } from '../incidents/import/file-report.ts';
import { fieldNames, type Mapping } from '../incidents/import/mapping/mapping.ts';
import type { Part, Table } from './document/answer.ts';
import { when } from './messages/english/dates.ts';
import { clean, list, number } from './messages/english/text.ts';

const meanings: Partial<Record<keyof Mapping['columns'], string>> = {
  end: 'last day',
  admin1: 'province',
  admin2: 'district',
  killedLow: 'killed, at least',
  killedHigh: 'killed, at most',
  civiliansKilled: 'civilians killed',
};

function mappingTable(mapping: Mapping): Table {
  const columns = Object.entries(mapping.columns).map(([field, column]) => [
    meanings[field as keyof Mapping['columns']] ?? field,
    `column ${clean(column, 60)}`,
  ]);
  const groups = Object.entries(mapping.groups).flatMap(([group, fields]) =>
    Object.entries(fields).map(([field, column]) => [
      `${clean(group, 40)}: ${meanings[field as keyof Mapping['columns']] ?? field}`,
      `column ${clean(column, 60)}`,
    ]),
  );
  const types = Object.entries(mapping.types).map(([value, type]) => [`type “${clean(value, 40)}”`, type]);
  return {
    title: 'How the columns would be read',
    columns: [
      { name: 'What', align: 'left' },
      { name: 'Where from', align: 'left' },
    ],
    rows: [
      ['dataset', mapping.dataset.id],
      ...columns,
      ...groups,
      ...(mapping.dates ? [['order in dates', mapping.dates]] : []),
      ...types,
      ...(mapping.otherwise ? [['type of all others', mapping.otherwise]] : []),
      ['positions are', mapping.precision],
    ],
  };
}

const missesCountry = ({ columns, country }: Mapping): boolean =>
  columns.country === undefined && country === undefined && columns.latitude === undefined;

const unset = ({ columns }: Mapping): string[] => {
  const dated = columns.date === undefined ? ['date'] : ['year', 'month', 'day'];
  return fieldNames.filter((field) => columns[field] === undefined && !dated.includes(field));
};

type Examples = NonNullable<NonNullable<FileReport['proposed']>['examples']>;

/** The first rows as they would be read. */
function exampleTable(examples: Examples): Table {
  const names = ['Date', 'Where', 'Kinds', 'Killed', 'What'];
  const rows = examples.map((one) => {
    if ('reason' in one) return ['–', '–', '–', '–', `rejected: ${clean(one.column, 40)} ${clean(one.reason, 100)}`];
    const { best } = totalsOf(one);
    const where = [one.where.place, one.where.admin1, one.where.country].filter((part) => part !== undefined);
    return [
      when(one.when),
      clean(where.join(', '), 80) || '–',
      one.eventTypes.join(', ') || '–',
      best === null ? '–' : number(best),
      clean(one.title ?? one.summary ?? '', 80) || '–',
    ];
  });
  return {
    title: 'The first rows as they would be read',
    columns: names.map((name) => ({ name, align: name === 'Killed' ? 'right' : 'left' })),
    rows,
  };
}

/** A file in no known format: the proposed mapping of its columns and where it is stored. Nothing was imported yet. */
export function mappingProposal(
  file: string,
  { mapping, unused, unknownTypes, ambiguousDate, examples, file: mappingFile }: NonNullable<FileReport['proposed']>,
): Part[] {
  const note = (text: string): Part => ({ kind: 'note', text });
  return [
    { kind: 'text', text: `${clean(file, 120)} is in no known format; nothing of it is imported yet.` },
    { kind: 'table', table: mappingTable(mapping) },
    ...(examples?.length ? [{ kind: 'table' as const, table: exampleTable(examples) }] : []),
    ...(missesCountry(mapping)
      ? [
          note(
            'No column names the country, and none gives positions. Write “country: …” into the mapping if all rows are of one.',
          ),
        ]
      : []),
    ...(unknownTypes.length
      ? [note(`Not kinds of incident that I know: ${list(unknownTypes.map((t) => `“${clean(t, 60)}”`))}.`)]
      : []),
    ...(ambiguousDate
      ? [
          note(
            `Dates such as ${clean(ambiguousDate, 30)} may be read in two ways. Write “dates: day-first” or “dates: month-first” into the mapping; without it they are rejected.`,
          ),
        ]
      : []),
    note(
      `Fields that no column is used for: ${list(unset(mapping))}. Write “field: column” under “columns” to set one.`,
    ),
    ...(unused.length ? [note(`Columns I would not use: ${list(unused.map((c) => clean(c, 60)))}.`)] : []),
    note(
      `Kept in ${clean(mappingFile, 300)}. Import the file again to read it so, or change it first, there or with --change: also its licence, which is “${clean(mapping.dataset.licence, 60)}”.`,
    ),
  ];
}
