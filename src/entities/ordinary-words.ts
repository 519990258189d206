import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

const file = new URL('../../data/ordinary-words.txt.br', import.meta.url);
let read: Set<string> | undefined;

/** Words of everyday English, in lower case, that are no mistyped names. Source: data/ordinary-words.txt.br. */
export function ordinaryWords(): ReadonlySet<string> {
  read ??= new Set(brotliDecompressSync(readFileSync(file)).toString('utf8').split('\n'));
  return read;
}
