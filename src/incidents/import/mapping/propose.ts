import { eventTypeById, eventTypeOfWords } from '../../event-types.ts';
import type { IncidentRecord } from '../../incident.ts';
import { type Cells, textOf } from '../cell-values.ts';
import { orderOf, parseDate, wholeMonth } from '../dates.ts';
import { formatNames } from '../format.ts';
import { ImportError } from '../import-error.ts';
import { type Column, columnKey, namesShown } from '../read/columns.ts';
import type { Reject } from '../reject.ts';
import { chooseColumns, dateByValues } from './choose-columns.ts';
import { groupColumns } from './group-columns.ts';
import type { Mapping } from './mapping.ts';

/** A proposed mapping, and what the user should look at. */
export interface MappingProposal {
  mapping: Mapping;
  /** Columns that it does not use, by their names in the file. */
  unused: string[];
  /** Values of the type column that are not names of event types. */
  unknownTypes: string[];
  /** The first rows as they would be read; a reason where they would be rejected. */
  examples?: (IncidentRecord | Reject)[];
  /** An ambiguous date, if no other date in the file shows the order of day and month. */
  ambiguousDate?: string;
}

/** Proposes a mapping by the names, hashtags and first values of the columns. Throws ImportError if none has dates. */
export function proposeMapping(name: string, columns: readonly Column[], sample: readonly Cells[]): MappingProposal {
  const chosen = chooseColumns(columns, sample);
  const date = chosen.get('date') ?? (chosen.has('year') ? undefined : dateByValues(columns, sample, chosen));
  if (date) for (const part of ['year', 'month', 'day'] as const) chosen.delete(part);
  else if (!chosen.has('year'))
    throw new ImportError(
      `${name} is in no known format, and none of its columns looks like a date. Say what its columns mean with --mapping FILE, or name the format with --format. Its columns: ${namesShown(columns)}.`,
    );
  const free = columns.filter((c) => c !== date && ![...chosen.values()].includes(c));
  const groups = groupColumns(free, chosen.has('killed'));
  const ofGroups = Object.values(groups).flatMap((one) => Object.values(one));
  const typeValues = [...new Set(sample.flatMap((row) => textOf(row[chosen.get('type')?.key ?? '']) ?? []))];
  const types = typeValues.flatMap((value) => {
    const type = eventTypeOfWords(value);
    return type ? [[value, type.id] as const] : [];
  });
  const dates = sample.flatMap((row) => textOf(row[date?.key ?? '']) ?? []);
  const order = orderOf(dates);
  const ambiguousDate = order ? undefined : dates.find((d) => !wholeMonth(d) && parseDate(d, undefined) === undefined);
  return {
    mapping: {
      dataset: {
        id: idOf(name),
        name,
        licence: 'not stated',
        citation: `the file ${name}`,
        redistribution: 'forbidden',
      },
      kind: 'incident',
      columns: {
        ...Object.fromEntries([...chosen].map(([field, c]) => [field, c.name])),
        ...(date ? { date: date.name } : {}),
      },
      groups,
      ...(order === 'day-first' || order === 'month-first' ? { dates: order } : {}),
      precision: 'near',
      types: Object.fromEntries(types),
      otherwise: eventTypeById('violence')?.id,
    },
    unused: free.filter((c) => c.name !== '' && !ofGroups.includes(c.name)).map((c) => c.name),
    unknownTypes: typeValues.filter((value) => !eventTypeOfWords(value)).slice(0, 30),
    ...(ambiguousDate ? { ambiguousDate } : {}),
  };
}

/** What the user should look at in a mapping that was changed since it was proposed. */
export function reviewOf(mapping: Mapping, columns: readonly Column[], proposed: MappingProposal): MappingProposal {
  const used = [mapping.columns, ...Object.values(mapping.groups)].flatMap((one) => Object.values(one));
  const { ambiguousDate, ...more } = proposed;
  const isOpen =
    ambiguousDate !== undefined &&
    mapping.dates === undefined &&
    mapping.columns.date === proposed.mapping.columns.date;
  return {
    ...more,
    mapping,
    unused: columns.map((c) => c.name).filter((name) => name !== '' && !used.includes(name)),
    unknownTypes: proposed.unknownTypes.filter((value) => mapping.types[value] === undefined),
    ...(isOpen ? { ambiguousDate } : {}),
  };
}

/** An id for the dataset from the file's name, different from those of known formats. */
function idOf(name: string): string {
  const id = columnKey(
    name
      .replace(/\.[a-z.]{2,12}$/i, '')
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, ''),
  )
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  const taken = ['sitrep', 'reported', ...formatNames] as readonly string[];
  return /^[a-z]/.test(id) && !taken.includes(id) ? id : `data-${id || 'file'}`;
}
