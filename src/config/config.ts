import { existsSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { z } from 'zod';
import { ConfigError, missing, parseList } from './config-error.ts';
import { type DiscordConfig, discordOf, discordVariables } from './discord.ts';
import { address, type HttpConfig, httpOf, operatingVariables, port } from './operating.ts';
import { type ServicesConfig, servicesOf, sourceVariables } from './sources.ts';

export { ConfigError } from './config-error.ts';
export type { DiscordConfig } from './discord.ts';

const systemZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** Whether dates can be both computed (Temporal) and written (Intl) in a time zone: some old names are known to only one of the two. */
export const isZone = (zone: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

export const isLocale = (locale: string): boolean => {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
};

const variables = z.object({
  SITREP_DB: z.string().min(1).optional(),
  SITREP_DURABLE: z.literal('1', 'must be 1 or empty').optional(),
  SITREP_ZONE: z.string().refine(isZone, 'must be a time zone, e.g. Asia/Baghdad').optional(),
  SITREP_LOCALE: z.string().refine(isLocale, 'must be a locale, e.g. en-GB').optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be one of fatal, error, warn, info, debug, trace, silent',
    )
    .optional(),
  SITREP_MCP_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  SITREP_MCP_MANAGE: z.enum(['yes', 'no'], 'must be yes or no').optional(),
  ...operatingVariables,
  ...sourceVariables,
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'must be a bot token, which begins with xoxb-').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'must be an app-level token, which begins with xapp-').optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_PORT: z.coerce.number(port).int(port).min(0, port).max(65535, port).optional(),
  SLACK_HOST: address.optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_MANAGERS: z
    .string()
    .regex(/^[UW]\w+(\s*,\s*[UW]\w+)*$/, 'must be a list of user ids, e.g. U0123ABCD,U0456EFGH')
    .optional(),
  SLACK_API_URL: z.url('must be a URL').optional(),
  ...discordVariables,
});

type Variables = z.infer<typeof variables>;

export interface SlackConfig {
  /** Of a single workspace; undefined where workspaces install the app themselves. */
  botToken?: string;
  /** For workspaces that install the app themselves. */
  oauth?: { clientId: string; clientSecret: string };
  /** Socket Mode when an app-level token is given, HTTP when a signing secret is. */
  mode: { appToken: string } | { signingSecret: string };
  /** For HTTP, and for the installation pages. */
  port: number;
  /** The address to listen on for HTTP; undefined: this computer alone, behind a proxy. */
  host?: string;
  /** User ids of those who may change the shared data; undefined: a single workspace's admins and owners. */
  managers?: string[];
  /** Overrides the URL of the Web API: a proxy, or a test. */
  apiUrl?: string;
}

export interface Config {
  /** The database: a file, or postgres://… */
  db: string;
  /** What is answered is on the disk of a SQLite database before: it survives a power cut. */
  durable: boolean;
  /** The folder of the names index, the console's history and other files of the program. */
  folder: string;
  zone: string;
  locale: string;
  logLevel: string;
  /** Clients of the Model Context Protocol: the token that they send over HTTP, and whether they may use managers' commands. */
  mcp: { token?: string; mayCurate: boolean };
  /** Sources on this computer and in private networks may be fetched. */
  allowLocal: boolean;
  services: ServicesConfig;
  /** The local HTTP server; undefined: none. */
  http?: HttpConfig;
  slack?: SlackConfig;
  discord?: DiscordConfig;
}

/** Reads the environment, and .env where the program's own is read. Throws ConfigError. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  if (environment === process.env && existsSync('.env')) process.loadEnvFile('.env');
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0]);
    // A token that cannot be used is still a secret.
    const see = /TOKEN|SECRET|PASSWORD|KEY|HEADERS/.test(name) ? 'See' : `It is set to “${environment[name]}”; see`;
    throw new ConfigError(`${name} ${issue?.message}. ${see} .env.example.`);
  }
  const slack = slackOf(parsed.data);
  const discord = discordOf(parsed.data);
  const { SITREP_DB, SITREP_ZONE, SITREP_LOCALE, SITREP_MCP_TOKEN, SITREP_MCP_MANAGE, LOG_LEVEL } = parsed.data;
  const http = httpOf(parsed.data);
  const folder = envPaths('sitrep', { suffix: '' }).data;
  return {
    db: SITREP_DB ?? join(folder, 'sitrep.db'),
    durable: parsed.data.SITREP_DURABLE === '1',
    folder,
    zone: SITREP_ZONE ?? systemZone(),
    locale: SITREP_LOCALE ?? 'en-GB',
    logLevel: LOG_LEVEL ?? 'warn',
    mcp: { mayCurate: SITREP_MCP_MANAGE === 'yes', ...(SITREP_MCP_TOKEN ? { token: SITREP_MCP_TOKEN } : {}) },
    allowLocal: parsed.data.SITREP_ALLOW_LOCAL === '1',
    services: servicesOf(parsed.data),
    ...(http ? { http } : {}),
    ...(slack ? { slack } : {}),
    ...(discord ? { discord } : {}),
  };
}

/** Undefined where no variable of Slack is set. Throws ConfigError. */
function slackOf(v: Variables): SlackConfig | undefined {
  const configured = Object.keys(v).some((name) => name.startsWith('SLACK_'));
  if (!configured) return undefined;
  const oauth = v.SLACK_CLIENT_ID
    ? {
        clientId: v.SLACK_CLIENT_ID,
        clientSecret:
          v.SLACK_CLIENT_SECRET ??
          missing('SLACK_CLIENT_SECRET', 'it is required with SLACK_CLIENT_ID', 'Find it under Basic Information'),
      }
    : undefined;
  const botToken = oauth
    ? undefined
    : (v.SLACK_BOT_TOKEN ??
      missing('SLACK_BOT_TOKEN', 'the bot cannot send messages without it', 'Find it under OAuth & Permissions'));
  const mode =
    v.SLACK_SIGNING_SECRET !== undefined && v.SLACK_PORT !== undefined
      ? { signingSecret: v.SLACK_SIGNING_SECRET }
      : {
          appToken:
            v.SLACK_APP_TOKEN ??
            missing(
              v.SLACK_SIGNING_SECRET === undefined ? 'SLACK_APP_TOKEN' : 'SLACK_PORT',
              'Socket Mode needs SLACK_APP_TOKEN, HTTP needs SLACK_SIGNING_SECRET and SLACK_PORT',
              'Create an app-level token with connections:write under Basic Information',
            ),
        };
  return {
    mode,
    port: v.SLACK_PORT ?? 3000,
    ...(v.SLACK_HOST ? { host: v.SLACK_HOST } : {}),
    ...(botToken ? { botToken } : {}),
    ...(oauth ? { oauth } : {}),
    ...(v.SLACK_MANAGERS ? { managers: parseList(v.SLACK_MANAGERS) } : {}),
    ...(v.SLACK_API_URL ? { apiUrl: v.SLACK_API_URL } : {}),
  };
}
