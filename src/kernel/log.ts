import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { type Logger, pino } from 'pino';
import { describeError } from './describe-error.ts';

/** The id of the question or request that is being handled; every line logged meanwhile has it. */
export const requests = new AsyncLocalStorage<string>();

/** Runs work under the id of the current request, or under a new one (8 hexadecimal digits), which it is passed. */
export function withReference<T>(work: (reference: string) => Promise<T>): Promise<T> {
  const reference = requests.getStore() ?? randomBytes(4).toString('hex');
  return requests.run(reference, () => work(reference));
}

function ofRequest(): object {
  const request = requests.getStore();
  return request === undefined ? {} : { request };
}

/** A logger to standard error, as JSON lines. Tokens and people's messages are redacted, in errors too. `level`: of pino. */
export const createLog = (level: string): Logger =>
  pino(
    {
      level,
      mixin: ofRequest,
      redact: ['token', '*.token', 'text', '*.text', 'headers.authorization'],
      serializers: { err: (error: unknown) => describeError(error) },
    },
    pino.destination({ dest: 2, sync: true }),
  );
