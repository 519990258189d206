import { Agent, fetch, type RequestInit } from 'undici';

/** What the platforms' libraries pass to fetch; a form is Node's own. */
interface RequestOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Blob | FormData | null;
  signal?: AbortSignal;
}

/** undici accepts only its own FormData, so Node's is encoded to bytes, which can also be sent again. */
async function encode({ body, headers, ...rest }: RequestOptions): Promise<RequestInit> {
  if (!(body instanceof FormData)) return { ...rest, ...(headers && { headers }), ...(body != null && { body }) };
  const form = new Response(body);
  const type = { 'content-type': form.headers.get('content-type') ?? '' };
  return { ...rest, headers: { ...headers, ...type }, body: await form.arrayBuffer() };
}

/**
 * `fetch` with a dispatcher of its own. Bolt and discord.js bring different versions of undici, and without a dispatcher
 * requests use that of the version loaded first, with which discord.js cannot send files. Throws the cause ("ECONNRESET")
 * rather than "fetch failed".
 */
export function createFetch() {
  const dispatcher = new Agent();
  return async (url: string | URL, options: RequestOptions = {}) => {
    const request = await encode(options);
    return fetch(url, { ...request, dispatcher }).catch((error: Error) => {
      throw error.cause ?? error;
    });
  };
}
