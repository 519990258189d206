import { z } from 'zod';
import type { Applied } from '../change.ts';
import type { IncidentRecord } from '../incident.ts';
import type { MappingProposal } from './mapping/propose.ts';
import type { Reject } from './reject.ts';

/**
 * A mapping proposed for a file in no known format, and where it is saved. Nothing is imported until the user has seen
 * it.
 */
interface ProposedMapping extends MappingProposal {
  file: string;
}

/**
 * What became of one file. Every row is added, revised, unchanged, rejected, or joined to another row of its record.
 * `rejected` lists up to 100,000 rows, `rejectedTotal` counts all; `flagged` counts records by flag.
 */
export interface FileReport extends Applied {
  file: string;
  format: string;
  rows: number;
  joined: number;
  rejected: Reject[];
  rejectedTotal: number;
  flagged: Record<string, number>;
  /** Ids that several rows with different events share; all but the first got another one: “17-2”. */
  doubled?: string[];
  /** Of a whole release: ids of incidents of its countries and days that it no longer has. */
  vanished?: string[];
  seconds: number;
  /** Rows that an earlier, interrupted run had already applied. */
  resumedAfter?: number;
  /** The path of the mapping it was read with. */
  mapping?: string;
  proposed?: ProposedMapping;
  /** Why nothing of this part of an archive or workbook was read. */
  skipped?: string;
}

const mostRejects = 100_000;

/** The report of a file before its first row. */
export const emptyReport = (file: string, format: string): FileReport => ({
  file,
  format,
  rows: 0,
  joined: 0,
  added: 0,
  revised: 0,
  unchanged: 0,
  retracted: 0,
  rejected: [],
  rejectedTotal: 0,
  flagged: {},
  seconds: 0,
});

/** Adds a rejected row to a report. */
export function reject(report: FileReport, rejected: Reject): void {
  report.rejectedTotal++;
  if (report.rejected.length < mostRejects) report.rejected.push(rejected);
}

/** Counts the flags of an incident in a report. */
export function countFlags(report: FileReport, record: IncidentRecord): void {
  if (record.kind !== 'incident') return;
  for (const flag of record.flags) report.flagged[flag] = (report.flagged[flag] ?? 0) + 1;
}

const tally = z.strictObject({
  file: z.string().optional(),
  rows: z.int(),
  joined: z.int(),
  added: z.int(),
  revised: z.int(),
  unchanged: z.int(),
  retracted: z.int(),
});

/**
 * The progress of an import, which an interrupted run leaves for the next one: how many rows were read, and what became
 * of them.
 */
export type Tally = z.infer<typeof tally>;

/** The tally of a report so far. */
export const tallyOf = (report: FileReport): Tally =>
  tally.parse(Object.fromEntries(Object.keys(tally.shape).map((key) => [key, report[key as keyof Tally]])));

/** The tally in a checkpoint; undefined if it is not one. */
export const readTally = (value: unknown): Tally | undefined => tally.safeParse(value).data;

/** Why nothing was read from files, as a sentence; undefined if a row was, or a mapping is proposed. */
export function nothingRead(reports: readonly FileReport[]): string | undefined {
  const read = ({ rows, rejectedTotal, proposed }: FileReport) => proposed !== undefined || rows > rejectedTotal;
  if (reports.some(read)) return undefined;
  const [first] = reports.flatMap((r) => r.rejected.map((reject) => ({ file: r.file, ...reject })));
  if (first)
    return `Nothing could be read: all ${reports.reduce((n, r) => n + r.rejectedTotal, 0)} rows were rejected, the first (${first.file}, line ${first.line}) because ${first.column || 'the row'} ${first.reason}.`;
  return `Nothing could be read: ${reports.map((r) => r.file).join(', ')} has no rows under its header.`;
}
