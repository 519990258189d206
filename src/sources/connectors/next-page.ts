import { open } from 'node:fs/promises';
import { z } from 'zod';

// Where services name the next page of a list, beside it, or in a member beside it.
const names = ['next', 'next_url', 'nextUrl', 'next_page_url', 'nextPageUrl', 'NextPageUrl', '@odata.nextLink'];
const holders = ['links', '_links', 'paging', 'pagination', 'meta'];

// Larger ones are files, not pages.
const most = 16 * 1024 ** 2;
const object = z.record(z.string(), z.unknown());
const address = z.union([z.string().min(1), z.looseObject({ href: z.string().min(1) })]);

async function jsonIn(path: string): Promise<unknown> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1), 0, 1, 0);
    if (size > most || bytesRead === 0 || buffer.toString() !== '{') return undefined;
    return JSON.parse(await file.readFile('utf8')) as unknown;
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}

function named(json: unknown): string | undefined {
  const whole = object.safeParse(json).data;
  for (const holder of [whole, ...holders.map((name) => object.safeParse(whole?.[name]).data)])
    for (const name of names) {
      const found = address.safeParse(holder?.[name]).data;
      if (found !== undefined) return typeof found === 'string' ? found : found.href;
    }
  return undefined;
}

/** "<https://example.org/?page=2>; rel="next"" (RFC 8288). */
const inHeader = (header: string | undefined): string | undefined =>
  header?.match(/<([^>]*)>\s*;(?:[^,<]*;)?\s*rel="?next"?/i)?.[1];

/**
 * The address of the page after a response: from its header `Link`, or named by its JSON. It has the scheme and host of
 * the page, whatever is written: services behind a proxy write http or another host. Undefined where there is none.
 */
export async function nextPage(
  url: string,
  body: { path: string; link?: string | undefined },
): Promise<string | undefined> {
  const written = inHeader(body.link) ?? named(await jsonIn(body.path));
  const target = written === undefined ? null : URL.parse(written, url);
  if (!target) return undefined;
  const { origin } = new URL(url);
  const next = `${origin}${target.pathname}${target.search}`;
  return next === url ? undefined : next;
}
