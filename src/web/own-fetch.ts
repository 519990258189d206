import { Agent, fetch, type RequestInit } from 'undici';

/** What the platforms' libraries give of a request; a form is one of Node's own. */
interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Blob | FormData | null;
  signal?: AbortSignal;
}

/** undici knows no form but its own, so one of Node's goes as its bytes, which can be sent again. */
async function encoded({ body, headers, ...rest }: Sent): Promise<RequestInit> {
  if (!(body instanceof FormData)) return { ...rest, ...(headers && { headers }), ...(body != null && { body }) };
  const form = new Response(body);
  const type = { 'content-type': form.headers.get('content-type') ?? '' };
  return { ...rest, headers: { ...headers, ...type }, body: await form.arrayBuffer() };
}

/**
 * `fetch` over connections of its own. Bolt and discord.js bring different versions of undici, and what names no
 * connections of its own gets those of the version that was loaded first, over which discord.js can send no files.
 * Throws what the network did ("ECONNRESET") rather than "fetch failed".
 */
export function createFetch() {
  const dispatcher = new Agent();
  return async (url: string | URL, sent: Sent = {}) => {
    const request = await encoded(sent);
    return fetch(url, { ...request, dispatcher }).catch((error: Error) => {
      throw error.cause ?? error;
    });
  };
}
