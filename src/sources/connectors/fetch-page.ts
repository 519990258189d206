import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { FetchError } from '../../web/fetch-error.ts';
import type { FetchRequest, FetchResult } from '../../web/http-fetcher.ts';
import { emptyTally, type RowTally } from '../tally.ts';
import type { ConnectorContext } from './connector.ts';

type PageRequest = Pick<FetchRequest, 'url' | 'headers' | 'form' | 'maxBytes'>;
type Body = Extract<FetchResult, { kind: 'body' }>;

/** Fetches a body, uses it, and discards its file. */
export async function withBody<T>(
  request: PageRequest,
  { get }: Pick<ConnectorContext, 'get'>,
  use: (body: Body) => Promise<T>,
): Promise<T> {
  const result = await get(request);
  if (result.kind === 'unchanged')
    throw new FetchError('The server replied 304 Not Modified to an unconditional request.');
  try {
    return await use(result);
  } finally {
    await result.discard();
  }
}

async function parsed<S extends z.ZodType>(body: Body, shape: S, service: string): Promise<z.infer<S>> {
  const text = await readFile(body.path, 'utf8');
  const json = z.safeParse(shape, jsonOf(text));
  if (json.success) return json.data;
  const issue = json.error.issues[0];
  throw new FetchError(
    `${service}’s response is not as documented: ${issue?.path.join('.') || 'the whole'}: ${issue?.message}.`,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Fetches JSON that is not data, such as a token, and validates it. Throws FetchError. */
export const fetchJson = <S extends z.ZodType>(
  request: PageRequest,
  context: ConnectorContext,
  shape: S,
  service: string,
) => withBody(request, context, (body) => parsed(body, shape, service));

/** Fetches a page of rows in JSON, validates it, and imports it where it has any rows (`rowsIn`). Throws FetchError and ImportError. */
export function fetchPage<S extends z.ZodType>(
  request: PageRequest,
  context: ConnectorContext,
  shape: S,
  service: string,
  rowsIn: (page: z.infer<S>) => number,
): Promise<{ page: z.infer<S>; hash: string; rows: RowTally }> {
  return withBody(request, context, async (body) => {
    const page = await parsed(body, shape, service);
    const rows = rowsIn(page) > 0 ? await context.load(body.path) : emptyTally;
    return { page, hash: body.hash, rows };
  });
}
