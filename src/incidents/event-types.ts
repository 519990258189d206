import { readFileSync } from 'node:fs';
import { z } from 'zod';

const eventType = z.strictObject({
  id: z.string(),
  parent: z.string().nullable(),
  /** Singular and plural for answers: "airstrike", "airstrikes". */
  one: z.string(),
  many: z.string(),
  /** Other words for it, in lower case. */
  words: z.array(z.string()),
  /** The codes in datasets that map to this node. */
  codes: z.strictObject({
    acled: z.array(z.string()).default([]),
    ucdp: z.array(z.string()).default([]),
    gtd: z.array(z.string()).default([]),
    cameo: z.array(z.string()).default([]),
    insight: z.array(z.string()).default([]),
  }),
});
/** A node of the tree of event types. */
export type EventType = z.infer<typeof eventType>;

const file = new URL('../../data/event-types.json', import.meta.url);
const tree = z.array(eventType).parse(JSON.parse(readFileSync(file, 'utf8')));
const byId = new Map(tree.map((node) => [node.id, node]));

/** The tree of event types, parents before children. Source: data/event-types.json. */
export const eventTypes: readonly EventType[] = tree;

/** The node of an id, if there is one. */
export const eventTypeById = (id: string): EventType | undefined => byId.get(id);

function below(id: string): string[] {
  const found = new Set([id]);
  for (const node of tree) if (node.parent !== null && found.has(node.parent)) found.add(node.id);
  return [...found];
}
const withBelow = new Map(tree.map(({ id }) => [id, below(id)]));

/** The ids and those of all nodes below them, each once; an unknown id stands for itself. */
export const withDescendants = (ids: readonly string[]): string[] => [
  ...new Set(ids.flatMap((id) => withBelow.get(id) ?? [id])),
];

type Coder = keyof EventType['codes'];

/** Codes are compared without regard to case, repeated spaces, and spaces around dashes and slashes. */
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

/** The node that a dataset's code maps to; of several, the last in the tree, which is the most specific. */
export const eventTypeOfCode = (coder: Coder, code: string): EventType | undefined =>
  byCode.get(`${coder} ${plain(code)}`);

const byWords = new Map(
  tree.flatMap((node) => [node.one, node.many, ...node.words].map((w) => [plain(w), node] as const)),
);

/** The node that is called exactly this: "Air Strike", "car bombing". */
export const eventTypeOfWords = (words: string): EventType | undefined => byWords.get(plain(words));
