import { readdirSync, readFileSync } from 'node:fs';

/** One meaning with at least five ways to ask for it. What is not told must not be read. */
export interface Meaning {
  family: string;
  told: string;
  expected: Record<string, string>;
  phrasings: string[];
}

const folder = new URL('meanings/', import.meta.url);

/** A file of meanings, each after "= ", with its phrasings a line each. */
export function parse(family: string, text: string): Meaning[] {
  return text
    .split(/^= /m)
    .filter(Boolean)
    .map((block) => {
      const [told = '', ...phrasings] = block.trim().split('\n');
      const [measure = '', ...pairs] = told.split(' ');
      const expected = Object.fromEntries(pairs.map((p) => p.split(/=(.*)/).slice(0, 2)));
      return { family, told, expected: { measure, ...expected }, phrasings };
    });
}

export const meanings: Meaning[] = readdirSync(folder)
  .sort()
  .flatMap((file) => parse(file.replace('.txt', ''), readFileSync(new URL(file, folder), 'utf8')));
