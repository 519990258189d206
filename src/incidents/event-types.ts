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
    cameo: z.array(z.string()).default([]),
    insight: z.array(z.string()).default([]),
  }),
});
export type EventType = z.infer<typeof eventType>;

const file = new URL('../../data/event-types.json', import.meta.url);
const tree = z.array(eventType).parse(JSON.parse(readFileSync(file, 'utf8')));
const byId = new Map(tree.map((node) => [node.id, node]));

/** The tree of event types, parents before children. Source: data/event-types.json. */
export const eventTypes: readonly EventType[] = tree;

export const eventTypeById = (id: string): EventType | undefined => byId.get(id);

function below(id: string): string[] {
  const found = new Set([id]);
  for (const node of tree) if (node.parent !== null && found.has(node.parent)) found.add(node.id);
  return [...found];
}
const withBelow = new Map(tree.map(({ id }) => [id, below(id)]));

/** The asked nodes and all below them. */
export const withDescendants = (ids: readonly string[]): string[] => [
  ...new Set(ids.flatMap((id) => withBelow.get(id) ?? [id])),
];

type Coder = keyof EventType['codes'];

/** Codes as files write them: case, spaces, and spaces around dashes and strokes do not matter. */
const plain = (code: string): string =>
  code
    .toLowerCase()
    .replace(/\s*([-/])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

const byCode = new Map(
  tree.flatMap((node) =>
    Object.entries(node.codes).flatMap(([coder, list]) =>
      list.map((code) => [`${coder} ${plain(code)}`, node] as const),
    ),
  ),
);

/** The node a dataset's code maps to, the most specific (last told) first. */
export const eventTypeOfCode = (coder: Coder, code: string): EventType | undefined =>
  byCode.get(`${coder} ${plain(code)}`);

const byWords = new Map(
  tree.flatMap((node) => [node.one, node.many, ...node.words].map((w) => [plain(w), node] as const)),
);

/** The node that people call by exactly these words: "Air Strike", "car bombing". */
export const eventTypeOfWords = (words: string): EventType | undefined => byWords.get(plain(words));
