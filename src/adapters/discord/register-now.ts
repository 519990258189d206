import { type APIApplication, Routes } from 'discord.js';
import type { Command } from '../../app/ports.ts';
import type { DiscordConfig } from '../../config/config.ts';
import { explainLogin } from './error-messages.ts';
import { register } from './register.ts';
import { restOf } from './rest.ts';

/** Registers the menu whether it has changed or not; returns one line. Throws AdapterError. */
export async function registerNow(config: DiscordConfig, menu: readonly Command[]): Promise<string> {
  const rest = restOf(config);
  const forgetful = { get: async () => undefined, put: async () => undefined };
  try {
    const { id, name } = (await rest.get(Routes.currentApplication())) as APIApplication;
    await register(rest, id, menu, config, forgetful);
    const where = config.guild ? `in the server ${config.guild}` : 'everywhere';
    return `Discord: ${menu.length} commands of ${name} registered ${where}.`;
  } catch (error) {
    throw explainLogin(error);
  }
}
