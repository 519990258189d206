/** Keeps what a pure function said of its latest texts; of two generations the older one is dropped when they are full. */
export function memoize<T>(work: (text: string) => T, most = 10_000): (text: string) => T {
  let [young, old] = [new Map<string, T>(), new Map<string, T>()];
  return (text) => {
    const known = young.get(text);
    if (known !== undefined) return known;
    const value = old.get(text) ?? work(text);
    if (young.size >= most) [young, old] = [new Map(), young];
    young.set(text, value);
    return value;
  };
}
