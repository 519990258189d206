import { menu } from '../../commands/index.ts';
import { registerNow } from '../adapters/discord/register.ts';
import { readConfig } from '../config/config.ts';

try {
  const { discord } = readConfig();
  if (!discord) throw new Error('DISCORD_TOKEN is missing. Find it at discord.com/developers/applications, Bot.');
  process.stdout.write(`${await registerNow(discord, menu)}\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
