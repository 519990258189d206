import { writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { nameHashBytes } from './name-hashes.ts';
import { foldsOf, shippedLines } from './places.ts';
import { rowOf } from './row.ts';

// npm run names: writes data/gazetteer-names.br, by which the first answers find names before the index is built.
const bytes = nameHashBytes(shippedLines().map((line) => foldsOf(rowOf(line))));
const packed = brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_QUALITY]: 9 },
});
writeFileSync(new URL('../../../data/gazetteer-names.br', import.meta.url), packed);
process.stdout.write(`${bytes.length} bytes, packed ${packed.length}\n`);
