import type { z } from 'zod';
import type { Answer, Part } from './document/answer.ts';
import { buildAnswer } from './document/build-answer.ts';

interface Entry {
  name: string;
  summary: string;
  examples: string[];
  options: z.ZodObject;
}

const optionLines = ({ options }: Entry): string =>
  Object.entries(options.shape)
    .map(([name, field]) => `  ${name}: ${(field as z.ZodType).description ?? ''}`)
    .join('\n');

/** The menu with questions to try, or one command with its options. */
export function composeHelp(entries: readonly Entry[], full: boolean, examples: readonly string[]): Answer {
  const first = full
    ? `${entries[0]?.name}: ${entries[0]?.summary}.`
    : 'Ask about reported incidents in plain words, or use a command.';
  const parts: Part[] = full
    ? entries.flatMap((e) => [
        { kind: 'text' as const, text: optionLines(e) },
        { kind: 'text' as const, text: `For example: ${e.examples.join('; ')}` },
      ])
    : [
        ...(examples.length
          ? [{ kind: 'text' as const, text: `Questions to try:\n${examples.map((q) => `  ${q}`).join('\n')}` }]
          : []),
        { kind: 'text', text: `Commands:\n${entries.map((e) => `  ${e.name}: ${e.summary}`).join('\n')}` },
      ];
  return buildAnswer(first, parts);
}
