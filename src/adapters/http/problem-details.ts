import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What was wrong with one value: where, as a JSON pointer, and what is meant. */
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

/** An error as problem details for HTTP APIs (RFC 9457). */
export function problem(
  c: Context,
  status: ContentfulStatusCode,
  { title, detail, errors, headers = {} }: ProblemDetails,
) {
  const body = { type: 'about:blank', title, status, ...(detail ? { detail } : {}), ...(errors ? { errors } : {}) };
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json', ...headers });
}
