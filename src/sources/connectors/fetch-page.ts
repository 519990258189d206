import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { FetchError } from '../../web/fetch-error.ts';
import type { FetchRequest, FetchResult } from '../../web/web.ts';
import { emptyTally, type RowTally } from '../tally.ts';
import type { ConnectorContext } from './connector.ts';

type PageRequest = Pick<FetchRequest, 'url' | 'headers' | 'form' | 'maxBytes'>;
type Body = Extract<FetchResult, { kind: 'body' }>;

/** Fetches, hands the file on, and discards it. */
async function withBody<T>(
  wanted: PageRequest,
  { get }: Pick<ConnectorContext, 'get'>,
  use: (body: Body) => Promise<T>,
): Promise<T> {
  const got = await get(wanted);
  if (got.kind === 'unchanged') throw new FetchError('Nothing came, though nothing was there before.');
  try {
    return await use(got);
  } finally {
    await got.discard();
  }
}

async function parsed<S extends z.ZodType>(body: Body, shape: S, service: string): Promise<z.infer<S>> {
  const text = await readFile(body.path, 'utf8');
  const json = z.safeParse(shape, jsonOf(text));
  if (json.success) return json.data;
  const issue = json.error.issues[0];
  throw new FetchError(
    `${service} answers something else than its documents say: ${issue?.path.join('.') || 'the whole'}: ${issue?.message}.`,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An answer in JSON that is no data, such as a token. */
export const fetchJson = <S extends z.ZodType>(
  wanted: PageRequest,
  hands: ConnectorContext,
  shape: S,
  service: string,
) => withBody(wanted, hands, (body) => parsed(body, shape, service));

/** A page of rows in JSON: looked at, then imported where it holds any. */
export function fetchPage<S extends z.ZodType>(
  wanted: PageRequest,
  hands: ConnectorContext,
  shape: S,
  service: string,
  rowsIn: (page: z.infer<S>) => number,
): Promise<{ page: z.infer<S>; hash: string; rows: RowTally }> {
  return withBody(wanted, hands, async (body) => {
    const page = await parsed(body, shape, service);
    const rows = rowsIn(page) > 0 ? await hands.load(body.path) : emptyTally;
    return { page, hash: body.hash, rows };
  });
}
