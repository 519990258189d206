import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { retry } from '../../kernel/retry.ts';
import { createFetch } from '../../web/own-fetch.ts';
import { slackLog } from './log.ts';

const mostWaits = 20;

/** The fetch of all requests to Slack. */
export const slackFetch = createFetch();

/**
 * Repeats a call after the time that Slack asks for (429), 20 times at most, and as long as the waits together are at
 * most `longest` milliseconds; the web client itself retries other failures.
 */
export function retryAfter429<T>(call: () => Promise<T>, longest = Number.POSITIVE_INFINITY): Promise<T> {
  let waited = 0;
  return retry(call, (error, waits) => {
    if (!(error instanceof webApi.WebAPIRateLimitedError) || waits >= mostWaits) return undefined;
    const pause = error.retryAfter * 1000 + Math.random() * 100;
    waited += pause;
    return waited <= longest ? pause : undefined;
  });
}

/** The error's code as Slack names it: "not_in_channel". */
export const errorCodeOf = (error: unknown): string | undefined =>
  error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;

/** Options of every client: a 429 is thrown at once, so that other calls do not wait for it; a 5xx is retried four times. */
export const clientOptions = (apiUrl: string | undefined, log: Logger): webApi.WebClientOptions => ({
  logger: slackLog(log),
  fetch: slackFetch,
  rejectRateLimitedCalls: true,
  retryConfig: { retries: 4, factor: 2, minTimeout: 250, maxTimeout: 4000, randomize: true },
  ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
});
