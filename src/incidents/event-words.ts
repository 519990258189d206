import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { eventTypes } from './event-types.ts';

const words = z.strictObject({
  /** As answers say it, without an article. */
  one: z.string(),
  many: z.string(),
  /** Of `one`. */
  gender: z.enum(['m', 'f']),
  /** What people call it besides. */
  words: z.array(z.string()),
});
type EventWords = z.infer<typeof words>;

function load(language: 'fr' | 'ar'): Map<string, EventWords> {
  const file = new URL(`../../data/event-types.${language}.json`, import.meta.url);
  const told = z.record(z.string(), words).parse(JSON.parse(readFileSync(file, 'utf8')));
  const wrong = [
    ...eventTypes.filter((node) => !told[node.id]).map((node) => `${node.id} is missing`),
    ...Object.keys(told)
      .filter((id) => !eventTypes.some((node) => node.id === id))
      .map((id) => `${id} is no event type`),
  ];
  if (wrong.length) throw new Error(`data/event-types.${language}.json: ${wrong.join('; ')}`);
  return new Map(Object.entries(told));
}

/** The words of every event type in languages other than English. Source: data/event-types.fr.json, .ar.json. */
export const eventWords: Readonly<Record<'fr' | 'ar', ReadonlyMap<string, EventWords>>> = {
  fr: load('fr'),
  ar: load('ar'),
};
