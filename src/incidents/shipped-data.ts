import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Dataset, dataset, type IncidentRecord, record } from './incident.ts';

const file = new URL('../../data/incidents.json', import.meta.url);
const shape = z.strictObject({ dataset, records: z.array(record) });

/** The incidents, aggregates and developments that come with Sitrep. Throws with the path and the reason when one is not valid. */
export function readShippedData(): { dataset: Dataset; records: IncidentRecord[] } {
  const parsed = shape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`data/incidents.json: ${issue?.path.join('.')}: ${issue?.message}`);
}
