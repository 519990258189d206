import type { Quantity } from '../../incidents/query.ts';
import { type Draft, has, itemsOf } from '../draft.ts';
import type { Item, Superlative } from '../item.ts';

export const kindItems = (draft: Draft): Item<'kinds'>[] => itemsOf(draft, 'kinds');
export const ended = (draft: Draft, ...orders: Superlative[]) =>
  itemsOf(draft, 'ends').some((i) => orders.includes(i.value.order));

/** What is counted: nothing but incidents where these are what "how many" stands before. */
export function quantityOf(draft: Draft): Quantity {
  const harms = itemsOf(draft, 'harm').filter((h) => !isAttribution(draft, h));
  const counts = itemsOf(draft, 'count');
  const [first] = harms;
  if (!first)
    return claimsLives(draft)
      ? itemsOf(draft, 'people').some((p) => p.value.as === 'civilian')
        ? 'civilians killed'
        : 'killed'
      : 'incidents';
  const counted = counts.some((count) =>
    kindItems(draft).some((k) => k.start >= count.end && k.start - count.end <= 2 && k.end <= first.start),
  );
  if (counted && counts.length === 1) return 'incidents';
  const civilians = itemsOf(draft, 'people').some((p) => p.value.as === 'civilian');
  const told = harms.find((h) => h.value.of === 'civilians killed')?.value.of ?? first.value.of;
  return told === 'killed' && civilians ? 'civilians killed' : told;
}

/** "how many people has the violence claimed?" */
const claimsLives = (draft: Draft): boolean =>
  has(draft, 'people') &&
  has(draft, 'count') &&
  draft.notes.attributions.some((a) => a.value.statuses.join() === 'claimed');

/** "claimed" of a claim, not of lives. */
const isAttribution = (draft: Draft, { start, end }: Item): boolean =>
  draft.notes.attributions.some(
    (a) => a.start <= (draft.tokens[start]?.start ?? 0) && (draft.tokens[end - 1]?.end ?? 0) <= a.end,
  );

export function rankedBy(draft: Draft, of: Quantity, order: Superlative | undefined): Quantity {
  if (of !== 'incidents') return of;
  const sorted = itemsOf(draft, 'by-unit').some((by) =>
    kindItems(draft).some((k) => k.start >= by.end && k.start - by.end <= 3),
  );
  if (sorted) return 'incidents';
  return order === 'deadliest' || ended(draft, 'deadliest') ? 'killed' : 'incidents';
}
