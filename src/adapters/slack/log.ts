import { type Logger, LogLevel } from '@slack/bolt';
import type { Logger as Pino } from 'pino';
import { withoutSecrets } from '../../kernel/describe-error.ts';

/** A logger for Bolt and the web client, one level lower than theirs. Debug lines are dropped: they hold tokens and texts. */
export function slackLog(log: Pino): Logger {
  const words = (all: unknown[]) =>
    withoutSecrets(all.map((one) => (one instanceof Error ? one.message : String(one))).join(' '));
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
