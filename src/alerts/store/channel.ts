/** A channel by its platform ("slack") and the platform's id of it. */
export interface ChannelRef {
  platform: string;
  channel: string;
}

/** "slack:C1": unique among all platforms. */
export const channelKey = ({ platform, channel }: ChannelRef): string => `${platform}:${channel}`;
