import { eventTypeById, eventTypeOfWords } from '../../event-types.ts';
import type { IncidentRecord } from '../../incident.ts';
import { type Cells, textOf } from '../cell-values.ts';
import { looksLikeDate, orderOf, parseDate } from '../dates.ts';
import { formatNames } from '../format.ts';
import { ImportError } from '../import-error.ts';
import { type Column, columnKey, namesShown } from '../read/columns.ts';
import type { Reject } from '../reject.ts';
import { columnHeuristics, mostly } from './column-heuristics.ts';
import type { Field, Mapping } from './mapping.ts';

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
  const chosen = choose(columns, sample);
  const date = chosen.get('date') ?? (chosen.has('year') ? undefined : dateByValues(columns, sample, chosen));
  if (date) for (const part of ['year', 'month', 'day'] as const) chosen.delete(part);
  else if (!chosen.has('year'))
    throw new ImportError(
      `${name} is in no known format, and none of its columns looks like a date. Say what its columns mean with --mapping FILE, or name the format with --format. Its columns: ${namesShown(columns)}.`,
    );
  const typeValues = [...new Set(sample.flatMap((row) => textOf(row[chosen.get('type')?.key ?? '']) ?? []))];
  const types = typeValues.flatMap((value) => {
    const type = eventTypeOfWords(value);
    return type ? [[value, type.id] as const] : [];
  });
  const dates = sample.flatMap((row) => textOf(row[date?.key ?? '']) ?? []);
  const order = orderOf(dates);
  const ambiguousDate = order ? undefined : dates.find((d) => parseDate(d, undefined) === undefined);
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
      ...(order === 'day-first' || order === 'month-first' ? { dates: order } : {}),
      precision: 'near',
      types: Object.fromEntries(types),
      otherwise: eventTypeById('violence')?.id,
    },
    unused: columns.filter((c) => c.name !== '' && c !== date && ![...chosen.values()].includes(c)).map((c) => c.name),
    unknownTypes: typeValues.filter((value) => !eventTypeOfWords(value)).slice(0, 30),
    ...(ambiguousDate ? { ambiguousDate } : {}),
  };
}

/** A column whose values are dates, whatever its name: rather one that tells the beginning. */
function dateByValues(
  columns: readonly Column[],
  sample: readonly Cells[],
  chosen: ReadonlyMap<Field, Column>,
): Column | undefined {
  const taken = [...chosen.values()];
  const dated = columns.filter((c) => {
    const values = sample.map((row) => row[c.key]);
    return c.name !== '' && !taken.includes(c) && mostly(values, looksLikeDate);
  });
  return dated.find((c) => /start|begin|from|occur|incident|event|attack/.test(c.key)) ?? dated[0];
}

/** For each field the first column with a fitting hashtag or name, and fitting values. */
function choose(columns: readonly Column[], sample: readonly Cells[]): Map<Field, Column> {
  const chosen = new Map<Field, Column>();
  const free = (c: Column) => c.name !== '' && ![...chosen.values()].includes(c);
  for (const { field, tags, names, accepts } of columnHeuristics) {
    const fits = (c: Column) =>
      free(c) &&
      mostly(
        sample.map((row) => row[c.key]),
        accepts,
      );
    const found =
      columns.find((c) => c.tag && tags.test(c.tag) && fits(c)) ?? columns.find((c) => names.test(c.key) && fits(c));
    if (found) chosen.set(field, found);
  }
  return chosen;
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
