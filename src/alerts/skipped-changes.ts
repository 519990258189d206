import { z } from 'zod';
import type { Settings } from '../settings/settings.ts';

const scope = 'alerts skipped';
const mostKept = 20;

const entry = z.object({ error: z.string(), at: z.string() });

/** Records a change of the data that could not be announced, for `status`; only the latest twenty are kept. */
export async function recordSkipped(settings: Settings, subject: string, { message }: Error): Promise<void> {
  const others = await skippedChanges(settings);
  for (const { name } of others.slice(mostKept - 1)) await settings.remove(scope, name);
  await settings.put(scope, subject, { error: message, at: new Date().toISOString() });
}

/** The changes that could not be announced, the latest first: which, and when it was given up (ISO). */
export async function skippedChanges(settings: Settings): Promise<{ name: string; at: string }[]> {
  const all = await settings.list(scope);
  return all
    .map(({ name, value }) => ({ name, at: entry.safeParse(value).data?.at ?? '' }))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}
