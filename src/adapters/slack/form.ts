import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Form, FormField } from '../../kernel/form.ts';
import { truncate } from '../truncate.ts';
import { limits } from './limits.ts';

/** The callback id of forms. */
export const formId = 'form';

const metadataSchema = z.object({
  key: z.string(),
  team: z.string(),
  channel: z.string(),
  thread: z.string().optional(),
  responseUrl: z.string().optional(),
});
/** A modal's private metadata: the key of its command (saveForm), and where the answer goes. */
export type FormMetadata = z.infer<typeof metadataSchema>;

const plain = (text: string, most: number) => ({ type: 'plain_text' as const, text: truncate(text, most) });

function input({ name, label, hint, long, most, value, required }: FormField): types.InputBlock {
  const bound = Math.min(most, limits.inputText);
  return {
    type: 'input',
    block_id: name,
    optional: !required,
    label: plain(label, limits.inputLabel),
    ...(hint ? { hint: plain(hint, limits.inputLabel) } : {}),
    element: {
      type: 'plain_text_input',
      action_id: 'words',
      multiline: long,
      max_length: bound,
      ...(value ? { initial_value: truncate(value, bound) } : {}),
    },
  };
}

/** A form as Slack's modal. */
export const modalOf = (form: Form, metadata: FormMetadata): types.ModalView => ({
  type: 'modal',
  callback_id: formId,
  title: plain(form.title, limits.modalTitle),
  submit: plain(form.submit, limits.modalTitle),
  close: plain('Cancel', limits.modalTitle),
  private_metadata: JSON.stringify(metadata),
  blocks: form.fields.map(input),
});

/** The metadata of a modal; undefined when it is not one of ours. */
export function readFormMetadata(metadata: string): FormMetadata | undefined {
  try {
    return metadataSchema.safeParse(JSON.parse(metadata)).data;
  } catch {
    return undefined;
  }
}
