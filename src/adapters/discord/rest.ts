import { REST, type RESTOptions } from 'discord.js';
import type { DiscordConfig } from '../../config/config.ts';
import { createFetch } from '../../web/own-fetch.ts';

const makeRequest = createFetch() as RESTOptions['makeRequest'];

export const restOptions = ({ apiUrl }: DiscordConfig): Partial<RESTOptions> => ({
  makeRequest,
  ...(apiUrl === undefined ? {} : { api: apiUrl }),
});

/** Discord's REST API with the bot's token; needs no gateway. */
export const restOf = (config: DiscordConfig, more: Partial<RESTOptions> = {}): REST =>
  new REST({ ...restOptions(config), ...more }).setToken(config.token);
