import { createHash } from 'node:crypto';

/** Discord's limit for the value of a suggestion. */
const longest = 100;
const digestLength = 16;

/**
 * The key of an entity: its parts joined by colons, at most 100 characters. A longer one is cut and ends with "#" and a
 * digest of the whole, so that the same entity always has the same key.
 */
export function entityKey(...parts: readonly (string | number | null | undefined)[]): string {
  const whole = parts.map((part) => part ?? '').join(':');
  if (whole.length <= longest) return whole;
  const digest = createHash('sha256').update(whole).digest('hex').slice(0, digestLength);
  return `${whole.slice(0, longest - digestLength - 1)}#${digest}`;
}
