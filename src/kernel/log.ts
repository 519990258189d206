import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { type Logger, pino } from 'pino';

/** The id of the question or request that is at work: in every line that is logged meanwhile. */
export const requests = new AsyncLocalStorage<string>();

/** Does the work under the id of the request it belongs to, or else under a new one. */
export function withReference<T>(work: (reference: string) => Promise<T>): Promise<T> {
  const reference = requests.getStore() ?? randomBytes(4).toString('hex');
  return requests.run(reference, () => work(reference));
}

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
