import { z } from 'zod';
import { editDistance } from '../kernel/edit-distance.ts';
import { eventTypeById, eventTypeOfWords, eventTypes } from './event-types.ts';
import { type IncidentRecord, record } from './incident.ts';

/** What is wrong with a record: the member's path, its value as JSON, and why, to follow the value. */
export interface RecordProblem {
  path: string;
  value: string;
  reason: string;
}

const kinds = record.options.map((option) => option.shape.kind.value);

const nearest = (said: string, known: readonly string[]): string | undefined => {
  const limit = Math.max(2, Math.floor(said.length / 2));
  const ranked = known.map((name) => ({ name, far: editDistance(said.toLowerCase(), name, limit) }));
  const [best] = ranked.filter(({ far }) => far <= limit).sort((a, b) => a.far - b.far);
  return best?.name;
};

const oneOf = (said: unknown, known: readonly string[]): string => {
  const near = typeof said === 'string' ? nearest(said, known) : undefined;
  return `is not one of ${known.join(', ')}${near ? `; the nearest is ${near}` : ''}`;
};

const shapes: Record<string, string> = {
  string: 'text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list [ … ]',
  tuple: 'a list [ … ]',
  object: 'an object { … }',
};

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown> | undefined)?.[step], value);

function reasonOf(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_value':
      return oneOf(value, issue.values.map(String));
    case 'invalid_type':
      return value === undefined
        ? `is missing: it must be ${shapes[issue.expected] ?? issue.expected}`
        : `must be ${shapes[issue.expected] ?? issue.expected}`;
    case 'unrecognized_keys':
      return `has unknown members: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return issue.path.at(-1) === 'kind' ? oneOf(value, kinds) : issue.message;
    default:
      return `is not allowed: ${issue.message}`;
  }
}

const shown = (value: unknown): string => (value === undefined ? '' : (JSON.stringify(value) ?? '').slice(0, 80));

const problem = (path: readonly PropertyKey[], value: unknown, reason: string): RecordProblem => ({
  path: path.map(String).join('.'),
  value: shown(value),
  reason,
});

/** An event type that is not in the tree, with the nearest that is. */
function unknownType({ eventTypes: given }: IncidentRecord): RecordProblem | undefined {
  const index = given.findIndex((id) => !eventTypeById(id));
  const said = given[index];
  if (said === undefined) return undefined;
  const near =
    eventTypeOfWords(said)?.id ??
    nearest(
      said,
      eventTypes.map(({ id }) => id),
    );
  const words = near ? `the nearest is ${near}` : 'the command schema lists them';
  return problem(['eventTypes', index], said, `is not a known event type; ${words}`);
}

/** Reads a record of the record format, or says what is wrong with it first. Never throws. */
export function readRecord(value: unknown): { record: IncidentRecord } | { problem: RecordProblem } {
  const parsed = record.safeParse(value);
  if (parsed.success) {
    const wrong = unknownType(parsed.data);
    return wrong ? { problem: wrong } : { record: parsed.data };
  }
  const [issue] = parsed.error.issues;
  if (!issue) return { problem: problem([], value, 'is not a record') };
  const here = at(value, issue.path);
  return { problem: problem(issue.path, here, reasonOf(issue, here)) };
}

/** The record format as a JSON Schema (draft 2020-12), with the known event types. */
export function recordSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(record, { io: 'input' }),
    title: 'A record of Sitrep',
    $comment: `Event types: ${eventTypes.map(({ id }) => id).join(', ')}`,
  };
}
