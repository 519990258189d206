import type { Reading } from '../reading.ts';
import { plain, readAll } from '../text.ts';

export type SourceReading = Reading<'source', string>;

/** "reported by Anadolu", "according to Reuters": only publishers that the data has. */
export function readSources(text: string, known: readonly string[]): SourceReading[] {
  const names = new Map(known.map((name) => [plain(name), name]));
  return readAll(
    text,
    'source',
    /\b(?:reported by|according to|as reported by|sourced (?:from|to)|published by|in reports by)(?: the)? ([\p{L}\p{N}][\p{L}\p{N}' .&-]{1,50}?)(?=$|[,?!;]| (?:in|near|since|before|after|between|on|about|last|this|during)\b)/giu,
    (m) => {
      const said = plain(m[1] as string);
      const name = names.get(said) ?? [...names].find(([key]) => key.startsWith(said) || said.startsWith(key))?.[1];
      return name ? { value: name, score: 0.9 } : undefined;
    },
  );
}
