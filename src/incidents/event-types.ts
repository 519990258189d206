import { readFileSync } from 'node:fs';
import { z } from 'zod';

const eventType = z.strictObject({
  id: z.string(),
  parent: z.string().nullable(),
  /** As answers say it: "airstrike", "airstrikes". */
  one: z.string(),
  many: z.string(),
  /** What people call it, lower case, besides `one` and `many`. */
  words: z.array(z.string()),
  /** Codes of the datasets that map to this node. */
  codes: z.strictObject({
    acled: z.array(z.string()).default([]),
    ucdp: z.array(z.string()).default([]),
    gtd: z.array(z.string()).default([]),
  }),
});
export type EventType = z.infer<typeof eventType>;

const file = new URL('../../data/event-types.json', import.meta.url);
const tree = z.array(eventType).parse(JSON.parse(readFileSync(file, 'utf8')));
const byId = new Map(tree.map((node) => [node.id, node]));

/** The tree of event types, parents before children. Source: data/event-types.json. */
export const eventTypes: readonly EventType[] = tree;

export const eventTypeById = (id: string): EventType | undefined => byId.get(id);

/** The asked nodes and all below them. */
export function withDescendants(ids: readonly string[]): string[] {
  const found = new Set(ids);
  for (const node of tree) if (node.parent !== null && found.has(node.parent)) found.add(node.id);
  return [...found];
}

/** The node a dataset's code maps to, the most specific (last told) first. */
export function eventTypeOfCode(dataset: 'acled' | 'ucdp' | 'gtd', code: string): EventType | undefined {
  return tree.findLast((node) => node.codes[dataset].includes(code));
}
