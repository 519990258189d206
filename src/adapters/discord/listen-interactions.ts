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
import { formForButton, readSubmittedForm, saveForm } from '../form-store.ts';
import type { Request, RequestHandler } from '../request-handler.ts';
import { answerChoices } from './autocomplete.ts';
import { askAbout } from './commands.ts';
import { fitted } from './files.ts';
import { formOf, questionIn } from './form.ts';
import { limits } from './limits.ts';
import { type Defaults, toRequestContext } from './message-context.ts';
import { filledModal, modalOf } from './modal.ts';
import { toCommandOptions } from './options.ts';
import { render } from './render.ts';
import { beginReply } from './reply.ts';

type Replied = Extract<Interaction, { reply: unknown }>;
type InteractionRequest = Pick<Request, 'question' | 'work'> & {
  alone: boolean;
  thread?: string;
  replacesMessage?: boolean;
};

/** A command of the menu with the options Discord sent. */
function callOf(interaction: ChatInputCommandInteraction, desk: Dispatcher) {
  const command = desk.menu.find((c) => c.name === interaction.commandName);
  const values = Object.fromEntries(interaction.options.data.map((o) => [o.name, o.value]));
  return { command, given: command ? toCommandOptions(command, values) : {} };
}

function commandOf(interaction: ChatInputCommandInteraction, desk: Dispatcher): InteractionRequest {
  const { command, given } = callOf(interaction, desk);
  return {
    alone: command?.audience !== 'everyone',
    question: String(given[command?.main ?? ''] ?? interaction.commandName),
    work: (from) => desk.run(interaction.commandName, given, from),
  };
}

const chosenIn = (pressed: ButtonInteraction | StringSelectMenuInteraction): string =>
  pressed.isButton() ? pressed.customId : (pressed.values[0] ?? '');

/** The form that a command or a button opens before anything is done. */
async function formFor(interaction: Interaction, desk: Dispatcher) {
  if (interaction.isChatInputCommand()) {
    const { command, given } = callOf(interaction, desk);
    return command && desk.formFor(command.name, given);
  }
  const pressed = interaction.isButton() || interaction.isStringSelectMenu();
  return pressed ? formForButton(desk, chosenIn(interaction)) : undefined;
}

/** What an interaction asks; undefined when it is none of ours. */
async function askedIn(interaction: Replied, desk: Dispatcher): Promise<InteractionRequest | undefined> {
  if (interaction.isChatInputCommand()) return commandOf(interaction, desk);
  if (interaction.isModalSubmit()) {
    const filled = filledModal(interaction);
    if (filled) return { ...(await readSubmittedForm(desk, filled.key, filled.values)), alone: true };
    const question = questionIn(interaction);
    return { alone: false, question, work: (from) => desk.ask(question, from) };
  }
  if (!interaction.isButton() && !interaction.isStringSelectMenu()) return undefined;
  const value = chosenIn(interaction);
  const hidden = interaction.message.flags.has('Ephemeral');
  return { ...(await resolveButtonAction(desk, value, `discord:${interaction.user.id}`)), alone: hidden };
}

/** Commands, buttons, choices, forms and names while typing. */
export function listenToInteractions(
  client: Client,
  desk: Dispatcher,
  counter: RequestHandler,
  defaults: Defaults,
  log: Logger,
): void {
  client.on('interactionCreate', async (interaction) => {
    if (interaction.isAutocomplete()) return answerChoices(interaction, desk);
    if (interaction.isMessageContextMenuCommand() && interaction.commandName === askAbout) {
      await interaction.showModal(formOf(interaction));
      return;
    }
    if (!interaction.isRepliable()) return;
    const form = await formFor(interaction, desk);
    if (form && 'showModal' in interaction) {
      await interaction.showModal(modalOf(form, await saveForm(desk, form)));
      return;
    }
    const asked = await askedIn(interaction, desk);
    if (!asked) return;
    const { alone, replacesMessage = false, thread, question, work } = asked;
    const delivery = `discord:${interaction.id}`;
    const from = await toRequestContext(interaction, defaults, thread);
    const reply = beginReply(interaction, { alone, replacesMessage });
    await counter.handle({
      delivery,
      queueKey: from.thread ?? delivery,
      question,
      context: async () => from,
      work,
      async send(said, key) {
        const allowed = interaction.appPermissions?.has('AttachFiles') ?? true;
        const { answer, files } = await fitted(said, {
          most: interaction.attachmentSizeLimit ?? limits.file,
          allowed,
          log,
        });
        await reply.send({ ...render(answer, key), files }, alone || answer.audience === 'asker');
      },
      async announce(answer, key) {
        if (interaction.inGuild()) await reply.announce(render(answer, key));
      },
    });
  });
}
