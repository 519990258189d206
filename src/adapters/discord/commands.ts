import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command } from '../../app/ports.ts';
import { truncate } from '../truncate.ts';
import { limits } from './limits.ts';
import { optionsOf } from './options.ts';

/** The context-menu command on a message. */
export const askAbout = 'Ask Sitrep about this';

/** The commands' names in other languages of Discord, besides the English ones. */
const localNames: Record<string, LocalizationMap> = {
  ask: { fr: 'demander', de: 'fragen', 'es-ES': 'preguntar', uk: 'запитати' },
  search: { fr: 'chercher', de: 'suchen', 'es-ES': 'buscar', uk: 'шукати' },
  show: { fr: 'montrer', de: 'zeigen', 'es-ES': 'mostrar', uk: 'показати' },
  trend: { fr: 'tendance', de: 'verlauf', 'es-ES': 'tendencia', uk: 'динаміка' },
  export: { fr: 'exporter', de: 'ausgeben', 'es-ES': 'exportar', uk: 'експорт' },
  status: { fr: 'état', de: 'stand', 'es-ES': 'estado', uk: 'стан' },
  report: { fr: 'signaler', de: 'melden', 'es-ES': 'informar', uk: 'повідомити' },
  import: { fr: 'importer', de: 'einlesen', 'es-ES': 'importar', uk: 'імпорт' },
  settings: { fr: 'réglages', de: 'einstellungen', 'es-ES': 'ajustes', uk: 'налаштування' },
  help: { fr: 'aide', de: 'hilfe', 'es-ES': 'ayuda', uk: 'довідка' },
};

/** In servers, in direct messages, and wherever a user has installed the app for themselves. */
const everywhere = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

/**
 * The menu as application commands. `named`: the operator has named the managers, so Discord hides no command and the
 * program itself refuses.
 */
export function commandsOf(menu: readonly Command[], named: boolean): RESTPutAPIApplicationCommandsJSONBody {
  // Discord's specification wants a number here; discord.js's types allow only a string.
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
