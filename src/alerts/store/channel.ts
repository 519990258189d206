export interface Channel {
  platform: string;
  channel: string;
}

/** A channel's name among all platforms. */
export const channelKey = ({ platform, channel }: Channel): string => `${platform}:${channel}`;
