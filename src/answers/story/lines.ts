/** An answer about a story: its first sentence, the lines under it, and the same as data. */
export interface StoryLines {
  first: string;
  lines: string[];
  /** Of a yes/no question: null where it is not told. Of a toll: people, where one figure is told. */
  value?: boolean | number | null;
  low?: number;
  high?: number;
  /** The record has nothing that answers. */
  silent?: true;
}

/** The lines of an answer from the sentences that it has; the first answers. */
export const linesOf = (sentences: readonly string[], more: Partial<StoryLines> = {}): StoryLines => {
  const [first = '', ...lines] = [...new Set(sentences.filter(Boolean))];
  return { first, lines, ...more };
};
