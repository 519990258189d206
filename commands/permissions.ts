import type { Answer } from '../src/answers/document/answer.ts';
import { composeManagersOnly } from '../src/answers/subscription-replies.ts';
import type { Context } from '../src/app/ports.ts';
import type { Language } from '../src/kernel/language.ts';
import { settingsOf } from '../src/settings/channel-settings.ts';

/** The refusal, where the channel lets only managers change what it hears of; undefined where the asker may. */
export async function refuseUnlessMaySubscribe(
  { bot, channel, asker }: Context,
  language: Language,
): Promise<Answer | undefined> {
  const closed = (await settingsOf(bot.settings, channel)).subscribers === 'managers' && !asker.mayManage;
  return closed ? composeManagersOnly(language) : undefined;
}
