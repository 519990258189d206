import type { Answer } from '../src/answers/answer.ts';
import { composeUsage } from '../src/answers/compose.ts';
import type { Context } from '../src/command.ts';
import { settingsOf } from '../src/settings/channel.ts';

/** The refusal, where the channel lets only managers change what it hears of; undefined where the asker may. */
export async function refusalFor({ bot, channel, asker }: Context): Promise<Answer | undefined> {
  const closed = (await settingsOf(bot.settings, channel)).subscribers === 'managers' && !asker.mayManage;
  return closed ? composeUsage('In this channel only managers change subscriptions. Ask one of them.') : undefined;
}
