/** The OAuth scopes of the bot and why it needs them: the source of the manifest and of the token check. */
export const scopes: Record<string, string> = {
  'app_mentions:read': 'to receive mentions in channels',
  'assistant:write': 'to show that it is working and to suggest questions',
  'chat:write': 'to answer',
  commands: 'for /sitrep and “Ask Sitrep about this”',
  'files:write': 'to send charts, maps and exported data',
  'im:history': 'to receive direct messages',
  'users:read': 'to know the asker’s time zone, language and whether they may manage',
};

/** Scopes that a workspace may leave out, and what is better with them. */
export const optionalScopes: Record<string, string> = {
  'channels:history': 'to see, after a crash, whether an alert has arrived, so that none comes twice',
  'groups:history': 'the same in private channels',
};

/** The events it subscribes to. */
export const events = ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'];

/** What is lost where the optional scopes are not granted; empty where they are. */
export const lostWithout = (granted: readonly string[]): string =>
  Object.keys(optionalScopes).every((scope) => granted.includes(scope))
    ? ''
    : ' Without the optional scopes channels:history and groups:history an alert may come twice, where Slack does not say whether it took it.';

/** The required scopes that were not granted. */
export const missingScopes = (granted: readonly string[]): string[] =>
  Object.keys(scopes).filter((scope) => !granted.includes(scope));
