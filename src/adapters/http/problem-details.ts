import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An invalid value: where it is, as a JSON pointer in a URI fragment ("#/records/0/id"), and what is wrong. */
export interface FieldError {
  pointer: string;
  detail: string;
}

interface ProblemDetails {
  title: string;
  detail?: string;
  errors?: readonly FieldError[];
  headers?: Record<string, string>;
}

/** A response with problem details (RFC 9457). */
export function problem(
  c: Context,
  status: ContentfulStatusCode,
  { title, detail, errors, headers = {} }: ProblemDetails,
) {
  const body = { type: 'about:blank', title, status, ...(detail ? { detail } : {}), ...(errors ? { errors } : {}) };
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json', ...headers });
}
