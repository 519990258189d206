import { openDatabase } from '../../database/open.ts';
import type { Incidents } from '../incidents.ts';
import type { Query } from '../query.ts';
import { openIncidents } from '../store/index.ts';

/** A read that may take long. */
export type ReadJob = { kind: 'find' | 'selectRows'; query: Query } | { kind: 'coverage' };
/** A job for a reader thread, on the database of a name (a path). */
export interface ReadRequest {
  name: string;
  job: ReadJob;
}

let opened: Promise<Incidents> | undefined;

/** Runs a job in this thread, on a connection of its own that the first job opens. */
export async function runReadJob({ name, job }: ReadRequest): Promise<unknown> {
  opened ??= openDatabase(name).then(openIncidents);
  const incidents = await opened;
  return job.kind === 'coverage' ? incidents.coverage() : incidents[job.kind](job.query);
}
