import type { App, Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Settings } from '../../settings/settings.ts';

const name = 'installation';
/** The organisation that installed the app for a workspace. */
const ofOrganisation = 'organisation';
const scopeOf = (id: string | undefined): string => {
  if (id === undefined) throw new Error('Slack: the installation names neither a workspace nor an organisation');
  return `slack:${id}`;
};

const ofQuery = (query: InstallationQuery<boolean>) =>
  scopeOf(query.isEnterpriseInstall ? query.enterpriseId : query.teamId);

/**
 * Bolt's store of installations and their tokens, in the settings. Fetching one that is not there throws. A workspace
 * that was seen to use the installation of its organisation has that one, also where only the workspace is named.
 */
export function installationsIn(settings: Settings): InstallationStore {
  async function remember(team: string, organisation: string): Promise<void> {
    if ((await settings.get(scopeOf(team), ofOrganisation)) !== organisation)
      await settings.put(scopeOf(team), ofOrganisation, organisation);
  }
  async function installedFor(team: string | undefined): Promise<unknown> {
    const organisation = team === undefined ? undefined : await settings.get(scopeOf(team), ofOrganisation);
    return typeof organisation === 'string' ? settings.get(scopeOf(organisation), name) : undefined;
  }
  return {
    async storeInstallation(installation) {
      await settings.put(
        scopeOf(installation.isEnterpriseInstall ? installation.enterprise?.id : installation.team?.id),
        name,
        installation,
      );
    },
    async fetchInstallation(query) {
      const { teamId, enterpriseId, isEnterpriseInstall } = query;
      if (isEnterpriseInstall && teamId !== undefined && enterpriseId !== undefined)
        await remember(teamId, enterpriseId);
      const found = (await settings.get(ofQuery(query), name)) ?? (await installedFor(teamId));
      if (found === undefined)
        throw new Error(`Slack: Sitrep is not installed in ${query.teamId ?? query.enterpriseId}`);
      return found as Installation<'v2', boolean>;
    },
    async deleteInstallation(query) {
      await settings.remove(ofQuery(query), name);
    },
  };
}

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
