import { SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Dispatcher } from '../../app/dispatcher.ts';
import { rightsOf } from '../../app/rights.ts';
import type { Tenancy } from '../../app/tenancy.ts';
import type { SlackConfig } from '../../config/config.ts';
import type { Adapter, AdapterError } from '../adapter.ts';
import { createRequestHandler, drain } from '../request-handler.ts';
import { createApp, type Receiver } from './app.ts';
import { checkSlack, identityOf, tokenError, type Whom } from './check.ts';
import { type Connection, createConnection } from './connection.ts';
import { createHandle } from './handle.ts';
import { installationsIn, listenToInstallations } from './installations.ts';
import { listenToButtons } from './listen-buttons.ts';
import { listenToForms } from './listen-forms.ts';
import { listenToHome } from './listen-home.ts';
import { listenToMessages } from './listen-messages.ts';
import { listenToShortcut } from './listen-shortcut.ts';
import { createSlackNotifier } from './notifier.ts';
import { botOf, tenantsOf } from './tenants.ts';
import { createUserDirectory } from './user-directory.ts';

export interface SlackOptions {
  zone: string;
  locale: string;
  log: Logger;
  /** The tenants of all processes on all platforms. */
  tenancy: Tenancy;
  /** The clock that questions are asked at. */
  now?: () => Date;
}

/** The bot in Slack: Socket Mode or HTTP, one workspace or many. */
export function createSlack(config: SlackConfig, dispatcher: Dispatcher, options: SlackOptions): Adapter {
  const { log, zone, locale, tenancy, now = () => new Date() } = options;
  const { promise: failed, resolve: fail } = Promise.withResolvers<AdapterError>();
  const { managers } = config;
  let identity: Whom | undefined;
  const users = createUserDirectory({ log, own: () => identity?.team });
  const rights = async (user: string, admin: boolean) =>
    rightsOf(
      { named: managers?.includes(user) ?? false, admin, appointed: managers !== undefined, where: 'SLACK_MANAGERS' },
      // The asker's own workspace counts, whatever is recorded.
      [...(await tenancy.all()), ...(await tenantsOf(config, identity, log))],
    );
  const requests = createRequestHandler(dispatcher, log);
  const handle = createHandle({ settings: dispatcher.settings, zone, locale, requests, users, rights, log, now });
  const store = installationsIn(dispatcher.settings);
  let open: (Open & { trouble(): string | undefined }) | undefined;
  let removed = false;
  const tenants = async () => (removed ? [] : await tenantsOf(config, identity, log));

  return {
    name: 'Slack',
    platform: 'slack',
    notifier: createSlackNotifier(config, dispatcher, store, log),
    failed,
    connected: () => open?.connected() ?? false,
    trouble: () => open?.trouble(),
    tenants,
    check: () => checkSlack(config, log),
    async start() {
      const whom = await identityOf(config, log);
      identity = whom;
      const { app, receiver, trouble } = createApp(config, whom, store, log);
      listenToMessages(app, dispatcher, handle, log);
      listenToButtons(app, dispatcher, handle, log);
      listenToForms(app, dispatcher, handle);
      listenToShortcut(app, dispatcher, handle, log);
      listenToHome(app, dispatcher, log);
      listenToInstallations(app, store, log, async (team) => {
        removed ||= team !== undefined && team === whom.team;
        await tenancy.serve(botOf(config, whom), await tenants());
      });
      open = { ...(await openReceiver(receiver, config, log)), trouble };
      open.failed?.then(fail);
      await tenancy.serve(botOf(config, whom), await tenants());
      return `Slack: connected ${whom.words} (${open.how}).`;
    },
    async stop() {
      await open?.close();
      await drain(requests, log);
    },
  };
}

interface Open {
  how: string;
  failed?: Connection['failed'];
  connected(): boolean;
  close(): Promise<void>;
}

async function openReceiver(
  receiver: Receiver,
  { port, host = '127.0.0.1', oauth }: SlackConfig,
  log: Logger,
): Promise<Open> {
  const installs = oauth ? `; workspaces install it at http://localhost:${port}/slack/install` : '';
  try {
    if (!(receiver instanceof SocketModeReceiver)) {
      const server = await receiver.start({ port, host });
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
