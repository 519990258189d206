import { ConfigError } from './config-error.ts';

export const need = (name: string, why: string, where: string): never => {
  throw new ConfigError(`${name} is missing: ${why}. ${where}; see .env.example.`);
};

/** "a, b" */
export const listed = (text: string): string[] => text.split(',').map((id) => id.trim());
