import type { Logger } from 'pino';
import { z } from 'zod';
import type { RequestContext } from '../../app/dispatcher.ts';
import { isLocale, isZone } from '../../config/config.ts';

/** Who asks where a call does not say: the defaults of the program. */
export interface Defaults {
  zone: string;
  locale: string;
  /** Whether clients may use managers' commands. */
  mayCurate: boolean;
  log: Logger;
  now(): Date;
}

/** What every tool takes besides its own options: the asker's side of a question. */
export const askerOptions = z.object({
  thread: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('A conversation, by any name: calls with the same one may follow up on each other (“only airstrikes”)'),
  now: z.iso.datetime({ offset: true }).optional().describe('The instant that “today” is meant from'),
  zone: z
    .string()
    .refine(isZone, 'is no time zone; write it like Asia/Baghdad')
    .optional()
    .describe('The asker’s time zone, Asia/Baghdad'),
  locale: z
    .string()
    .refine(isLocale, 'is no locale; write it like en-GB')
    .optional()
    .describe('en-GB reads 3/4 as 3 April, en-US as March 4'),
});

/** The call as something asked; threads of one session are not those of another. */
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
