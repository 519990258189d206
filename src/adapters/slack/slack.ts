import { SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Dispatcher } from '../../app/dispatcher.ts';
import { rightsOf, type Tenants } from '../../app/rights.ts';
import type { SlackConfig } from '../../config/config.ts';
import type { Adapter, AdapterError } from '../adapter.ts';
import { createRequestHandler, drain } from '../request-handler.ts';
import { createApp, type Receiver } from './app.ts';
import { checkSlack, identityOf, tokenError, type Whom } from './check.ts';
import { type Connection, createConnection } from './connection.ts';
import { createHandle } from './handle.ts';
import { installationsIn } from './installations.ts';
import { listenToButtons } from './listen-buttons.ts';
import { listenToForms } from './listen-forms.ts';
import { listenToHome } from './listen-home.ts';
import { listenToInstallations } from './listen-installations.ts';
import { listenToMessages } from './listen-messages.ts';
import { listenToShortcut } from './listen-shortcut.ts';
import { createSlackNotifier } from './notifier.ts';
import { tenantsOf } from './tenants.ts';
import { createUserDirectory } from './user-directory.ts';

export interface SlackOptions {
  zone: string;
  locale: string;
  log: Logger;
  /** Whom the bot serves on all platforms. */
  tenants(): Promise<Tenants[]>;
  /** The clock that questions are asked at. */
  now?: () => Date;
}

/** The bot in Slack: Socket Mode or HTTP, one workspace or many. */
export function createSlack(config: SlackConfig, desk: Dispatcher, options: SlackOptions): Adapter {
  const { log, zone, locale, tenants, now = () => new Date() } = options;
  const { promise: failed, resolve: fail } = Promise.withResolvers<AdapterError>();
  const { managers } = config;
  let identity: Whom | undefined;
  const people = createUserDirectory({ log, own: () => identity?.team });
  const rights = async (user: string, admin: boolean) =>
    rightsOf(
      { named: managers?.includes(user) ?? false, admin, appointed: managers !== undefined, where: 'SLACK_MANAGERS' },
      await tenants(),
    );
  const counter = createRequestHandler(desk, log);
  const serve = createHandle({ settings: desk.settings, zone, locale, counter, people, rights, log, now });
  const store = installationsIn(desk.settings);
  let open: Open | undefined;

  return {
    name: 'Slack',
    platform: 'slack',
    notifier: createSlackNotifier(config, desk, store, log),
    failed,
    connected: () => open?.connected() ?? false,
    tenants: () => tenantsOf(config, identity, log),
    check: () => checkSlack(config, log),
    async start() {
      identity = await identityOf(config, log);
      const { app, receiver } = createApp(config, identity, store, log);
      listenToMessages(app, desk, serve, log);
      listenToButtons(app, desk, serve, log);
      listenToForms(app, desk, serve);
      listenToShortcut(app, desk, serve, log);
      listenToHome(app, desk, log);
      listenToInstallations(app, store, log);
      open = await opened(receiver, config, log);
      open.failed?.then(fail);
      return `Slack: connected ${identity.words} (${open.how}).`;
    },
    async stop() {
      await open?.close();
      await drain(counter, log);
    },
  };
}

interface Open {
  how: string;
  failed?: Connection['failed'];
  connected(): boolean;
  close(): Promise<void>;
}

async function opened(receiver: Receiver, { port, oauth }: SlackConfig, log: Logger): Promise<Open> {
  const installs = oauth ? `; workspaces install it at http://localhost:${port}/slack/install` : '';
  try {
    if (!(receiver instanceof SocketModeReceiver)) {
      const server = await receiver.start(port);
      const at = server.address();
      const bound = typeof at === 'object' && at ? at.port : port;
      const close = () => receiver.stop();
      return { how: `HTTP, port ${bound}, /slack/events${installs}`, connected: () => server.listening, close };
    }
    const connection = createConnection(receiver, log);
    await connection.open();
    return { ...connection, how: `Socket Mode${installs}` };
  } catch (error) {
    throw tokenError(error, 'SLACK_APP_TOKEN');
  }
}
