import { z } from 'zod';
import { dataset } from '../../incident.ts';
import { columnsOf } from './columns.ts';
import type { SourceRow, SourceTable } from './row.ts';

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
  about: z
    .looseObject({ datasets: z.array(z.object(dataset.shape)).catch([]), exportedAt: z.string().optional() })
    .optional(),
});

const list = /"(?:records|incidents|features)"\s*:\s*\[/g;

/**
 * What a file says before its list of records: the datasets that it describes, in `dataset` or in `about.datasets` of an
 * export, and whether it is an export. `start`: the beginning of the file.
 */
export function headOf(start: string): Pick<SourceTable, 'datasets' | 'exported'> {
  for (const { index } of start.matchAll(list)) {
    const head = parsed(`${start.slice(0, index)}"list":[]}`);
    if (head === undefined) continue;
    const { dataset: one, about } = described.parse(head);
    const datasets = [...(one ? [one] : []), ...(about?.datasets ?? [])];
    return { ...(datasets.length ? { datasets } : {}), ...(about?.exportedAt ? { exported: true } : {}) };
  }
  return {};
}

/** JSON, or undefined if it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
