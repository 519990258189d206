import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { cut } from '../../kernel/cut.ts';
import { askAbout } from './commands.ts';
import { stripMarkup } from './message-context.ts';

const longest = 500;

/** "Ask Sitrep about this": a modal with the message's text, to be edited into a question. */
export function formOf(
  { targetMessage }: MessageContextMenuCommandInteraction,
  zone: string,
): APIModalInteractionResponseCallbackData {
  const text = cut(stripMarkup(targetMessage.content, zone), longest);
  return {
    custom_id: 'ask-about',
    title: askAbout,
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.TextInput,
            custom_id: 'question',
            label: 'Your question',
            style: TextInputStyle.Paragraph,
            max_length: longest,
            required: true,
            ...(text ? { value: text } : {}),
          },
        ],
      },
    ],
  };
}

/** The question that was typed into the form. */
export const questionIn = (form: ModalSubmitInteraction, zone: string): string =>
  stripMarkup(form.fields.getTextInputValue('question'), zone);
