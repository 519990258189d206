import { z } from 'zod';
import { type IncidentRecord, record } from '../../incidents/incident.ts';
import type { FieldError } from './problem-details.ts';

const mostRecords = 1000;
const mostErrors = 20;

const envelope = z.strictObject({
  records: z
    .array(z.unknown(), 'write {"records": [ … ]}')
    .min(1, 'holds no record')
    .max(mostRecords, `holds more than ${mostRecords.toLocaleString('en-GB')} records; send them in parts`),
});

const pointerOf = (path: readonly PropertyKey[]): string =>
  `#${path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;

const wrongWith = (error: z.ZodError, at: readonly PropertyKey[] = []): FieldError[] =>
  error.issues.map(({ path, message }) => ({ pointer: pointerOf([...at, ...path]), detail: message }));

/** What zod cannot tell: whose record it is, and what only people may write. */
function strange(made: IncidentRecord, dataset: string): [field: string, detail: string] | undefined {
  if (!made.id.startsWith(`${dataset}:`)) return ['id', `an id of yours begins with "${dataset}:"`];
  if (made.kind !== 'incident') return undefined;
  if (made.corrections) return ['corrections', 'leave it out: people correct records in Sitrep'];
  if (made.accounts) return ['accounts', 'leave it out: people merge records in Sitrep'];
  return undefined;
}

function recordOf(given: unknown, at: number, dataset: string): IncidentRecord | FieldError[] {
  const parsed = record.safeParse(given);
  if (!parsed.success) return wrongWith(parsed.error, ['records', at]);
  const odd = strange(parsed.data, dataset);
  return odd ? [{ pointer: pointerOf(['records', at, odd[0]]), detail: odd[1] }] : parsed.data;
}

/** All records of a body, or what is wrong with it: the first errors, each with its place. */
export function validateRecords(
  body: unknown,
  dataset: string,
): { records: IncidentRecord[] } | { errors: FieldError[] } {
  const opened = envelope.safeParse(body);
  if (!opened.success) return { errors: wrongWith(opened.error) };
  const records: IncidentRecord[] = [];
  const errors: FieldError[] = [];
  const ids = new Set<string>();
  for (const [at, given] of opened.data.records.entries()) {
    const made = recordOf(given, at, dataset);
    if (Array.isArray(made)) errors.push(...made);
    else if (ids.has(made.id))
      errors.push({ pointer: pointerOf(['records', at, 'id']), detail: 'the same id stands twice in this request' });
    else {
      ids.add(made.id);
      records.push(made);
    }
    if (errors.length >= mostErrors) break;
  }
  return errors.length ? { errors: errors.slice(0, mostErrors) } : { records };
}
