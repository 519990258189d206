import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { retry } from '../../kernel/retry.ts';
import { createFetch } from '../../web/own-fetch.ts';
import { slackLog } from './log.ts';

const mostWaits = 20;

/** All requests to Slack go by it. */
export const slackFetch = createFetch();

/** Calls again after the time Slack asks for (429); other failures are the web client's to repeat. Only this call waits. */
export const retryAfter429 = <T>(call: () => Promise<T>): Promise<T> =>
  retry(call, (error, waits) =>
    error instanceof webApi.WebAPIRateLimitedError && waits < mostWaits
      ? error.retryAfter * 1000 + Math.random() * 100
      : undefined,
  );

/** The error's code as Slack names it: "not_in_channel". */
export const errorCodeOf = (error: unknown): string | undefined =>
  error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;

/** How every client of ours calls: a 429 is thrown at once, so that it holds up nobody else; 5xx is tried four times. */
export const clientOptions = (apiUrl: string | undefined, log: Logger): webApi.WebClientOptions => ({
  logger: slackLog(log),
  fetch: slackFetch,
  rejectRateLimitedCalls: true,
  retryConfig: { retries: 4, factor: 2, minTimeout: 250, maxTimeout: 4000, randomize: true },
  ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
});
