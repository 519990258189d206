import { z } from 'zod';
import type { Applied } from '../change.ts';
import type { IncidentRecord } from '../incident.ts';
import type { MappingProposal } from './mapping/propose.ts';

export interface Reject {
  line: number;
  /** As the file names it; empty when the row as a whole is broken. */
  column: string;
  value: string;
  reason: string;
}

/** A mapping made for a file in no known format, and where it is kept; nothing is imported until it has been seen. */
interface ProposedMapping extends MappingProposal {
  file: string;
}

/**
 * What became of one file. Every row is added, revised, unchanged, rejected, or joined another of the same record.
 * `rejected` lists them, up to 100,000 a file.
 */
export interface FileReport extends Applied {
  file: string;
  format: string;
  rows: number;
  joined: number;
  rejected: Reject[];
  rejectedTotal: number;
  flagged: Record<string, number>;
  /** Of a whole release: incidents of the same countries and days that it has no more. */
  vanished?: string[];
  seconds: number;
  /** How many rows an earlier run that was cut short had already applied. */
  resumedAfter?: number;
  /** The mapping it was read by. */
  mapping?: string;
  proposed?: ProposedMapping;
}

const keptRejects = 100_000;

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

export function reject(report: FileReport, made: Reject): void {
  report.rejectedTotal++;
  if (report.rejected.length < keptRejects) report.rejected.push(made);
}

export function countFlags(report: FileReport, made: IncidentRecord): void {
  if (made.kind !== 'incident') return;
  for (const flag of made.flags) report.flagged[flag] = (report.flagged[flag] ?? 0) + 1;
}

const tally = z.strictObject({
  rows: z.int(),
  joined: z.int(),
  added: z.int(),
  revised: z.int(),
  unchanged: z.int(),
  retracted: z.int(),
});

/** What a run that is cut short leaves for the next one: the rows that are applied, and what became of them. */
export type Tally = z.infer<typeof tally>;

export const tallyOf = (report: FileReport): Tally =>
  tally.parse(Object.fromEntries(Object.keys(tally.shape).map((key) => [key, report[key as keyof Tally]])));

/** The tally of an earlier run, or nothing when there is none that can be used. */
export const readTally = (value: unknown): Tally | undefined => tally.safeParse(value).data;
