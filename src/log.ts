import { type Logger, pino } from 'pino';

/** Logs to standard error; tokens and what people wrote stay out. */
export const createLog = (level: string): Logger =>
  pino(
    { level, redact: ['token', '*.token', 'text', '*.text', 'headers.authorization'] },
    pino.destination({ dest: 2, sync: true }),
  );
