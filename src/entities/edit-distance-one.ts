/** One letter wrong, missing, too many, or two neighbours swapped. Short words are too alike to say. */
export function isOneEdit(said: string, name: string): boolean {
  const [a, b] = said.length <= name.length ? [said, name] : [name, said];
  if (a.length < 5 || b.length - a.length > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  if (b.length > a.length) return a.slice(at) === b.slice(at + 1);
  if (a.slice(at + 1) === b.slice(at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** Likeness given to a slip: surer than two names that merely sound alike. */
export const oneEditScore = 0.92;
