import type { Logger } from 'pino';
import type { Tenant } from '../../app/rights.ts';
import type { SlackConfig } from '../../config/config.ts';
import { identityOf, type Whom } from './check.ts';

/** The one workspace; any, where workspaces install it themselves, or an organisation has, or Slack does not answer. */
export async function tenantsOf(config: SlackConfig, whom: Whom | undefined, log: Logger): Promise<Tenant[]> {
  if (config.oauth) return ['slack:any'];
  const known = whom ?? (await identityOf(config, log).catch(() => undefined));
  return [`slack:${known?.team ?? 'any'}`];
}

/** The id that a bot's tenants are recorded under: of the bot in its workspace, or of the app that many install. */
export const botOf = ({ oauth }: SlackConfig, { botId, team }: Whom): string =>
  `slack:${oauth?.clientId ?? botId ?? team ?? 'bot'}`;
