import { deletionIndex, deletionTable } from './deletion-index.ts';

const shortest = 5;

/** A search for items whose folded name, of five letters or more, is one edit away from another. */
export function createNearNames<T extends { fold: string }>(items: readonly T[]): (folded: string) => T[] {
  const byName = Map.groupBy(
    items.filter((item) => item.fold.length >= shortest),
    (item) => item.fold,
  );
  const names = [...byName.keys()];
  const index = deletionIndex(
    names,
    deletionTable(names, () => 1),
  );
  return (folded) =>
    folded.length < shortest ? [] : index.near(folded).flatMap((hit) => byName.get(names[hit.index] as string) ?? []);
}
