import type { Answer } from './document/answer.ts';
import { clean, list, number } from './messages/english/text.ts';

const megabyte = 1024 * 1024;

/** "12 kB", "3.4 MB" */
const size = (bytes: number): string =>
  bytes < 1000 * 1024
    ? `${number(Math.ceil(bytes / 1024))} kB`
    : `${number(Math.round((bytes / megabyte) * 10) / 10)} MB`;

/** Where the console has written a file. `bytes`: its size. */
export const fileWrittenText = (path: string, bytes: number): string => `Written to ${path} (${size(bytes)}).`;

/** The answer with one more note. */
const noted = (answer: Answer, text: string): Answer => ({
  ...answer,
  text: `${answer.text}\n${text}`,
  parts: [...answer.parts, { kind: 'note', text }],
});

/** The answer with a note about files over the platform's limit. `most`: that limit, in bytes. */
export const tooLarge = (answer: Answer, files: readonly { name: string; bytes: number }[], most: number): Answer =>
  files.length === 0
    ? answer
    : noted(
        answer,
        `Too large to send here, where a file may have ${size(most)}: ${list(files.map((f) => `${clean(f.name, 120)} (${size(f.bytes)})`))}. Ask for a smaller part, or for another format: a spreadsheet (xlsx) is the smallest.`,
      );

/** The answer with a note about files sent without their pictures to stay under the limit. `most`: that limit, in bytes. */
export const withoutPictures = (answer: Answer, names: readonly string[], most: number): Answer =>
  names.length === 0
    ? answer
    : noted(
        answer,
        `${list(names.map((n) => clean(n, 120)))} has words in the place of its pictures, with which it would be larger than the ${size(most)} that a file may have here.`,
      );

/** The answer with a note about files that the bot may not attach in the channel. */
export const notAttached = (answer: Answer, names: readonly string[]): Answer =>
  names.length === 0
    ? answer
    : noted(
        answer,
        `I may not attach ${list(names.map((n) => clean(n, 120)))} here: the channel does not allow me to “Attach Files”. Someone who manages the channel can allow it under Edit Channel, Permissions.`,
      );

/** The answer with a note about files that could not be made. */
export const notMade = (answer: Answer, names: readonly string[]): Answer =>
  names.length === 0
    ? answer
    : noted(
        answer,
        `${list(names.map((n) => clean(n, 120)))} could not be made just now. Please ask again in a minute.`,
      );

/** Where the console could not write a file, and why. */
export const notWritten = (path: string, why: string): string =>
  `Could not write ${path}: ${why}. Choose another place with --out FILE.`;

/** The comment on files that are sent directly, because the answer is ephemeral. */
export const filesForYou = 'Here is what you asked for. Files for you alone come here.';
/** The comment on files that are sent directly, because the bot is not in the channel. */
export const filesElsewhere =
  'I cannot put files into that channel, so here they are. To have me there, type /invite @Sitrep in it.';
export const filesNotAllowed =
  'I may not upload files in this workspace yet: the app lacks files:write. Whoever installed it can add it under OAuth & Permissions and install it again.';
export const filesFailed = 'The file could not be uploaded just now. Please ask again in a minute.';

/** The answer for the asker alone, after a list of the permissions that the bot lacks in the channel, with the remedy. */
export function composeMissingPermissions(permissions: readonly string[], answer: Answer): Answer {
  const words = `I cannot answer in that channel: it does not allow me to ${list(permissions.map((p) => `“${p}”`))}. Someone who manages the channel can allow it under Edit Channel, Permissions. Here is the answer:`;
  return {
    ...answer,
    text: `${words}\n${answer.text}`,
    parts: [{ kind: 'text', text: words }, ...answer.parts],
    audience: 'asker',
  };
}
