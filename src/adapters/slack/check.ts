import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { SlackConfig } from '../../config/config.ts';
import { AdapterError } from '../adapter.ts';
import type { Identity } from './app.ts';
import { explainToken } from './error-messages.ts';
import { clientOptions, errorCodeOf, retryAfter429 } from './retry-after-429.ts';
import { lostWithout, missingScopes, scopes } from './scopes.ts';

export interface Whom extends Identity {
  /** "as @sitrep to Acme" */
  words: string;
  missing: string[];
  /** What the bot cannot do without scopes that a workspace may refuse, a sentence. */
  lost: string;
  /** The one workspace; undefined for an organisation's token, and where workspaces install it. */
  team?: string;
}

const clientOf = (token: string, { apiUrl }: SlackConfig, log: Logger) =>
  new webApi.WebClient(token, clientOptions(apiUrl, log));

/** A failed call as an AdapterError with the remedy. `variable`: the environment variable of the token that was used. */
export function tokenError(error: unknown, variable: string): AdapterError {
  const known = explainToken(errorCodeOf(error), variable);
  if (known !== undefined) return new AdapterError(known);
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new AdapterError('Slack: the port is in use by another program. Choose another one with SLACK_PORT.');
  return new AdapterError(`Slack could not be reached: ${message}. Check the network, then start again.`);
}

/** Whose token it is, and the scopes it lacks, by auth.test. Throws AdapterError. */
export async function identityOf(config: SlackConfig, log: Logger): Promise<Whom> {
  if (config.botToken === undefined) return { words: 'for the workspaces that install it', missing: [], lost: '' };
  const client = clientOf(config.botToken, config, log);
  try {
    const { bot_id, user_id, user, team, team_id, is_enterprise_install, response_metadata } = await retryAfter429(() =>
      client.auth.test(),
    );
    const granted = response_metadata?.scopes;
    return {
      ...(bot_id ? { botId: bot_id } : {}),
      ...(user_id ? { botUserId: user_id } : {}),
      ...(team_id && !is_enterprise_install ? { team: team_id } : {}),
      words: `as @${user ?? 'unknown'} to ${team ?? 'unknown'}`,
      missing: granted ? missingScopes(granted) : [],
      lost: granted ? lostWithout(granted) : '',
    };
  } catch (error) {
    throw tokenError(error, 'SLACK_BOT_TOKEN');
  }
}

const scopeAdvice = (missing: readonly string[]): string =>
  missing.length === 0
    ? ''
    : ` Missing: ${missing.map((scope) => `${scope} (${scopes[scope]})`).join('; ')}. Add it under OAuth & Permissions and install the app again.`;

/** The state of the tokens in one line: whose they are, what they lack, and the remedy. Never throws. */
export async function checkSlack(config: SlackConfig, log: Logger): Promise<string> {
  try {
    const { words, missing, lost } = await identityOf(config, log);
    if ('appToken' in config.mode) {
      const client = clientOf(config.mode.appToken, config, log);
      await retryAfter429(() => client.apps.connections.open({})).catch((error) => {
        throw tokenError(error, 'SLACK_APP_TOKEN');
      });
    }
    const mode = 'appToken' in config.mode ? 'Socket Mode' : `HTTP on port ${config.port}`;
    return `Slack: set up ${words} (${mode}).${scopeAdvice(missing)}${lost}`;
  } catch (error) {
    return (error as Error).message;
  }
}
