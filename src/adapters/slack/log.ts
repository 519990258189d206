import { type Logger, LogLevel } from '@slack/bolt';
import type { Logger as Pino } from 'pino';

/** Bolt's and the web client's log into ours; its debug lines, which hold tokens and texts, stay out. Our own code says what matters, so each line is one step quieter. */
export function slackLog(log: Pino): Logger {
  const words = (all: unknown[]) => all.map((one) => (one instanceof Error ? one.message : String(one))).join(' ');
  return {
    debug: () => undefined,
    info: (...all) => log.debug(words(all)),
    warn: (...all) => log.info(words(all)),
    error: (...all) => log.warn(words(all)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
