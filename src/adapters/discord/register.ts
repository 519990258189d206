import { createHash } from 'node:crypto';
import { type APIApplication, type REST, Routes } from 'discord.js';
import type { Command } from '../../app/ports.ts';
import type { DiscordConfig } from '../../config/config.ts';
import type { Settings } from '../../settings/settings.ts';
import { commandsOf } from './commands.ts';
import { explainLogin } from './error-messages.ts';
import { restOf } from './rest.ts';

const name = 'registered commands';

/** Registers the menu when it has changed since the last time; returns whether it did. */
export async function register(
  rest: REST,
  application: string,
  menu: readonly Command[],
  { guild, managers, managerRoles }: DiscordConfig,
  settings: Pick<Settings, 'get' | 'put'>,
): Promise<boolean> {
  const commands = commandsOf(menu, managers !== undefined || managerRoles !== undefined);
  const scope = `discord:${application}:${guild ?? 'everywhere'}`;
  const hash = createHash('sha256').update(JSON.stringify(commands)).digest('hex');
  if ((await settings.get(scope, name)) === hash) return false;
  const route = guild ? Routes.applicationGuildCommands(application, guild) : Routes.applicationCommands(application);
  await rest.put(route, { body: commands });
  await settings.put(scope, name, hash);
  return true;
}

/** Registers the menu whether or not it has changed; returns a line for the console. Throws AdapterError. */
export async function registerNow(config: DiscordConfig, menu: readonly Command[]): Promise<string> {
  const rest = restOf(config);
  const noSettings = { get: async () => undefined, put: async () => undefined };
  try {
    const { id, name } = (await rest.get(Routes.currentApplication())) as APIApplication;
    await register(rest, id, menu, config, noSettings);
    const where = config.guild ? `in the server ${config.guild}` : 'everywhere';
    return `Discord: ${menu.length} commands of ${name} registered ${where}.`;
  } catch (error) {
    throw explainLogin(error);
  }
}
