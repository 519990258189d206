import type { Answer } from '../src/answers/answer.ts';
import { composeManagersOnly } from '../src/answers/subscriptions.ts';
import type { Context } from '../src/command.ts';
import { settingsOf } from '../src/settings/channel.ts';
import type { Language } from '../src/understanding/languages/language.ts';

/** The refusal, where the channel lets only managers change what it hears of; undefined where the asker may. */
export async function refusalFor({ bot, channel, asker }: Context, language: Language): Promise<Answer | undefined> {
  const closed = (await settingsOf(bot.settings, channel)).subscribers === 'managers' && !asker.mayManage;
  return closed ? composeManagersOnly(language) : undefined;
}
