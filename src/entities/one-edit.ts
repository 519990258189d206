const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** All that is one edit from a folded name in Latin letters: a letter changed, missing or added, two neighbours swapped, words run together or apart. */
export function* oneEditFrom(folded: string): Generator<string> {
  for (let i = 0; i <= folded.length; i++) {
    const [head, tail, rest] = [folded.slice(0, i), folded.slice(i), folded.slice(i + 1)];
    if (tail) yield head + rest;
    if (rest) yield head + rest[0] + tail[0] + rest.slice(1);
    if (head && tail) yield `${head} ${tail}`;
    for (const letter of letters) {
      if (tail) yield head + letter + rest;
      yield head + letter + tail;
    }
  }
}
