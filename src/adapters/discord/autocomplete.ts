import type { AutocompleteInteraction } from 'discord.js';
import type { z } from 'zod';
import type { Dispatcher } from '../../app/dispatcher.ts';
import { truncate } from '../truncate.ts';
import { limits } from './limits.ts';
import { dashed, fieldSchema } from './options.ts';

/** Names while typing: places, actors, kinds of incident and incidents. Too late or broken, it shows nothing. */
export async function answerChoices(interaction: AutocompleteInteraction, desk: Dispatcher): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const command = desk.menu.find((c) => c.name === interaction.commandName);
  const field = Object.entries(command?.options.shape ?? {}).find(([option]) => dashed(option) === name)?.[1];
  const kind = field ? fieldSchema(field as z.ZodType).suggest : undefined;
  const found = kind === undefined ? [] : await desk.autocomplete(kind, value);
  const choices = found
    .filter((one) => one.value.length <= limits.choiceValue)
    .slice(0, limits.choices)
    .map((one) => ({ name: truncate(one.label, limits.choiceName), value: one.value }));
  await interaction.respond(choices).catch(() => undefined);
}
