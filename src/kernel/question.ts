import type { Language } from './language.ts';

/** What someone may change. */
export interface Rights {
  /** What concerns their channel alone: its settings, who subscribes. */
  mayManage: boolean;
  /** The data that all channels share. */
  mayCurate: boolean;
  /** Who may curate where the asker's own admins may not: "people named in SLACK_MANAGERS", and for what reason. */
  curators?: { who: string; because?: string };
}

/** Who asked what, from where. Adapters make these; nothing below them knows a platform. */
export interface Asker extends Rights {
  id: string;
  /** As people know them, where the platform tells. */
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
}
export interface Question {
  text: string;
  asker: Asker;
  channel: Channel;
  /** The conversation it belongs to; undefined where follow-ups have nothing to follow. */
  thread?: string;
  /** Where a new thread may go on from: the direct messages it was begun in. */
  within?: string;
  askedAt: Date;
  /** What to answer in, where a button under an answer says so. */
  language?: Language | undefined;
}
