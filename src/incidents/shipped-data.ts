import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Dataset, dataset, type IncidentRecord, record } from './incident.ts';

const file = new URL('../../data/incidents.json', import.meta.url);
const shape = z.strictObject({ dataset, records: z.array(record) });

/**
 * The records that come with Sitrep, from data/incidents.json. Throws with the path and the reason if one is invalid.
 */
export function readShippedData(): { dataset: Dataset; records: IncidentRecord[] } {
  const parsed = shape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`data/incidents.json: ${issue?.path.join('.')}: ${issue?.message}`);
}
