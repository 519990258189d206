import { skipClass } from './assemble.ts';
import type { Draft } from './draft.ts';
import { has, itemsOf } from './draft.ts';

const empty = new Set(['sign', 'filler', 'function', 'annotated']);

/** Content words that nothing took, as written. */
export function unreadOf(draft: Draft): string[] {
  const annotated = (i: number) =>
    [...draft.notes.aspects, ...draft.notes.attributions, ...draft.notes.texts].some(
      (r) => r.start < (draft.tokens[i]?.end ?? 0) && (draft.tokens[i]?.start ?? 0) < r.end,
    );
  return draft.path.skipped
    .filter((i) => !isAside(draft, i))
    .filter((i) => !empty.has(skipClass(draft.chart, draft.lattice, i, annotated(i))))
    .map((i) => draft.tokens[i]?.text ?? '')
    .filter((word) => !/ly$/i.test(word))
    .filter((word) => word.length > 1 || /\d/.test(word));
}

/** Whether a word stands in a clause of which nothing was read: "My boss asks: …", "…, thanks a lot". */
function isAside({ tokens, path }: Draft, i: number): boolean {
  const border = (t: (typeof tokens)[number] | undefined) => t === undefined || /^[,:;.!?()]$/.test(t.text);
  let [from, to] = [i, i];
  while (!border(tokens[from - 1])) from--;
  while (!border(tokens[to + 1])) to++;
  return (from > 0 || to < tokens.length - 2) && !path.items.some((item) => item.start <= to && item.end > from);
}

/** A group of people that the data cannot tell from others: "children", "soldiers". */
export function untoldGroup(draft: Draft): string | undefined {
  if (!has(draft, 'harm')) return undefined;
  const groups = [
    ...itemsOf(draft, 'harm').flatMap((i) => i.value.people ?? []),
    ...itemsOf(draft, 'people').map((i) => i.value),
  ];
  return groups.find((g) => g.as === undefined)?.said;
}
