import type { Reading } from '../span.ts';
import { plain, readAll, wordsOf } from '../text.ts';

type SourceReading = Reading<'source', string>;

const told =
  /\b(?:reported by|according to|as reported by|sourced (?:from|to)|published by|in reports by)(?: the)? ([\p{L}\p{N}][\p{L}\p{N}' .&-]{1,50}?)(?=$|[,?!;]| (?:in|near|since|before|after|between|on|about|last|this|during)\b)/giu;

/** Whether a name begins with the words of another: "reuters africa" with "reuters", "acled" not with "ac". */
const begins = (name: string, words: string): boolean => name === words || name.startsWith(`${words} `);

/** Publishers by their plain names, and the first words of these. */
interface Publishers {
  names: Map<string, string>;
  first: Set<string | undefined>;
}
const indexes = new WeakMap<readonly { name: string }[], Publishers>();

/** The publishers, put in order once for each state of the data. */
function indexOf(known: readonly { name: string }[]): Publishers {
  const held = indexes.get(known) ?? {
    names: new Map(known.map(({ name }) => [plain(name), name])),
    first: new Set(known.map(({ name }) => wordsOf(name)[0]?.lower)),
  };
  indexes.set(known, held);
  return held;
}

/** "reported by Anadolu", "according to Reuters", "the Jerusalem Post": only publishers that the data has. */
export function readSources(text: string, known: readonly { name: string }[]): SourceReading[] {
  const { names, first } = indexOf(known);
  const cued = readAll(text, 'source', told, (m) => {
    const said = plain(m[1] as string);
    const name = names.get(said) ?? [...names].find(([key]) => begins(key, said) || begins(said, key))?.[1];
    return name ? { value: name, score: 0.9 } : undefined;
  });
  return [...named(text, names, first), ...cued];
}

/** Names of two to four words need no cue. */
function named(text: string, names: Publishers['names'], first: Publishers['first']): SourceReading[] {
  const words = wordsOf(text);
  return [2, 3, 4].flatMap((n) =>
    words.slice(0, Math.max(0, words.length - n + 1)).flatMap((word, i): SourceReading[] => {
      if (!first.has(word.lower)) return [];
      const [start, end] = [word.start, (words[i + n - 1] as typeof word).end];
      const said = text.slice(start, end);
      const name = /\p{Lu}/u.test(said) ? names.get(plain(said)) : undefined;
      return name ? [{ facet: 'source', value: name, start, end, words: said, score: 0.9 }] : [];
    }),
  );
}
