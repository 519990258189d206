import { createHmac } from 'node:crypto';
import { App, HTTPReceiver, type InstallationStore, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import type { SlackConfig } from '../../config/config.ts';
import { slackLog } from './log.ts';
import { clientOptions } from './retry-after-429.ts';
import { scopes } from './scopes.ts';

/** Whom the one workspace's token belongs to. */
export interface Identity {
  botId?: string;
  botUserId?: string;
}

/** Pages where workspaces install the app, when they do so themselves. */
function installing({ oauth, port, apiUrl }: SlackConfig, installationStore: InstallationStore, log: Logger) {
  const installerOptions = { port, directInstall: true, clientOptions: clientOptions(apiUrl, log) };
  if (!oauth) return { installerOptions };
  const stateSecret = createHmac('sha256', oauth.clientSecret).update('install').digest('hex');
  return { ...oauth, stateSecret, installationStore, scopes: Object.keys(scopes), installerOptions };
}

export type Receiver = SocketModeReceiver | HTTPReceiver;

/** Bolt with our receiver. Its own reconnecting is off: connection.ts does that. */
export function createApp(config: SlackConfig, identity: Identity, store: InstallationStore, log: Logger) {
  const logger = slackLog(log);
  const shared = { logger, ...installing(config, store, log) };
  const receiver: Receiver =
    'appToken' in config.mode
      ? new SocketModeReceiver({ ...shared, appToken: config.mode.appToken, autoReconnectEnabled: false })
      : new HTTPReceiver({ ...shared, signingSecret: config.mode.signingSecret, port: config.port });
  const app = new App({
    receiver,
    logger,
    convoStore: false,
    clientOptions: clientOptions(config.apiUrl, log),
    ...(config.botToken === undefined ? {} : { token: config.botToken, ...identity, tokenVerificationEnabled: false }),
  });
  app.error(async (error) => log.error({ err: error }, 'Slack: a listener failed'));
  return { app, receiver };
}
