import type { Logger } from 'pino';
import type { Answer, AnswerAction } from '../answers/document/answer.ts';
import { attachImages } from '../answers/drawing/attach-images.ts';
import type { PictureRenderer } from '../answers/drawing/renderer.ts';
import type { Theme } from '../answers/drawing/theme.ts';
import { composeHome } from '../answers/home-answer.ts';
import { composeFailed, composeUsage, composeWhy } from '../answers/replies.ts';
import type { AnsweredQuestions } from '../conversations/answered-questions.ts';
import type { ButtonPayloadStore } from '../conversations/button-payloads.ts';
import type { DeliveryDedupe } from '../conversations/delivery-dedupe.ts';
import type { DialogueStore } from '../conversations/dialogue-store.ts';
import type { Feedback } from '../conversations/feedback.ts';
import type { Frame } from '../frames/frame.ts';
import { cut } from '../kernel/cut.ts';
import type { Form } from '../kernel/form.ts';
import { readCommandIntent } from '../reading/command-intent.ts';
import { settingsOf } from '../settings/channel-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { type Autocomplete, createAutocomplete } from './autocomplete.ts';
import { parseCommandLine, splitWords, UsageError } from './command-line.ts';
import { guarded } from './guard.ts';
import type { Bot, Command, Context } from './ports.ts';

/** Who sent a request, from where and when. */
export type RequestContext = Omit<Context, 'bot' | 'progress'> & Partial<Pick<Context, 'progress'>>;

/** Stores that adapters need. */
export interface AdapterStores {
  isFirstDelivery: DeliveryDedupe;
  buttonPayloads: ButtonPayloadStore;
  answered: AnsweredQuestions;
  feedback: Feedback;
  settings: Settings;
}

/** The program as adapters see it. Nothing here rejects: an unexpected error becomes an apology with a reference. */
export interface Dispatcher extends AdapterStores {
  menu: readonly Command[];
  conversations: DialogueStore;
  ask(text: string, request: RequestContext): Promise<Answer>;
  /** Answers a frame whose entities are names or keys. */
  query(frame: Frame, request: RequestContext): Promise<Answer>;
  /** Runs the words after a slash command: a command of the menu with its options, or else a question. */
  dispatchText(words: string, request: RequestContext): Promise<Answer>;
  /** Whom the answer to the words after a slash command is for, as far as it is known beforehand. */
  audienceOf(words: string): Answer['audience'];
  runAction(action: AnswerAction['action'], request: RequestContext): Promise<Answer>;
  /** Suggestions while typing. */
  autocomplete: Autocomplete;
  /** Questions to try, which the present data can answer. */
  examples(): Promise<string[]>;
  /** The home page, on platforms that have one. */
  home(): Promise<Answer>;
  /** The form of a command; undefined if it runs at once. */
  formFor(name: string, options: Record<string, unknown>): Promise<Form | undefined>;
  /** The same for the words after a slash command. */
  formForText(words: string): Promise<Form | undefined>;
  /** Runs a command of the menu; `options` are validated. */
  run(name: string, options: unknown, request: RequestContext): Promise<Answer>;
}

const silent = () => undefined;
const chatOptions = { help: { type: 'boolean' } } as const;

/** The channel's setting; by default dark for Discord and light elsewhere. */
async function themeOf({ settings }: AdapterStores, channel: RequestContext['channel']): Promise<Theme | 'off'> {
  return (await settingsOf(settings, channel)).pictures ?? (channel.platform === 'discord' ? 'dark' : 'light');
}

const noNames = () => [];
const noForm = () => undefined;
const noPictures = () => 'off' as const;

type Handlers = Omit<Dispatcher, keyof AdapterStores | 'menu' | 'conversations' | 'examples' | 'audienceOf'>;

/** The same handlers, never rejecting: they return an apology, no suggestions or no form. */
function guardedHandlers(handlers: Handlers, log: Logger): Handlers {
  const answered = (what: string, work: () => Promise<Answer>, request?: RequestContext) =>
    guarded(log, what, work, (reference) => composeFailed(reference, request?.asker.locale));
  return {
    ask: (text, request) => answered('ask', () => handlers.ask(text, request), request),
    query: (frame, request) => answered('query', () => handlers.query(frame, request), request),
    dispatchText: (words, request) => answered('dispatchText', () => handlers.dispatchText(words, request), request),
    runAction: (action, request) => answered('runAction', () => handlers.runAction(action, request), request),
    run: (name, options, request) => answered('run', () => handlers.run(name, options, request), request),
    home: () => answered('home', handlers.home),
    autocomplete: (kind, typed) => guarded(log, 'autocomplete', () => handlers.autocomplete(kind, typed), noNames),
    formFor: (name, options) => guarded(log, 'formFor', () => handlers.formFor(name, options), noForm),
    formForText: (words) => guarded(log, 'formForText', () => handlers.formForText(words), noForm),
  };
}

/** A dispatcher over the bot. `pictures` renders the charts and maps of answers; without it answers have none. */
export function createDispatcher(bot: Bot, stores: AdapterStores, pictures?: PictureRenderer): Dispatcher {
  const menu = bot.menu.filter((command) => command.only === undefined);
  const withPictures = async (answer: Promise<Answer>, { channel }: RequestContext): Promise<Answer> => {
    const themeOrOff = guarded(bot.log, 'theme', () => themeOf(stores, channel), noPictures);
    const [resolved, theme] = await Promise.all([answer, themeOrOff]);
    return pictures === undefined || theme === 'off' ? resolved : attachImages(resolved, pictures, theme);
  };
  const run: Dispatcher['run'] = async (name, options, request) => {
    const command = menu.find((c) => c.name === name);
    if (!command) return composeUsage(`There is no command “${cut(name, 40)}”.`);
    return withPictures(bot.run(command, options, { progress: silent, ...request }), request);
  };
  const form: Dispatcher['formFor'] = async (name, options) => menu.find((c) => c.name === name)?.form?.(options, bot);
  const ask: Dispatcher['ask'] = (text, request) => {
    const intent = readCommandIntent(text);
    return intent ? run(intent.command, intent.options, request) : withPictures(bot.ask({ ...request, text }), request);
  };
  const handlers: Handlers = {
    ask,
    query: (frame, request) => withPictures(bot.query(frame, request), request),
    run,
    formFor: form,
    async formForText(words) {
      const call = parseCommandOrError(words, menu);
      // Errors in the words are reported when they are dispatched.
      return call instanceof UsageError || !call ? undefined : form(call.name, call.options);
    },
    async dispatchText(words, request) {
      const call = parseCommandOrError(words, menu);
      if (call instanceof UsageError) return composeUsage(`${call.message}${call.see ? ` See: ${call.see}.` : ''}`);
      return call ? run(call.name, call.options, request) : ask(words, request);
    },
    autocomplete: createAutocomplete(bot),
    home: async () => composeHome(await bot.incidents.coverage(), await bot.examples()),
    async runAction(action, request) {
      if ('ask' in action) return ask(action.ask, { ...request, language: action.language });
      if ('frame' in action)
        return withPictures(bot.query(action.frame, { ...request, language: action.language }), request);
      if ('find' in action || 'page' in action) {
        const query = 'find' in action ? action.find : action.page;
        const { language, read, caveats } = action;
        return withPictures(bot.find(query, { ...request, language }, { read, caveats }), request);
      }
      const about = 'why' in action ? action.why : action.about;
      if (about?.why) await bot.resume(about, request);
      if ('why' in action) return composeWhy(action.why.why, action.why.language);
      if ('run' in action)
        return run(action.run, action.options, { ...request, subject: about, language: about?.language });
      return bot.export(
        {
          query: action.export,
          as: action.as,
          rows: 'answer',
          caveats: about?.caveats,
          ...(about?.why ? { why: about.why } : {}),
        },
        request,
      );
    },
  };
  const audienceOf: Dispatcher['audienceOf'] = (words) => {
    const call = parseCommandOrError(words, menu);
    if (call instanceof UsageError) return 'asker';
    return menu.find((c) => c.name === call?.name)?.audience ?? 'everyone';
  };
  return {
    ...stores,
    audienceOf,
    menu,
    conversations: bot.conversations,
    examples: bot.examples,
    ...guardedHandlers(handlers, bot.log),
  };
}

/** A command with its options, a UsageError, or undefined for a question. "show me attacks in Iraq" is a question: its words do not fit the options of `show`. */
function parseCommandOrError(words: string, menu: readonly Command[]) {
  try {
    return parseCommand(words, menu);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

function parseCommand(words: string, menu: readonly Command[]) {
  const argv = splitWords(words);
  if (argv.length === 0) return { name: 'help', options: {} };
  const command = menu.find((c) => c.name === argv[0]?.toLowerCase());
  if (!command) return undefined;
  const flagged = argv.slice(1).some((word) => word.startsWith('--'));
  if (!command.main && argv.length > 1 && !flagged) return undefined;
  const call = parseCommandLine([command.name, ...argv.slice(1)], menu, chatOptions);
  const fits = flagged || argv.length === 1 || command.options.safeParse(call.options).success;
  return fits ? { name: call.command?.name ?? command.name, options: call.options } : undefined;
}
