import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileReport } from '../../../src/incidents/import/file-report.ts';
import { ImportError } from '../../../src/incidents/import/import-error.ts';
import { importFiles } from '../../../src/incidents/import/import-files.ts';
import { type IncidentRecord, record } from '../../../src/incidents/incident.ts';
import type { Incidents } from '../../../src/incidents/incidents.ts';
import { seeded } from '../../support/seeded.ts';
import type { Layout } from './layouts/index.ts';
import { mutate } from './mutate.ts';

/** Keeps what it is given, checked as a whole record; nothing else of a store is asked while reading. */
function checkingStore() {
  const kept = new Map<string, IncidentRecord>();
  const store: Pick<Incidents, 'apply' | 'bulk' | 'getAll' | 'checkpoint' | 'coverage'> = {
    apply: async (changes) => {
      for (const { record: made } of changes) kept.set(made.id, record.parse(made));
      return { added: changes.length, revised: 0, unchanged: 0, retracted: 0 };
    },
    bulk: (work) => work(),
    getAll: async (ids) => new Map([...kept].filter(([id]) => ids.includes(id))),
    checkpoint: async () => undefined,
    coverage: async () => ({
      incidents: 0,
      records: 0,
      first: null,
      last: null,
      countries: [],
      datasets: [],
      version: 0,
    }),
  };
  return store as Incidents;
}

export interface Fuzzed {
  files: number;
  /** Read to the end, every row accounted for. */
  read: number;
  rows: number;
  rejected: number;
  /** Refused as a whole, with words. */
  refused: number;
  /** Shown a mapping for, since the header no longer says what it is. */
  proposed: number;
  /** What must not be: the file's number, and what was wrong. */
  wrong: string[];
}

function faultOf(report: FileReport): string | undefined {
  const { rows, added, revised, unchanged, retracted, joined, rejected, rejectedTotal } = report;
  if (rows !== added + revised + unchanged + retracted + joined + rejectedTotal)
    return `rows get lost: ${JSON.stringify(report)}`;
  if (rejected.length !== rejectedTotal) return 'a rejected row is not listed';
  const bad = rejected.find((r) => r.line < 1 || r.reason.trim() === '');
  return bad && `a reject says too little: ${JSON.stringify(bad)}`;
}

/** Imports so many broken copies of a layout's file. The seed is told, so that each can be had again. */
export async function fuzz(layout: Layout, files: number, seed = 1): Promise<Fuzzed> {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-fuzz-'));
  const whole = Buffer.from(await layout.make(6));
  const sum: Fuzzed = { files, read: 0, rows: 0, rejected: 0, refused: 0, proposed: 0, wrong: [] };
  for (let n = 0; n < files; n++) {
    const path = join(folder, `data.${layout.extension}`);
    writeFileSync(path, mutate(whole, seeded(seed * 1_000_003 + n)));
    const options = { incidents: checkingStore(), by: 'test', now: new Date(0), folder };
    try {
      let [report] = await importFiles([path], options);
      if (report?.proposed) {
        sum.proposed++;
        [report] = await importFiles([path], options);
      }
      if (!report) continue;
      const fault = faultOf(report);
      if (fault) sum.wrong.push(`file ${n}: ${fault}`);
      sum.read++;
      sum.rows += report.rows;
      sum.rejected += report.rejectedTotal;
    } catch (error) {
      if (error instanceof ImportError && error.message.trim()) sum.refused++;
      else sum.wrong.push(`file ${n}: ${(error as Error).stack ?? error}`);
    }
  }
  rmSync(folder, { recursive: true });
  return sum;
}
