import { clean } from '../messages/english/text.ts';
import type { Attachment } from './attachment.ts';

/** A file in the text of an answer. */
export const fileWords = ({ name, words }: Pick<Attachment, 'name' | 'words'>): string =>
  `File ${clean(name, 120)}: ${clean(words, 1000)}`;
