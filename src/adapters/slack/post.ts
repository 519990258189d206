import { retry, retryAfter } from '../../kernel/retry.ts';
import type { Rendered } from './render.ts';
import { slackFetch } from './retry-after-429.ts';

const mostTries = 5;

/** Posts to an address that Slack gave. Waits out a 429, repeats after a 5xx. Throws what else was answered. */
export const post = (
  what: string,
  url: string,
  init: { headers?: Record<string, string>; body: string | Blob },
): Promise<void> =>
  retry(
    async () => {
      const answer = await slackFetch(url, { method: 'POST', ...init });
      if (answer.ok) return;
      const words = (await answer.text()).slice(0, 200);
      throw new Error(`${what} was answered with ${answer.status}: ${words}`, { cause: answer });
    },
    (error, tries) => (tries + 1 < mostTries ? waitAfter(error, tries) : undefined),
  );

const isAnswer = (cause: unknown): cause is { status: number; headers: { get(name: string): string | null } } =>
  typeof cause === 'object' && cause !== null && 'status' in cause && 'headers' in cause;

function waitAfter(error: unknown, tries: number): number | undefined {
  const answer = (error as Error).cause;
  if (!isAnswer(answer)) return undefined;
  if (answer.status === 429) return retryAfter(answer.headers.get('retry-after'), Date.now()) ?? 1000;
  return answer.status >= 500 ? 250 * (tries + 1) : undefined;
}

type Response = Rendered & { response_type: 'ephemeral' | 'in_channel'; thread_ts?: string };

/** Posts to a response_url: five answers within thirty minutes. */
export async function postToResponseUrl(url: string, message: Response, replaces: boolean): Promise<void> {
  const body = JSON.stringify({ ...message, replace_original: replaces, unfurl_links: false, parse: 'none' });
  await post('response_url', url, { headers: { 'content-type': 'application/json' }, body });
}
