import type { Logger } from 'pino';
import type { Tenants } from '../../app/rights.ts';
import type { SlackConfig } from '../../config/config.ts';
import { identityOf, type Whom } from './check.ts';

/** The one workspace; undefined as count where workspaces install it themselves, or an organisation has. */
export async function tenantsOf(config: SlackConfig, whom: Whom | undefined, log: Logger): Promise<Tenants[]> {
  if (config.oauth) return [{ words: 'the Slack workspaces that install it', count: undefined }];
  const known = whom ?? (await identityOf(config, log).catch(() => undefined));
  if (known?.team === undefined) return [{ words: 'any number of Slack workspaces', count: undefined }];
  return [{ words: '1 Slack workspace', count: 1 }];
}
