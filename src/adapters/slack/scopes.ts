/** Every scope the bot asks for, and why. The manifest and the check of a token are made from this. */
export const scopes: Record<string, string> = {
  'app_mentions:read': 'to hear its name in a channel',
  'assistant:write': 'to show that it is working and to suggest questions',
  'chat:write': 'to answer',
  commands: 'for /sitrep and “Ask Sitrep about this”',
  'files:write': 'to send charts, maps and exported data',
  'im:history': 'to hear direct messages',
  'users:read': 'to know the asker’s time zone, language and whether they may manage',
};

/** What it hears of. */
export const events = ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'];

export const missingScopes = (granted: readonly string[]): string[] =>
  Object.keys(scopes).filter((scope) => !granted.includes(scope));
