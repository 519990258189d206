import { randomBytes } from 'node:crypto';
import { composeFailed, composeTooSlow, composeUsage } from '../answers/compose.ts';
import type { Answer } from '../answers/document/answer.ts';
import { heardIn, partOf, recalled, understoodIn } from '../conversations/dialogue-context.ts';
import { TooSlow } from '../database/database.ts';
import { requests } from '../kernel/log.ts';
import type { Question } from '../kernel/question.ts';
import { answer, ask, hear } from './answer-question.ts';
import type { Bot, Command, Context, Parts } from './ports.ts';
import { endOf } from './request-outcome.ts';
import { exported, meaningOf } from './run-query.ts';

export function createBot(parts: Parts, menu: readonly Command[]): Bot {
  const guarded = (
    what: string,
    { channel, asker }: Pick<Question, 'channel'> & Partial<Pick<Question, 'asker'>>,
    work: () => Promise<Answer>,
  ) => {
    const reference = randomBytes(4).toString('hex');
    return requests.run(reference, async () => {
      const begun = performance.now();
      const answer = await work().catch((error) => {
        parts.log.error({ err: error, what }, 'could not answer');
        return error instanceof TooSlow ? composeTooSlow(asker?.locale) : composeFailed(reference, asker?.locale);
      });
      const asked = { what, platform: channel.platform, ...endOf(answer), milliseconds: performance.now() - begun };
      parts.log.info(asked, 'asked');
      parts.asked?.(asked);
      return answer;
    });
  };
  const bot: Bot = {
    ...parts,
    menu,
    ask: (question) => guarded('ask', question, () => ask(parts, question)),
    find: (query, question) =>
      guarded('find', question, async () =>
        answer(parts, meaningOf(query), question, (await heardIn(parts, question)).language),
      ),
    export: (wish, question) =>
      guarded('export', question, () => exported(parts.incidents, meaningOf(wish.query), wish, question.askedAt)),
    read: async (question, part = (english) => english) => {
      const { heard, ...inThread } = await hear(parts, question);
      return understoodIn(parts.names, question, { ...inThread, heard: partOf(heard, part(heard.glossed.text)) });
    },
    recall: (question) => recalled(parts.conversations, question),
    run: (command, options, context) => guarded(command.name, context, () => run(bot, command, options, context)),
  };
  return bot;
}

async function run(bot: Bot, command: Command, options: unknown, context: Omit<Context, 'bot'>): Promise<Answer> {
  const own = command.for === 'channel' && context.channel.kind !== 'channel';
  if (command.for !== 'everyone' && !own && !context.asker.mayManage)
    return composeUsage(`Only managers may use ${command.name} here. Ask one of them.`);
  const parsed = command.options.safeParse(options);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return composeUsage(
      `${command.name}: ${issue?.path.join('.') || 'the options'}: ${issue?.message ?? 'not valid'}. For example: ${command.examples[0]}`,
    );
  }
  return command.run(parsed.data, { ...context, bot });
}
