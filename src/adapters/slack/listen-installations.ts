import type { App, InstallationStore } from '@slack/bolt';
import type { Logger } from 'pino';

/** A workspace that removes the app: its tokens are deleted from our database, then `onRemoved` gets its id. */
export function listenToInstallations(
  app: App,
  store: InstallationStore,
  log: Logger,
  onRemoved: (teamId: string | undefined) => Promise<void>,
): void {
  const forget = async (teamId: string | undefined, enterpriseId: string | undefined, ofAll: boolean) => {
    log.info({ teamId, enterpriseId }, 'Slack: the app was removed');
    const query = ofAll
      ? { teamId: undefined, enterpriseId: enterpriseId ?? '', isEnterpriseInstall: true as const }
      : { teamId: teamId ?? '', enterpriseId, isEnterpriseInstall: false as const };
    await store.deleteInstallation?.(query);
    await onRemoved(teamId);
  };
  app.event('app_uninstalled', ({ context }) =>
    forget(context.teamId, context.enterpriseId, context.isEnterpriseInstall),
  );
  app.event('tokens_revoked', async ({ event, context }) => {
    if (event.tokens.bot?.length) await forget(context.teamId, context.enterpriseId, context.isEnterpriseInstall);
  });
}
