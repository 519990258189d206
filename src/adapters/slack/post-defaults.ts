/** No pings, no unfurled links, no markup. */
export const postDefaults = {
  unfurl_links: false,
  unfurl_media: false,
  link_names: false,
  parse: 'none',
  mrkdwn: false,
} as const;

/** Slack's error codes for channels where the bot may not write. */
export const cannotPostCodes = new Set(['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action']);
