import { post } from './post.ts';
import type { Rendered } from './render.ts';

type Response = Rendered & { response_type: 'ephemeral' | 'in_channel'; thread_ts?: string };

/** Posts to a response_url: five answers within thirty minutes. */
export async function postToResponseUrl(url: string, message: Response, replaces: boolean): Promise<void> {
  const body = JSON.stringify({ ...message, replace_original: replaces, unfurl_links: false, parse: 'none' });
  await post('response_url', url, { headers: { 'content-type': 'application/json' }, body });
}
