import type { AutocompleteInteraction } from 'discord.js';
import type { z } from 'zod';
import type { Dispatcher } from '../../app/dispatcher.ts';
import { truncate } from '../truncate.ts';
import { limits } from './limits.ts';
import { dashed, fieldSchema } from './options.ts';

/** Suggests places, actors, kinds of incident and incidents while the user types. A failed response is ignored. */
export async function answerChoices(interaction: AutocompleteInteraction, dispatcher: Dispatcher): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const command = dispatcher.menu.find((c) => c.name === interaction.commandName);
  const field = Object.entries(command?.options.shape ?? {}).find(([option]) => dashed(option) === name)?.[1];
  const kind = field ? fieldSchema(field as z.ZodType).suggest : undefined;
  const found = kind === undefined ? [] : await dispatcher.autocomplete(kind, value);
  const choices = found
    .filter((one) => one.value.length <= limits.choiceValue)
    .slice(0, limits.choices)
    .map((one) => ({ name: truncate(one.label, limits.choiceName), value: one.value }));
  await interaction.respond(choices).catch(() => undefined);
}
