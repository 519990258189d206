import { editDistance } from '../kernel/edit-distance.ts';

/** Words that may be within some edits of another, by what is left when letters of their beginnings are deleted (SymSpell). */
export interface DeletionIndex {
  /** Where in the list of words those are that are at most `edits` from the word (Damerau-Levenshtein), with their distances. */
  near(word: string, edits?: number): { index: number; distance: number }[];
}

/** Only deletions in the first seven letters are kept: longer beginnings rarely agree by chance. */
const prefixLength = 7;

/** Calls back with the hash of the text less up to `edits` of its letters, for each way to delete them. */
function eachDeletion(text: string, edits: number, visit: (hash: number) => void): void {
  const length = Math.min(text.length, prefixLength);
  const hash = (without: number, other: number) => {
    let h = 0x811c9dc5;
    for (let i = 0; i < length; i++)
      if (i !== without && i !== other) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    return (h ^ (h >>> 15)) >>> 0;
  };
  visit(hash(-1, -1));
  if (edits > 0) for (let i = 0; i < length; i++) visit(hash(i, -1));
  if (edits > 1) for (let i = 0; i < length; i++) for (let j = i + 1; j < length; j++) visit(hash(i, j));
}

/** What of a deletion index can be stored: the words at `entries[i]` for `starts[bucket] <= i < starts[bucket + 1]`. */
export interface DeletionTable {
  starts: Uint32Array;
  entries: Uint32Array;
}

/** The table of these words; `edits`: how many edits from each can be found. */
export function deletionTable(words: readonly string[], edits: (word: string) => number): DeletionTable {
  const pairs: number[] = [];
  words.forEach((word, index) => {
    eachDeletion(word, edits(word), (hash) => pairs.push(hash, index));
  });
  const buckets = 2 ** Math.max(4, Math.floor(Math.log2(pairs.length / 2 + 1)));
  const starts = new Uint32Array(buckets + 1);
  for (let i = 0; i < pairs.length; i += 2) bump(starts, ((pairs[i] as number) % buckets) + 1);
  for (let b = 1; b <= buckets; b++) starts[b] = (starts[b] as number) + (starts[b - 1] as number);
  const entries = new Uint32Array(pairs.length / 2);
  const next = starts.slice();
  for (let i = 0; i < pairs.length; i += 2)
    entries[bump(next, (pairs[i] as number) % buckets)] = pairs[i + 1] as number;
  return { starts, entries };
}

/** Adds one at the index, and returns what was there. */
function bump(counts: Uint32Array, index: number): number {
  const before = counts[index] as number;
  counts[index] = before + 1;
  return before;
}

/** The index over the words that the table was made of. */
export function deletionIndex(words: readonly string[], { starts, entries }: DeletionTable): DeletionIndex {
  const buckets = starts.length - 1;
  const seenIn = new Uint32Array(words.length);
  let search = 0;
  return {
    near(word, edits = 1) {
      search++;
      const found: { index: number; distance: number }[] = [];
      eachDeletion(word, edits, (hash) => {
        const bucket = hash % buckets;
        for (let i = starts[bucket] as number; i < (starts[bucket + 1] as number); i++) {
          const index = entries[i] as number;
          if (seenIn[index] === search) continue;
          seenIn[index] = search;
          const distance = editDistance(word, words[index] as string, edits);
          if (distance <= edits) found.push({ index, distance });
        }
      });
      return found;
    },
  };
}
