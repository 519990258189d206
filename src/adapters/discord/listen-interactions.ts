import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  Client,
  Interaction,
  StringSelectMenuInteraction,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Dispatcher } from '../../app/dispatcher.ts';
import { resolveButtonAction } from '../button-action.ts';
import { fitPage } from '../fit-page.ts';
import { formForButton, readSubmittedForm, saveForm } from '../form-store.ts';
import type { Request } from '../request.ts';
import type { RequestHandler } from '../request-handler.ts';
import { answerChoices } from './autocomplete.ts';
import { askAbout } from './commands.ts';
import { fitted } from './files.ts';
import { formOf, questionIn } from './form.ts';
import { limits } from './limits.ts';
import { type Defaults, stripMarkup, toRequestContext, underMessage } from './message-context.ts';
import { filledModal, modalOf } from './modal.ts';
import { toCommandOptions } from './options.ts';
import { isCut, plainText, render } from './render.ts';
import { beginReply } from './reply.ts';

type Repliable = Extract<Interaction, { reply: unknown }>;
type InteractionRequest = Pick<Request, 'question' | 'work'> & {
  ephemeral: boolean;
  thread?: string;
  replacesMessage?: boolean;
};

/** The command of an interaction and its options. */
function commandAndOptions(interaction: ChatInputCommandInteraction, { menu }: Dispatcher, zone: string) {
  const command = menu.find((c) => c.name === interaction.commandName);
  const values = Object.fromEntries(
    interaction.options.data.map(({ name, value }) => [
      name,
      typeof value === 'string' ? stripMarkup(value, zone) : value,
    ]),
  );
  return { command, options: command ? toCommandOptions(command, values) : {} };
}

function commandOf(interaction: ChatInputCommandInteraction, dispatcher: Dispatcher, zone: string): InteractionRequest {
  const { command, options } = commandAndOptions(interaction, dispatcher, zone);
  return {
    ephemeral: command?.audience !== 'everyone',
    question: String(options[command?.main ?? ''] ?? interaction.commandName),
    work: (context) => dispatcher.run(interaction.commandName, options, context),
  };
}

const actionValue = (component: ButtonInteraction | StringSelectMenuInteraction): string =>
  component.isButton() ? component.customId : (component.values[0] ?? '');

/** The form that a command or button opens first; undefined where it opens none. */
async function formFor(interaction: Interaction, dispatcher: Dispatcher, zone: string) {
  if (interaction.isChatInputCommand()) {
    const { command, options } = commandAndOptions(interaction, dispatcher, zone);
    return command && dispatcher.formFor(command.name, options);
  }
  const component = interaction.isButton() || interaction.isStringSelectMenu();
  return component ? formForButton(dispatcher, actionValue(interaction)) : undefined;
}

/** The request of an interaction; undefined when it is not one of ours. */
async function requestOf(
  interaction: Repliable,
  dispatcher: Dispatcher,
  zone: string,
): Promise<InteractionRequest | undefined> {
  if (interaction.isChatInputCommand()) return commandOf(interaction, dispatcher, zone);
  if (interaction.isModalSubmit()) {
    const filled = filledModal(interaction);
    if (filled) return { ...(await readSubmittedForm(dispatcher, filled.key, filled.values)), ephemeral: true };
    const question = questionIn(interaction, zone);
    return { ephemeral: false, question, work: (context) => dispatcher.ask(question, context) };
  }
  if (!interaction.isButton() && !interaction.isStringSelectMenu()) return undefined;
  const value = actionValue(interaction);
  const hidden = interaction.message.flags.has('Ephemeral');
  const action = await resolveButtonAction(dispatcher, value, `discord:${interaction.user.id}`);
  const thread = underMessage(interaction.channelId, interaction.message.id);
  return { thread, ...action, ephemeral: hidden || action.dossier !== undefined };
}

/** Handles commands, buttons, selects, forms and autocomplete. */
export function listenToInteractions(
  client: Client,
  dispatcher: Dispatcher,
  requests: RequestHandler,
  defaults: Defaults,
  log: Logger,
): void {
  client.on('interactionCreate', async (interaction) => {
    if (interaction.isAutocomplete()) return answerChoices(interaction, dispatcher);
    if (interaction.isMessageContextMenuCommand() && interaction.commandName === askAbout) {
      await interaction.showModal(formOf(interaction, defaults.zone));
      return;
    }
    if (!interaction.isRepliable()) return;
    const form = await formFor(interaction, dispatcher, defaults.zone);
    if (form && 'showModal' in interaction) {
      await interaction.showModal(modalOf(form, await saveForm(dispatcher, form)));
      return;
    }
    const request = await requestOf(interaction, dispatcher, defaults.zone);
    if (!request) return;
    const { ephemeral, replacesMessage = false, thread, question, work } = request;
    const delivery = `discord:${interaction.id}`;
    const context = await toRequestContext(interaction, defaults, thread);
    const reply = beginReply(interaction, { ephemeral, replacesMessage });
    await requests.handle({
      delivery,
      queueKey: context.thread ?? delivery,
      question,
      context: async () => context,
      work,
      fit: (answer) => fitPage(answer, isCut),
      async send(composed, { key, plain }) {
        const allowed = interaction.appPermissions?.has('AttachFiles') ?? true;
        const { answer, files } = await fitted(composed, {
          most: interaction.attachmentSizeLimit ?? limits.file,
          allowed,
          log,
        });
        const rendered = plain ? plainText(answer) : { ...render(answer, key), files };
        const alone = answer.audience === 'asker' || (ephemeral && answer.channelWide !== true);
        const sent = await reply.send(rendered, alone);
        const { channelId } = interaction;
        return sent === undefined || channelId === null ? undefined : { conversation: underMessage(channelId, sent) };
      },
      async announce(answer, key) {
        if (interaction.inGuild()) await reply.announce(render(answer, key));
      },
    });
  });
}
