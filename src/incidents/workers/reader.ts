import { openDatabase } from '../../database/open.ts';
import type { Incidents } from '../incidents.ts';
import type { Query } from '../query.ts';
import { openIncidents } from '../store/index.ts';

/** What may take long. */
export type ReadJob = { kind: 'find' | 'selectRows'; query: Query } | { kind: 'coverage' };
/** What is asked of a reader: of the database of a name. */
export interface ReadRequest {
  name: string;
  work: ReadJob;
}

let opened: Promise<Incidents> | undefined;

/** One thread with its own connection: does one piece of work after the other. */
export async function runReadJob({ name, work }: ReadRequest): Promise<unknown> {
  opened ??= openDatabase(name).then(openIncidents);
  const incidents = await opened;
  return work.kind === 'coverage' ? incidents.coverage() : incidents[work.kind](work.query);
}
