import type { CaveatMessages } from '../caveat.ts';
import { list } from './text.ts';

const quoted = (said: readonly string[], join?: string): string =>
  list(
    said.map((words) => `“${words}”`),
    join,
  );

export const englishCaveats: CaveatMessages = {
  ignored: (said) =>
    `I could not use ${quoted(said)}, so this is the answer without ${said.length === 1 ? 'it' : 'them'}.`,
  rate: (said) =>
    `The data does not say how large the population is, so no figure ${quoted(said)} can be given; this is the plain figure.`,
  group: (said) => `Counting everybody: the data does not tell ${list(said, 'or')} apart.`,
  elsewhere: (said) => `The data does not cover ${quoted(said, 'or')}.`,
  assumed: (read) => `Reading ${list(read.map(([said, name]) => `“${said}” as ${name}`))}.`,
};
