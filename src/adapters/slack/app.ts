import { createHmac } from 'node:crypto';
import { App, HTTPReceiver, type InstallationStore, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import type { SlackConfig } from '../../config/config.ts';
import { slackLog } from './log.ts';
import { clientOptions } from './retry-after-429.ts';
import { scopes } from './scopes.ts';
import { checkSignatures } from './signed-requests.ts';

/** The bot user of a single workspace's token. */
export interface Identity {
  botId?: string;
  botUserId?: string;
}

/** Options of the installation pages, where workspaces install the app themselves. */
function installOptions({ oauth, port, apiUrl }: SlackConfig, installationStore: InstallationStore, log: Logger) {
  const installerOptions = { port, directInstall: true, clientOptions: clientOptions(apiUrl, log) };
  if (!oauth) return { installerOptions };
  const stateSecret = createHmac('sha256', oauth.clientSecret).update('install').digest('hex');
  return { ...oauth, stateSecret, installationStore, scopes: Object.keys(scopes), installerOptions };
}

export type Receiver = SocketModeReceiver | HTTPReceiver;

/** A Bolt app with its receiver, and what is wrong with its requests. Bolt's reconnecting is off: connection.ts reconnects. */
export function createApp(config: SlackConfig, identity: Identity, store: InstallationStore, log: Logger) {
  const logger = slackLog(log);
  const shared = { logger, ...installOptions(config, store, log) };
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
  const trouble =
    receiver instanceof HTTPReceiver && 'signingSecret' in config.mode
      ? checkSignatures(receiver, config.mode.signingSecret, log)
      : () => undefined;
  return { app, receiver, trouble };
}
