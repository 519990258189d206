import type { App, Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Settings } from '../../settings/settings.ts';

const name = 'installation';
const scopeOf = (id: string | undefined): string => {
  if (id === undefined) throw new Error('Slack: the installation names neither a workspace nor an organisation');
  return `slack:${id}`;
};

const ofQuery = (query: InstallationQuery<boolean>) =>
  scopeOf(query.isEnterpriseInstall ? query.enterpriseId : query.teamId);

/** Bolt's store of installations and their tokens, in the settings. Fetching one that is not there throws. */
export const installationsIn = (settings: Settings): InstallationStore => ({
  async storeInstallation(installation) {
    await settings.put(
      scopeOf(installation.isEnterpriseInstall ? installation.enterprise?.id : installation.team?.id),
      name,
      installation,
    );
  },
  async fetchInstallation(query) {
    const found = await settings.get(ofQuery(query), name);
    if (found === undefined) throw new Error(`Slack: Sitrep is not installed in ${query.teamId ?? query.enterpriseId}`);
    return found as Installation<'v2', boolean>;
  },
  async deleteInstallation(query) {
    await settings.remove(ofQuery(query), name);
  },
});

/** A workspace that removes the app: its tokens are deleted from our database, then `onRemoved` gets its id. */
export function listenToInstallations(
  app: App,
  store: InstallationStore,
  log: Logger,
  onRemoved: (teamId: string | undefined) => Promise<void>,
): void {
  const deleteInstallation = async (teamId: string | undefined, enterpriseId: string | undefined, ofAll: boolean) => {
    log.info({ teamId, enterpriseId }, 'Slack: the app was removed');
    const query = ofAll
      ? { teamId: undefined, enterpriseId: enterpriseId ?? '', isEnterpriseInstall: true as const }
      : { teamId: teamId ?? '', enterpriseId, isEnterpriseInstall: false as const };
    await store.deleteInstallation?.(query);
    await onRemoved(teamId);
  };
  app.event('app_uninstalled', ({ context }) =>
    deleteInstallation(context.teamId, context.enterpriseId, context.isEnterpriseInstall),
  );
  app.event('tokens_revoked', async ({ event, context }) => {
    if (event.tokens.bot?.length)
      await deleteInstallation(context.teamId, context.enterpriseId, context.isEnterpriseInstall);
  });
}
