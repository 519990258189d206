import { z } from 'zod';
import { type IncidentRecord, record } from '../../incidents/incident.ts';
import type { FieldError } from './problem-details.ts';

const mostRecords = 1000;
const mostErrors = 20;

const envelope = z.strictObject({
  records: z
    .array(z.unknown(), 'write {"records": [ … ]}')
    .min(1, 'has no record')
    .max(mostRecords, `has more than ${mostRecords.toLocaleString('en-GB')} records; send them in parts`),
});

const pointerOf = (path: readonly PropertyKey[]): string =>
  `#${path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;

const errorsOf = (error: z.ZodError, at: readonly PropertyKey[] = []): FieldError[] =>
  error.issues.map(({ path, message }) => ({ pointer: pointerOf([...at, ...path]), detail: message }));

/** Checks beyond the schema: that the id is of the dataset, and that no field is set which only people may write. */
function checkRecord(made: IncidentRecord, dataset: string): [field: string, detail: string] | undefined {
  if (!made.id.startsWith(`${dataset}:`)) return ['id', `must begin with "${dataset}:"`];
  if (made.kind !== 'incident') return undefined;
  if (made.corrections) return ['corrections', 'is not allowed: corrections are made in Sitrep'];
  if (made.accounts) return ['accounts', 'is not allowed: records are merged in Sitrep'];
  return undefined;
}

function recordOf(given: unknown, at: number, dataset: string): IncidentRecord | FieldError[] {
  const parsed = record.safeParse(given);
  if (!parsed.success) return errorsOf(parsed.error, ['records', at]);
  const problem = checkRecord(parsed.data, dataset);
  return problem ? [{ pointer: pointerOf(['records', at, problem[0]]), detail: problem[1] }] : parsed.data;
}

/** The records of a body, or its first errors, 20 at most. `dataset`: the id that the records' ids must begin with. */
export function validateRecords(
  body: unknown,
  dataset: string,
): { records: IncidentRecord[] } | { errors: FieldError[] } {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) return { errors: errorsOf(parsed.error) };
  const records: IncidentRecord[] = [];
  const errors: FieldError[] = [];
  const ids = new Set<string>();
  for (const [at, given] of parsed.data.records.entries()) {
    const made = recordOf(given, at, dataset);
    if (Array.isArray(made)) errors.push(...made);
    else if (ids.has(made.id))
      errors.push({ pointer: pointerOf(['records', at, 'id']), detail: 'occurs twice in this request' });
    else {
      ids.add(made.id);
      records.push(made);
    }
    if (errors.length >= mostErrors) break;
  }
  return errors.length ? { errors: errors.slice(0, mostErrors) } : { records };
}
