import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import type { Form } from '../../kernel/form.ts';
import { truncate } from '../truncate.ts';
import { limits } from './limits.ts';

const prefix = 'form:';

/** A form as a modal. `key`: of its saved command (saveForm). */
export const modalOf = (form: Form, key: string): APIModalInteractionResponseCallbackData => ({
  custom_id: `${prefix}${key}`,
  title: truncate(form.title, limits.modalTitle),
  components: form.fields.slice(0, limits.inputs).map(({ name, label, hint, long, most, value, required }) => ({
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.TextInput,
        custom_id: name,
        label: truncate(label, limits.inputLabel),
        style: long ? TextInputStyle.Paragraph : TextInputStyle.Short,
        max_length: Math.min(most, limits.inputText),
        required,
        ...(hint ? { placeholder: truncate(hint, limits.placeholder) } : {}),
        ...(value ? { value: truncate(value, Math.min(most, limits.inputText)) } : {}),
      },
    ],
  })),
});

/** The key and values of a submitted form; undefined for other modals. */
export function filledModal(
  modal: ModalSubmitInteraction,
): { key: string; values: Record<string, string> } | undefined {
  if (!modal.customId.startsWith(prefix)) return undefined;
  const values = Object.fromEntries(
    modal.fields.fields.map((field) => [field.customId, 'value' in field ? String(field.value ?? '') : '']),
  );
  return { key: modal.customId.slice(prefix.length), values };
}
