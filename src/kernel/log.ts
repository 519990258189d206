import { AsyncLocalStorage } from 'node:async_hooks';
import { type Logger, pino } from 'pino';

/** The id of the question or request that is at work: in every line that is logged meanwhile. */
export const requests = new AsyncLocalStorage<string>();

function ofRequest(): object {
  const request = requests.getStore();
  return request === undefined ? {} : { request };
}

/** Logs to standard error; tokens and what people wrote stay out. */
export const createLog = (level: string): Logger =>
  pino(
    { level, mixin: ofRequest, redact: ['token', '*.token', 'text', '*.text', 'headers.authorization'] },
    pino.destination({ dest: 2, sync: true }),
  );
