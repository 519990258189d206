/** Settings that cannot be used; the message names the variable and the remedy. */
export class ConfigError extends Error {}

/** Throws the ConfigError of a variable that is not set: why it is required, and where to find its value. */
export const missing = (name: string, why: string, where: string): never => {
  throw new ConfigError(`${name} is missing: ${why}. ${where}; see .env.example.`);
};

/** "a, b" as ['a', 'b']. */
export const parseList = (text: string): string[] => text.split(',').map((item) => item.trim());
