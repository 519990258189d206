const remedies: Record<string, string> = {
  SLACK_BOT_TOKEN: 'Copy the Bot User OAuth Token from OAuth & Permissions into SLACK_BOT_TOKEN',
  SLACK_APP_TOKEN:
    'Make an app-level token with the scope connections:write under Basic Information and put it into SLACK_APP_TOKEN',
};

const causes: Record<string, string> = {
  invalid_auth: 'is not valid',
  not_authed: 'is empty',
  account_inactive: 'belongs to a workspace or bot that was removed',
  token_revoked: 'was revoked',
  token_expired: 'has expired',
  not_allowed_token_type: 'is of another kind',
  missing_scope: 'lacks a scope',
  no_permission: 'lacks a permission',
};

/** What is wrong with a token and the remedy, in one line; undefined when the token is not the cause. */
export const explainToken = (code: string | undefined, variable: string): string | undefined =>
  code !== undefined && causes[code]
    ? `Slack: the token in ${variable} ${causes[code]} (${code}). ${remedies[variable]}, then start again.`
    : undefined;
