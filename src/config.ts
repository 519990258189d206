import { existsSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { z } from 'zod';

/** Settings that cannot be used; the message names the variable and the remedy. */
export class ConfigError extends Error {}

const systemZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

export const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const isLocale = (locale: string): boolean => {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
};

const variables = z.object({
  SITREP_DB: z.string().min(1).optional(),
  SITREP_ZONE: z.string().refine(isZone, 'is no time zone; write it like Asia/Baghdad').optional(),
  SITREP_LOCALE: z.string().refine(isLocale, 'is no locale; write it like en-GB').optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'is none of fatal, error, warn, info, debug, trace, silent',
    )
    .optional(),
});

export interface Config {
  /** The database file. */
  db: string;
  /** Where the index, the history and other files of the program's own are kept. */
  folder: string;
  zone: string;
  locale: string;
  logLevel: string;
}

/** Reads the environment once, .env first. Throws ConfigError. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  if (environment === process.env && existsSync('.env')) process.loadEnvFile('.env');
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0]);
    throw new ConfigError(`${name} ${issue?.message}. It is set to “${environment[name]}”; see .env.example.`);
  }
  const { SITREP_DB, SITREP_ZONE, SITREP_LOCALE, LOG_LEVEL } = parsed.data;
  const folder = envPaths('sitrep', { suffix: '' }).data;
  return {
    db: SITREP_DB ?? join(folder, 'sitrep.db'),
    folder,
    zone: SITREP_ZONE ?? systemZone(),
    locale: SITREP_LOCALE ?? 'en-GB',
    logLevel: LOG_LEVEL ?? 'warn',
  };
}
