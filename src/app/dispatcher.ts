import type { Logger } from 'pino';
import { composeFailed, composeUsage, composeWhy } from '../answers/compose.ts';
import type { Answer, AnswerAction } from '../answers/document/answer.ts';
import { attachImages } from '../answers/drawing/attach-images.ts';
import type { PictureRenderer } from '../answers/drawing/renderer.ts';
import type { Theme } from '../answers/drawing/theme.ts';
import { composeHome } from '../answers/home-answer.ts';
import type { ButtonPayloadStore } from '../conversations/button-payloads.ts';
import type { DeliveryDedupe } from '../conversations/delivery-dedupe.ts';
import type { Feedback } from '../conversations/feedback.ts';
import type { Frame } from '../frames/frame.ts';
import type { Form } from '../kernel/form.ts';
import { readCommandIntent } from '../reading/command-intent.ts';
import { settingsOf } from '../settings/channel-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { type Autocomplete, createAutocomplete } from './autocomplete.ts';
import { parseCommandLine, splitWords, UsageError } from './command-line.ts';
import { guarded } from './guard.ts';
import type { Bot, Command, Context } from './ports.ts';

/** Who asks, from where and when. */
export type RequestContext = Omit<Context, 'bot' | 'progress'> & Partial<Pick<Context, 'progress'>>;

/** What adapters keep in our database. */
export interface AdapterStores {
  isFirstDelivery: DeliveryDedupe;
  buttonPayloads: ButtonPayloadStore;
  feedback: Feedback;
  settings: Settings;
}

/** What an adapter may ask of the program; nothing is thrown out of it. */
export interface Dispatcher extends AdapterStores {
  menu: readonly Command[];
  ask(text: string, from: RequestContext): Promise<Answer>;
  /** Answers a frame, with names or keys in it. */
  query(frame: Frame, from: RequestContext): Promise<Answer>;
  /** What stands after a slash: a command of the menu with its options, or else a question. */
  dispatchText(words: string, from: RequestContext): Promise<Answer>;
  runAction(action: AnswerAction['action'], from: RequestContext): Promise<Answer>;
  /** Names while typing. */
  autocomplete: Autocomplete;
  /** The front page, where a platform has one. */
  home(): Promise<Answer>;
  /** The form that a command shows before it runs; undefined where it runs at once. */
  formFor(name: string, options: Record<string, unknown>): Promise<Form | undefined>;
  /** The same for what stands after a slash. */
  formForText(words: string): Promise<Form | undefined>;
  /** A command of the menu by its name. */
  run(name: string, options: unknown, from: RequestContext): Promise<Answer>;
}

const silent = () => undefined;
const chatOptions = { help: { type: 'boolean' } } as const;

/** Discord is dark unless told otherwise, Slack is light; a channel may set which it wants, or none. */
async function themeOf({ settings }: AdapterStores, channel: RequestContext['channel']): Promise<Theme | 'off'> {
  return (await settingsOf(settings, channel)).pictures ?? (channel.platform === 'discord' ? 'dark' : 'light');
}

const noNames = () => [];
const noForm = () => undefined;
const noPictures = () => 'off' as const;

type Ways = Omit<Dispatcher, keyof AdapterStores | 'menu'>;

/** The same, with nothing thrown out of them: an apology for an answer, nothing offered, no form. */
function guardedWays(ways: Ways, log: Logger): Ways {
  const answered = (what: string, work: () => Promise<Answer>, from?: RequestContext) =>
    guarded(log, what, work, (reference) => composeFailed(reference, from?.asker.locale));
  return {
    ask: (text, from) => answered('ask', () => ways.ask(text, from), from),
    query: (frame, from) => answered('query', () => ways.query(frame, from), from),
    dispatchText: (words, from) => answered('say', () => ways.dispatchText(words, from), from),
    runAction: (does, from) => answered('step', () => ways.runAction(does, from), from),
    run: (name, options, from) => answered('run', () => ways.run(name, options, from), from),
    home: () => answered('home', ways.home),
    autocomplete: (kind, typed) => guarded(log, 'suggest', () => ways.autocomplete(kind, typed), noNames),
    formFor: (name, options) => guarded(log, 'form', () => ways.formFor(name, options), noForm),
    formForText: (words) => guarded(log, 'form', () => ways.formForText(words), noForm),
  };
}

/** `pictures` draws the charts and maps of answers; without it they have none. */
export function createDispatcher(bot: Bot, kept: AdapterStores, pictures?: PictureRenderer): Dispatcher {
  const menu = bot.menu.filter((command) => command.only === undefined);
  const seen = async (answer: Promise<Answer>, { channel }: RequestContext): Promise<Answer> => {
    const shown = guarded(bot.log, 'theme', () => themeOf(kept, channel), noPictures);
    const [told, theme] = await Promise.all([answer, shown]);
    return pictures === undefined || theme === 'off' ? told : attachImages(told, pictures, theme);
  };
  const run: Dispatcher['run'] = async (name, options, from) => {
    const command = menu.find((c) => c.name === name);
    if (!command) return composeUsage(`There is no command “${name.slice(0, 40)}”.`);
    return seen(bot.run(command, options, { progress: silent, ...from }), from);
  };
  const form: Dispatcher['formFor'] = async (name, options) => menu.find((c) => c.name === name)?.form?.(options, bot);
  const ask: Dispatcher['ask'] = (text, from) => {
    const wish = readCommandIntent(text);
    return wish ? run(wish.command, wish.options, from) : seen(bot.ask({ ...from, text }), from);
  };
  const ways: Ways = {
    ask,
    query: (frame, from) => seen(bot.query(frame, from), from),
    run,
    formFor: form,
    async formForText(words) {
      const call = callOf(words, menu);
      // What is wrong with the words is told when they are run.
      return call instanceof UsageError || !call ? undefined : form(call.name, call.options);
    },
    async dispatchText(words, from) {
      const call = callOf(words, menu);
      if (call instanceof UsageError) return composeUsage(`${call.message}${call.see ? ` See: ${call.see}.` : ''}`);
      return call ? run(call.name, call.options, from) : ask(words, from);
    },
    autocomplete: createAutocomplete(bot),
    home: async () => composeHome(await bot.incidents.coverage()),
    async runAction(does, from) {
      if ('ask' in does) return ask(does.ask, { ...from, language: does.language });
      if ('frame' in does) return seen(bot.query(does.frame, { ...from, language: does.language }), from);
      if ('find' in does || 'page' in does) {
        const query = 'find' in does ? does.find : does.page;
        return seen(bot.find(query, { ...from, language: does.language }, does.read), from);
      }
      const about = 'why' in does ? does.why : does.about;
      if (about?.why) await bot.resume(about, from);
      if ('why' in does) return composeWhy(does.why.why, does.why.language);
      if ('run' in does) return run(does.run, does.options, { ...from, about, language: about?.language });
      return bot.export(
        { query: does.export, as: does.as, rows: 'answer', ...(about?.why ? { why: about.why } : {}) },
        from,
      );
    },
  };
  return { ...kept, menu, ...guardedWays(ways, bot.log) };
}

/** "show me attacks in Iraq" begins like a command and is a question: a command's words must fit its options. */
function callOf(words: string, menu: readonly Command[]) {
  try {
    return commandIn(words, menu);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

function commandIn(words: string, menu: readonly Command[]) {
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
