import { existsSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { z } from 'zod';
import { ConfigError } from './config-error.ts';
import { type DiscordConfig, discordOf, discordVariables } from './discord.ts';
import { listed, need } from './need.ts';
import { type HttpConfig, httpOf, operatingVariables } from './operating.ts';
import { type ServicesConfig, servicesOf, sourceVariables } from './sources.ts';

export { ConfigError } from './config-error.ts';
export type { DiscordConfig } from './discord.ts';

const systemZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** Whether dates can be reckoned and written in a zone: there are old names that only one of the two knows. */
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
  SITREP_ZONE: z.string().refine(isZone, 'is no time zone; write it like Asia/Baghdad').optional(),
  SITREP_LOCALE: z.string().refine(isLocale, 'is no locale; write it like en-GB').optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'is none of fatal, error, warn, info, debug, trace, silent',
    )
    .optional(),
  SITREP_MCP_TOKEN: z.string().min(16, 'is too short to be guarded by; take at least 16 characters').optional(),
  SITREP_MCP_MANAGE: z.enum(['yes', 'no'], 'is neither yes nor no').optional(),
  ...operatingVariables,
  ...sourceVariables,
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'is no bot token; it begins with xoxb-').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'is no app-level token; it begins with xapp-').optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_PORT: z.coerce.number().int().min(0).max(65535, 'is no port').optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_MANAGERS: z
    .string()
    .regex(/^[UW]\w+(\s*,\s*[UW]\w+)*$/, 'is no list of user ids; write it like U0123ABCD,U0456EFGH')
    .optional(),
  SLACK_API_URL: z.url('is no address').optional(),
  ...discordVariables,
});

type Variables = z.infer<typeof variables>;

export interface SlackConfig {
  /** Of the one workspace; undefined where workspaces install the app themselves. */
  botToken?: string;
  /** For workspaces that install the app themselves. */
  oauth?: { clientId: string; clientSecret: string };
  /** Socket Mode when an app-level token is given, HTTP when a signing secret is. */
  mode: { appToken: string } | { signingSecret: string };
  /** For HTTP, and for the pages of an installation. */
  port: number;
  /** User ids of those who may change the shared data; undefined: a single workspace's admins and owners. */
  managers?: string[];
  /** Another address of the Web API: a proxy, or a test. */
  apiUrl?: string;
}

export interface Config {
  /** The database file. */
  db: string;
  /** Where the index, the history and other files of the program's own are kept. */
  folder: string;
  zone: string;
  locale: string;
  logLevel: string;
  /** For clients of the Model Context Protocol: what they must show over HTTP, and whether they may use managers' commands. */
  mcp: { token?: string; mayCurate: boolean };
  /** Sources on this computer and in private networks may be fetched. */
  allowLocal: boolean;
  services: ServicesConfig;
  /** The local HTTP server; undefined: none. */
  http?: HttpConfig;
  slack?: SlackConfig;
  discord?: DiscordConfig;
}

/** Reads the environment once, .env first. Throws ConfigError. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  if (environment === process.env && existsSync('.env')) process.loadEnvFile('.env');
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0]);
    // A token that cannot be used is still a secret.
    const see = /TOKEN|SECRET|PASSWORD|KEY/.test(name) ? 'See' : `It is set to “${environment[name]}”; see`;
    throw new ConfigError(`${name} ${issue?.message}. ${see} .env.example.`);
  }
  const slack = slackOf(parsed.data);
  const discord = discordOf(parsed.data);
  const { SITREP_DB, SITREP_ZONE, SITREP_LOCALE, SITREP_MCP_TOKEN, SITREP_MCP_MANAGE, LOG_LEVEL } = parsed.data;
  const http = httpOf(parsed.data);
  const folder = envPaths('sitrep', { suffix: '' }).data;
  return {
    db: SITREP_DB ?? join(folder, 'sitrep.db'),
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

/** Undefined when nothing of Slack is set. */
function slackOf(v: Variables): SlackConfig | undefined {
  const set = Object.keys(v).some((name) => name.startsWith('SLACK_'));
  if (!set) return undefined;
  const oauth = v.SLACK_CLIENT_ID
    ? {
        clientId: v.SLACK_CLIENT_ID,
        clientSecret:
          v.SLACK_CLIENT_SECRET ??
          need('SLACK_CLIENT_SECRET', 'it goes with SLACK_CLIENT_ID', 'Find it under Basic Information'),
      }
    : undefined;
  const botToken = oauth
    ? undefined
    : (v.SLACK_BOT_TOKEN ??
      need('SLACK_BOT_TOKEN', 'the bot cannot speak without it', 'Find it under OAuth & Permissions'));
  const mode =
    v.SLACK_SIGNING_SECRET !== undefined && v.SLACK_PORT !== undefined
      ? { signingSecret: v.SLACK_SIGNING_SECRET }
      : {
          appToken:
            v.SLACK_APP_TOKEN ??
            need(
              v.SLACK_SIGNING_SECRET === undefined ? 'SLACK_APP_TOKEN' : 'SLACK_PORT',
              'Socket Mode needs SLACK_APP_TOKEN, HTTP needs SLACK_SIGNING_SECRET and SLACK_PORT',
              'Make an app-level token with connections:write under Basic Information',
            ),
        };
  return {
    mode,
    port: v.SLACK_PORT ?? 3000,
    ...(botToken ? { botToken } : {}),
    ...(oauth ? { oauth } : {}),
    ...(v.SLACK_MANAGERS ? { managers: listed(v.SLACK_MANAGERS) } : {}),
    ...(v.SLACK_API_URL ? { apiUrl: v.SLACK_API_URL } : {}),
  };
}
