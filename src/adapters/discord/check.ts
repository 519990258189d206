import { type APIUser, Routes } from 'discord.js';
import type { DiscordConfig } from '../../config/config.ts';
import { explainLogin } from './error-messages.ts';
import { restOf } from './rest.ts';

/** The state of the token in one line. */
export async function checkDiscord(config: DiscordConfig): Promise<string> {
  const { guild } = config;
  try {
    const rest = restOf(config, { retries: 1, timeout: 5000 });
    const me = (await rest.get(Routes.user())) as APIUser;
    return `Discord: set up as ${me.username} (commands registered ${guild ? `in the server ${guild}` : 'everywhere'}).`;
  } catch (error) {
    return explainLogin(error).message;
  }
}
