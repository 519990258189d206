import { REST, type RESTOptions } from 'discord.js';
import type { DiscordConfig } from '../../config/config.ts';

export const restOptions = ({ apiUrl }: DiscordConfig): Partial<RESTOptions> =>
  apiUrl === undefined ? {} : { api: apiUrl };

/** Discord's REST API with the bot's token; needs no gateway. */
export const restOf = (config: DiscordConfig, more: Partial<RESTOptions> = {}): REST =>
  new REST({ ...restOptions(config), ...more }).setToken(config.token);
