import { composeFailed, composeTooLong, composeTooSlow, composeUsage } from '../answers/compose.ts';
import type { Answer } from '../answers/document/answer.ts';
import {
  loadDialogueContext,
  parseQuestion,
  recallDialogueState,
  TooLong,
  withText,
} from '../conversations/dialogue-context.ts';
import { QueryTimeout } from '../database/database.ts';
import { withReference } from '../kernel/log.ts';
import type { Asker, Question } from '../kernel/question.ts';
import { answerFrame } from './answer-frame.ts';
import { answerQuery, answerQuestion, loadQuestionContext, resume } from './answer-question.ts';
import { guarded } from './guard.ts';
import type { Bot, Command, Context, Dependencies } from './ports.ts';
import { requestOutcome } from './request-outcome.ts';
import { asParsedQuery, exportQuery } from './run-query.ts';

function tooLong(error: unknown, locale?: string): Answer {
  if (error instanceof TooLong) return composeTooLong(error.length, error.most, locale);
  throw error;
}

export function createBot(parts: Dependencies, menu: readonly Command[]): Bot {
  const answered = (
    what: string,
    { channel, asker }: Pick<Question, 'channel'> & Partial<Pick<Question, 'asker'>>,
    work: () => Promise<Answer>,
  ) =>
    withReference(async () => {
      const begun = performance.now();
      const read = () => work().catch((error) => tooLong(error, asker?.locale));
      const answer = await guarded(parts.log, what, read, (reference, error) =>
        error instanceof QueryTimeout ? composeTooSlow(asker?.locale) : composeFailed(reference, asker?.locale),
      );
      const asked = {
        what,
        platform: channel.platform,
        ...requestOutcome(answer),
        milliseconds: performance.now() - begun,
      };
      parts.log.info(asked, 'asked');
      parts.onRequestEnd?.(asked);
      return answer;
    });
  const bot: Bot = {
    ...parts,
    menu,
    ask: (question) => answered('ask', question, () => answerQuestion(parts, question)),
    query: (frame, question) => answered('query', question, () => answerFrame(parts, frame, question)),
    find: (query, question, read) =>
      answered('find', question, async () =>
        answerQuery(
          parts,
          { ...asParsedQuery(query), read },
          question,
          (await loadDialogueContext(parts, question)).language,
        ),
      ),
    export: (wish, question) =>
      answered('export', question, () =>
        exportQuery(parts.incidents, asParsedQuery(wish.query), wish, question.askedAt),
      ),
    read: async (question, part = (english) => english) => {
      const { normalized: heard, ...inThread } = await loadQuestionContext(parts, question);
      return parseQuestion(parts.names, question, { ...inThread, normalized: withText(heard, part(heard.pivot.text)) });
    },
    recall: (question) => recallDialogueState(parts.conversations, question),
    resume: (memory, question) => resume(parts, memory, question),
    run: (command, options, context) => answered(command.name, context, () => run(bot, command, options, context)),
  };
  return bot;
}

function mayRun(command: Command, { asker, channel }: Pick<Context, 'asker' | 'channel'>): boolean {
  if (command.for === 'managers') return asker.mayCurate;
  return command.for === 'everyone' || channel.kind !== 'channel' || asker.mayManage;
}

function refusalOf(command: Command, { curators }: Asker): string {
  if (command.for !== 'managers' || !curators) return `Only managers may use ${command.name} here. Ask one of them.`;
  const { who, because } = curators;
  return `Only ${who} may use ${command.name} here${because === undefined ? '' : `, because ${because}`}.`;
}

async function run(bot: Bot, command: Command, options: unknown, context: Omit<Context, 'bot'>): Promise<Answer> {
  if (!mayRun(command, context)) return composeUsage(refusalOf(command, context.asker));
  const parsed = command.options.safeParse(options);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return composeUsage(
      `${command.name}: ${issue?.path.join('.') || 'the options'}: ${issue?.message ?? 'not valid'}. For example: ${command.examples[0]}`,
    );
  }
  return command.run(parsed.data, { ...context, bot });
}
