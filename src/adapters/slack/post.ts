import { retry, retryAfter } from '../../kernel/retry.ts';
import type { Rendered } from './render.ts';
import { slackFetch } from './retry-after-429.ts';

const mostTries = 5;

/** A URL that Slack gave did not take what was posted. */
export class ResponseUrlError extends Error {
  readonly status: number;
  constructor(message: string, status: number, options: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** Posts to a URL that Slack gave. Waits after a 429 and retries a 5xx, five tries in all. Throws ResponseUrlError on any other status. */
export const post = (
  what: string,
  url: string,
  init: { headers?: Record<string, string>; body: string | Blob },
): Promise<void> =>
  retry(
    async () => {
      const response = await slackFetch(url, { method: 'POST', ...init });
      if (response.ok) return;
      const body = (await response.text()).slice(0, 200);
      throw new ResponseUrlError(`${what} returned ${response.status}: ${body}`, response.status, { cause: response });
    },
    (error, tries) => (tries + 1 < mostTries ? waitAfter(error, tries) : undefined),
  );

const isResponse = (cause: unknown): cause is { status: number; headers: { get(name: string): string | null } } =>
  typeof cause === 'object' && cause !== null && 'status' in cause && 'headers' in cause;

function waitAfter(error: unknown, tries: number): number | undefined {
  const response = (error as Error).cause;
  if (!isResponse(response)) return undefined;
  if (response.status === 429) return retryAfter(response.headers.get('retry-after'), Date.now()) ?? 1000;
  return response.status >= 500 ? 250 * (tries + 1) : undefined;
}

type Response = Rendered & { response_type: 'ephemeral' | 'in_channel'; thread_ts?: string };

/** Posts to a response_url, which takes five messages within thirty minutes. */
export async function postToResponseUrl(url: string, message: Response, replaces: boolean): Promise<void> {
  const body = JSON.stringify({ ...message, replace_original: replaces, unfurl_links: false, parse: 'none' });
  await post('response_url', url, { headers: { 'content-type': 'application/json' }, body });
}
