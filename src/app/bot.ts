import type { Answer } from '../answers/document/answer.ts';
import { composeFailed, composeTooLong, composeTooSlow, composeUsage } from '../answers/replies.ts';
import {
  loadDialogueContext,
  parseQuestion,
  recallDialogueState,
  TooLong,
  withText,
} from '../conversations/dialogue-context.ts';
import { QueryTimeout } from '../database/database.ts';
import { DatabaseBusy } from '../database/while-busy.ts';
import { withReference } from '../kernel/log.ts';
import type { Asker, Question } from '../kernel/question.ts';
import { answerFrame } from './answer-frame.ts';
import { answerQuery, answerQuestion, loadQuestionContext, resume } from './answer-question.ts';
import { createExamples } from './example-questions.ts';
import { guarded } from './guard.ts';
import type { Bot, Command, Context, Dependencies } from './ports.ts';
import { requestOutcome } from './request-outcome.ts';
import { asParsedQuery, exportQuery } from './run-query.ts';

function tooLong(error: unknown, locale?: string): Answer {
  if (error instanceof TooLong) return composeTooLong(error.length, error.most, locale);
  throw error;
}

/** Whoever asks the examples. */
const nobody = {
  asker: { id: 'examples', locale: 'en-GB', timeZone: 'UTC', mayManage: false, mayCurate: false },
  channel: { platform: 'console', id: 'examples', kind: 'console' },
} as const;

/** The bot over its dependencies. Every request gets a reference for its log lines, is measured, and ends in an answer: nothing is thrown. */
export function createBot(deps: Dependencies, menu: readonly Command[]): Bot {
  const handled = (
    what: string,
    { channel, asker }: Pick<Question, 'channel'> & Partial<Pick<Question, 'asker'>>,
    work: () => Promise<Answer>,
  ) =>
    withReference(async () => {
      const started = performance.now();
      const answerOrTooLong = () => work().catch((error) => tooLong(error, asker?.locale));
      const answer = await guarded(deps.log, what, answerOrTooLong, (reference, error) =>
        error instanceof QueryTimeout || error instanceof DatabaseBusy
          ? composeTooSlow(asker?.locale)
          : composeFailed(reference, asker?.locale),
      );
      const outcome = {
        what,
        platform: channel.platform,
        ...requestOutcome(answer),
        milliseconds: performance.now() - started,
      };
      deps.log.info(outcome, 'asked');
      deps.onRequestEnd?.(outcome);
      return answer;
    });
  const read: Bot['read'] = async (question, part = (english) => english) => {
    const { normalized, ...context } = await loadQuestionContext(deps, question);
    return parseQuestion(deps.names, question, {
      ...context,
      normalized: withText(normalized, part(normalized.pivot.text)),
    });
  };
  const bot: Bot = {
    ...deps,
    menu,
    ask: (question) => handled('ask', question, () => answerQuestion(deps, question)),
    query: (frame, question) => handled('query', question, () => answerFrame(deps, frame, question)),
    find: (query, question, from) =>
      handled('find', question, async () =>
        answerQuery(
          deps,
          { ...asParsedQuery(query), ...from },
          question,
          (await loadDialogueContext(deps, question)).language,
        ),
      ),
    export: (request, question) =>
      handled('export', question, () =>
        exportQuery(deps.incidents, asParsedQuery(request.query, request), request, question.askedAt),
      ),
    read,
    examples: createExamples({ ...deps, read: (text) => read({ ...nobody, text, askedAt: new Date() }) }),
    recall: (question) => recallDialogueState(deps.conversations, question),
    resume: (state, question) => resume(deps, state, question),
    run: (command, options, context) => handled(command.name, context, () => run(bot, command, options, context)),
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
