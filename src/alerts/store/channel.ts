export interface ChannelRef {
  platform: string;
  channel: string;
}

/** A channel's name among all platforms. */
export const channelKey = ({ platform, channel }: ChannelRef): string => `${platform}:${channel}`;
