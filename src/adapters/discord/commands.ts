import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command } from '../../app/ports.ts';
import { truncate } from '../truncate.ts';
import { limits } from './limits.ts';
import { localNames } from './localized-names.ts';
import { optionsOf } from './options.ts';

/** The context-menu command on a message. */
export const askAbout = 'Ask Sitrep about this';

/** In servers, in direct messages and wherever someone has installed it for themselves. */
const everywhere = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

/** The menu as Discord registers it. Where the operator names managers, Discord hides nothing and the program refuses. */
export function commandsOf(menu: readonly Command[], named: boolean): RESTPutAPIApplicationCommandsJSONBody {
  // Discord's own description wants a number here; discord.js's types know only its words.
  const managers = Number(PermissionFlagsBits.ManageGuild) as unknown as string;
  return [
    ...menu.map((command) => ({
      type: ApplicationCommandType.ChatInput as const,
      name: command.name,
      name_localizations: localNames[command.name] ?? {},
      description: truncate(command.summary, limits.commandDescription),
      options: optionsOf(command),
      default_member_permissions: command.for !== 'everyone' && !named ? managers : null,
      ...everywhere,
    })),
    { type: ApplicationCommandType.Message as const, name: askAbout, ...everywhere },
  ];
}
