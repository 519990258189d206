import { setTimeout as sleep } from 'node:timers/promises';
import type { Rendered } from './render.ts';
import { slackFetch } from './retry-after-429.ts';

type Response = Rendered & { response_type: 'ephemeral' | 'in_channel'; thread_ts?: string };

const tries = 5;

/** Posts to a response_url: five answers within thirty minutes. Waits out a 429, repeats after a 5xx. */
export async function postToResponseUrl(url: string, message: Response, replaces: boolean): Promise<void> {
  const body = JSON.stringify({ ...message, replace_original: replaces, unfurl_links: false, parse: 'none' });
  for (let n = 1; ; n++) {
    const sent = await slackFetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    if (sent.ok) return;
    if (n === tries || (sent.status !== 429 && sent.status < 500))
      throw new Error(`response_url answered ${sent.status}: ${(await sent.text()).slice(0, 200)}`);
    await sleep(sent.status === 429 ? Number(sent.headers.get('retry-after') ?? 1) * 1000 : 250 * n);
  }
}
