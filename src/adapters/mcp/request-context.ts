import type { Logger } from 'pino';
import { z } from 'zod';
import type { RequestContext } from '../../app/dispatcher.ts';
import { isLocale, isZone } from '../../config/config.ts';

/** Defaults for calls that do not set them. */
export interface Defaults {
  zone: string;
  locale: string;
  /** Whether clients may use managers' commands. */
  mayCurate: boolean;
  log: Logger;
  now(): Date;
}

/** Options of every tool, besides its own: who asks, where and when. */
export const askerOptions = z.object({
  thread: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('Name of a conversation: calls with the same name can follow up on each other (“only airstrikes”)'),
  now: z.iso.datetime({ offset: true }).optional().describe('Current time, for “today”'),
  zone: z
    .string()
    .refine(isZone, 'is not a time zone; use one like Asia/Baghdad')
    .optional()
    .describe('Time zone of the asker, e.g. Asia/Baghdad'),
  locale: z
    .string()
    .refine(isLocale, 'is not a locale; use one like en-GB')
    .optional()
    .describe('en-GB reads 3/4 as 3 April, en-US as March 4'),
});

/** A tool call as a request; threads are separate for each session. */
export function toRequestContext(
  { thread, now, zone, locale }: z.infer<typeof askerOptions>,
  session: string,
  defaults: Defaults,
  signal?: AbortSignal,
): RequestContext {
  return {
    asker: {
      id: 'mcp',
      locale: locale ?? defaults.locale,
      timeZone: zone ?? defaults.zone,
      mayManage: defaults.mayCurate,
      mayCurate: defaults.mayCurate,
    },
    channel: { platform: 'mcp', id: session, kind: 'direct' },
    ...(thread === undefined ? {} : { thread: `mcp:${session}:${thread}` }),
    askedAt: now === undefined ? defaults.now() : new Date(now),
    ...(signal ? { signal } : {}),
  };
}
