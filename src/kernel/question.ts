import type { Language } from './language.ts';

/** Who asked what, from where. Adapters make these; nothing below them knows a platform. */
export interface Asker {
  id: string;
  /** As people know them, where the platform tells. */
  name?: string;
  /** BCP 47, "en-GB": decides whether 3/4 is 3 April or March 4. */
  locale: string;
  /** IANA, "Asia/Baghdad". */
  timeZone: string;
  mayManage: boolean;
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
