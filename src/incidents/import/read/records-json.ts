import { z } from 'zod';
import { type Dataset, dataset } from '../../incident.ts';
import { columnsOf } from './columns.ts';
import type { SourceRow } from './row.ts';

const looksLikeRecord = z.looseObject({ kind: z.string(), id: z.string() });

/** The columns of a list of records: each is kept whole, as the nested JSON that it is. */
export const recordColumns = columnsOf(['id', 'kind', 'record']);

/** Whether a value is a record of Sitrep by its members; what is in them is checked later. */
export const isRecord = (value: unknown): boolean => looksLikeRecord.safeParse(value).success;

/** The row of a record. `line`: its number in the file. */
export const recordRow = (value: unknown, line: number): SourceRow => {
  const { id, kind } = value as Record<string, unknown>;
  return { line, cells: { id: String(id ?? ''), kind: String(kind ?? ''), record: JSON.stringify(value) } };
};

const described = z.looseObject({
  dataset: dataset.optional().catch(undefined),
  about: z.looseObject({ datasets: z.array(dataset.loose()).catch([]) }).optional(),
});

const list = /"(?:records|incidents)"\s*:\s*\[/g;

/**
 * The datasets that a file describes before its list of records: `dataset`, or `about.datasets` of an export. `start`:
 * the beginning of the file.
 */
export function datasetsBefore(start: string): Dataset[] {
  for (const { index } of start.matchAll(list)) {
    const head = parsed(`${start.slice(0, index)}"list":[]}`);
    if (head === undefined) continue;
    const { dataset: one, about } = described.parse(head);
    const all = [...(one ? [one] : []), ...(about?.datasets ?? [])];
    return all.flatMap(({ id, name, licence, citation, url, redistribution }) => {
      const known = dataset.safeParse({ id, name, licence, citation, url, redistribution });
      return known.success ? [known.data] : [];
    });
  }
  return [];
}

/** JSON, or undefined if it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
