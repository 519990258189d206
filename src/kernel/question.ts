import type { Language } from './language.ts';

/** In characters: of whatever is read. Parsing takes more than linear time. */
export const longestQuestion = 500;

/** What an asker may change. */
export interface Rights {
  /** Their channel's settings and subscriptions. */
  mayManage: boolean;
  /** The data, which all channels share. */
  mayCurate: boolean;
  /** Who may curate instead, and why, if the asker's own admins may not: "people named in SLACK_MANAGERS". */
  curators?: { who: string; because?: string };
}

/** The person who asks. Adapters make askers and questions; nothing below them depends on a platform. */
export interface Asker extends Rights {
  id: string;
  /** Their display name, if the platform gives one. */
  name?: string;
  /** BCP 47, "en-GB": decides whether 3/4 is 3 April or March 4. */
  locale: string;
  /** IANA, "Asia/Baghdad". */
  timeZone: string;
}
interface Channel {
  platform: 'console' | 'slack' | 'discord' | 'mcp';
  id: string;
  kind: 'direct' | 'channel' | 'console';
  /** Its workspace or server, where it has one: "slack:T1". */
  tenant?: string;
}
/** A message to answer. */
export interface Question {
  text: string;
  asker: Asker;
  channel: Channel;
  /** The conversation it belongs to; undefined if there can be no follow-ups. */
  thread?: string;
  /** The conversation that a new thread may continue: the direct messages it was started in. */
  within?: string;
  askedAt: Date;
  /** The language to answer in, if a button sets it. */
  language?: Language | undefined;
}
