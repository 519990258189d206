import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { eventTypes } from './event-types.ts';

const words = z.strictObject({
  /** Singular and plural for answers, without an article. */
  one: z.string(),
  many: z.string(),
  /** The gender of `one`. */
  gender: z.enum(['m', 'f']),
  /** Other words for it. */
  words: z.array(z.string()),
});
type EventWords = z.infer<typeof words>;

function load(language: 'fr' | 'ar'): Map<string, EventWords> {
  const file = new URL(`../../data/event-types.${language}.json`, import.meta.url);
  const byId = z.record(z.string(), words).parse(JSON.parse(readFileSync(file, 'utf8')));
  const wrong = [
    ...eventTypes.filter((node) => !byId[node.id]).map((node) => `${node.id} is missing`),
    ...Object.keys(byId)
      .filter((id) => !eventTypes.some((node) => node.id === id))
      .map((id) => `${id} is not an event type`),
  ];
  if (wrong.length) throw new Error(`data/event-types.${language}.json: ${wrong.join('; ')}`);
  return new Map(Object.entries(byId));
}

/** Words for every event type in French and Arabic, by id. Source: data/event-types.fr.json, .ar.json. */
export const eventWords: Readonly<Record<'fr' | 'ar', ReadonlyMap<string, EventWords>>> = {
  fr: load('fr'),
  ar: load('ar'),
};
