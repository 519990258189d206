/** The first that begin so, then those with a word inside that does; `foldsOf` are an entry's names, folded. */
export function prefixMatches<T>(
  all: readonly T[],
  wanted: string,
  most: number,
  foldsOf: (one: T) => readonly string[],
): T[] {
  const found: T[] = [];
  const inside: T[] = [];
  for (const one of all) {
    const folds = foldsOf(one);
    if (folds.some((words) => words.startsWith(wanted))) found.push(one);
    else if (inside.length < most && folds.some((words) => words.includes(` ${wanted}`))) inside.push(one);
    if (found.length >= most) return found;
  }
  return [...found, ...inside].slice(0, most);
}
