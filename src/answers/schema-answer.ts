import type { Answer } from './document/answer.ts';
import { buildAnswer } from './document/build-answer.ts';

/** The JSON Schema of the record format: the whole text, and the member `schema` of the JSON document. */
export const composeSchema = (schema: Record<string, unknown>): Answer =>
  buildAnswer(JSON.stringify(schema, null, 2), [], { schema });
