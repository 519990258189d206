import type { Answer } from './answer.ts';
import { report } from './report.ts';
import { clean } from './wording/words.ts';

interface Told {
  zone?: string | undefined;
  locale?: string | undefined;
  subscribers?: string | undefined;
}

/** What this channel has set, for everyone in it to see. */
export function composeSettings(set: Told, otherwise: Omit<Told, 'subscribers'>): Answer {
  const line = (name: string, value: string | undefined, other: string | undefined) =>
    `${name}: ${value === undefined ? `not set here; yours is ${clean(other ?? '', 60)}` : clean(value, 60)}`;
  const parts = [
    line('Time zone', set.zone, otherwise.zone),
    line('Language and order of dates', set.locale, otherwise.locale),
    `Subscriptions are changed by: ${set.subscribers ?? 'everyone'}`,
  ].map((text) => ({ kind: 'text' as const, text }));
  return { ...report('The settings of this channel:', parts), audience: 'everyone' };
}
