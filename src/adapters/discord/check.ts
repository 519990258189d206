import { type APIUser, REST, Routes } from 'discord.js';
import type { DiscordConfig } from '../../config.ts';
import { explainLogin } from './explain.ts';

/** The state of the token in one line. */
export async function checkDiscord({ token, apiUrl, guild }: DiscordConfig): Promise<string> {
  try {
    const rest = new REST({ retries: 1, timeout: 5000, ...(apiUrl === undefined ? {} : { api: apiUrl }) }).setToken(
      token,
    );
    const me = (await rest.get(Routes.user())) as APIUser;
    return `Discord: set up as ${me.username} (commands registered ${guild ? `in the server ${guild}` : 'everywhere'}).`;
  } catch (error) {
    return explainLogin(error).message;
  }
}
