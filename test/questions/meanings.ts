import { readdirSync, readFileSync } from 'node:fs';

/** A measure and its facets; what is not told must not be read. */
export type Expected = Record<string, string>;

/** One meaning with several ways to ask for it. */
export interface Meaning {
  family: string;
  told: string;
  expected: Expected;
  /** Of a question with two parts: what the second asks. */
  second: Expected | undefined;
  /** What was asked in the thread before, in order. */
  before: string[];
  phrasings: string[];
}

const folder = new URL('meanings/', import.meta.url);

/** "count place=Mali" → { measure: 'count', place: 'Mali' }. */
function parseExpected(told: string): Expected {
  const [measure = '', ...pairs] = told.split(' ');
  return { measure, ...Object.fromEntries(pairs.map((p) => p.split(/=(.*)/).slice(0, 2))) };
}

/**
 * A file of meanings, each after "= ", with its phrasings a line each. Above them a line after "+ " is the second part
 * of the question, and lines after "< " are what was asked in the thread before.
 */
export function parse(family: string, text: string): Meaning[] {
  return text
    .split(/^= /m)
    .filter(Boolean)
    .map((block) => {
      const [told = '', ...lines] = block.trim().split('\n');
      const marked = (mark: string) => lines.filter((l) => l.startsWith(mark)).map((l) => l.slice(mark.length));
      const [second] = marked('+ ');
      return {
        family,
        told,
        expected: parseExpected(told),
        second: second === undefined ? undefined : parseExpected(second),
        before: marked('< '),
        phrasings: lines.filter((l) => !/^[<+] /.test(l)),
      };
    });
}

/** The meanings of all files in a folder, not of folders inside it. */
const meaningsIn = (from: URL): Meaning[] =>
  readdirSync(from)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => parse(file.replace('.txt', ''), readFileSync(new URL(file, from), 'utf8')));

export const meanings: Meaning[] = meaningsIn(folder);

/** Meanings that the reader need not understand yet. */
export const laterMeanings: Meaning[] = meaningsIn(new URL('later/', folder));
