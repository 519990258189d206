/** Zero to nineteen. */
export const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
/** Twenty to ninety. */
export const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const round = {
  hundred: 100,
  'a hundred': 100,
  'a thousand': 1000,
  dozen: 12,
  'a dozen': 12,
  'two dozen': 24,
  'three dozen': 36,
};
const values = new Map<string, number>([
  ...small.map((word, n) => [word, n] as const),
  ...tens.map((word, n) => [word, 20 + 10 * n] as const),
  ...Object.entries(round),
]);

/** A pattern for a count in figures ("1,200") or words ("five", "a dozen"). */
export const numberPattern = `\\d{1,3}(?:,\\d{3})+|\\d+|${[...values.keys()].sort((a, b) => b.length - a.length).join('|')}`;

/** The value of what `numberPattern` matched. */
export const numberOf = (words: string): number => values.get(words.toLowerCase()) ?? Number(words.replaceAll(',', ''));
