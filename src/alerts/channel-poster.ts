import type { Logger } from 'pino';
import type { Answer } from '../answers/document/answer.ts';
import { ChannelGone, type Notifier } from './notifier.ts';

/** Posts an answer to a channel. `refused`: why the bot may not write there; `failed`: it may be possible another time. */
export type ChannelPoster = (
  channel: { platform: string; id: string },
  answer: Answer,
  dedupeKey: string,
) => Promise<'posted' | 'failed' | { refused: string }>;

export const createChannelPoster =
  (notifiers: ReadonlyMap<string, Notifier>, log: Logger): ChannelPoster =>
  async ({ platform, id }, answer, dedupeKey) => {
    const notifier = notifiers.get(platform);
    if (!notifier) return 'failed';
    try {
      await notifier.send(id, answer, dedupeKey);
      return 'posted';
    } catch (error) {
      if (error instanceof ChannelGone) return { refused: error.message };
      log.warn({ err: error, platform }, 'a channel could not be told that it is subscribed');
      return 'failed';
    }
  };
