import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { Settings } from '../../settings/settings.ts';

const name = 'installation';
const scopeOf = (id: string | undefined): string => {
  if (id === undefined) throw new Error('An installation without a workspace or an organisation');
  return `slack:${id}`;
};

const ofQuery = (query: InstallationQuery<boolean>) =>
  scopeOf(query.isEnterpriseInstall ? query.enterpriseId : query.teamId);

/** Workspaces that installed the app, with their tokens, in our database. */
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
    if (found === undefined) throw new Error(`Sitrep is not installed in ${query.teamId ?? query.enterpriseId}`);
    return found as Installation<'v2', boolean>;
  },
  async deleteInstallation(query) {
    await settings.remove(ofQuery(query), name);
  },
});
