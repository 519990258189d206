import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { fold } from '../../kernel/normalise.ts';
import { transliterate } from '../phonetic-key.ts';
import { countryRows } from './countries.ts';
import { type GazetteerRow, rowOf } from './row.ts';
import { curatedRows } from './sites.ts';

const gazetteer = new URL('../../../data/gazetteer.tsv.br', import.meta.url);
/** The levels of places that the shipped file has; the others are curated. */
const shippedLevel = /^(?:admin1|admin2|town)\t/;

/** The lines of the shipped gazetteer. */
export const shippedLines = (): string[] =>
  brotliDecompressSync(readFileSync(gazetteer))
    .toString('utf8')
    .split('\n')
    .filter((line) => shippedLevel.test(line));

/** Places by their numbers. `shipped`: those of the shipped gazetteer. */
interface Places {
  shipped: { from: number; to: number };
  count: number;
  row(id: number): GazetteerRow;
  level(id: number): string;
}

/** All places, numbered by their order: countries, those of the shipped gazetteer, and curated ones. A shipped one is read when it is asked for. */
export function readPlaces(): Places {
  const lines = shippedLines();
  const shipped = { from: countryRows.length, to: countryRows.length + lines.length };
  const own = (id: number) => countryRows[id] ?? curatedRows[id - shipped.to];
  return {
    shipped,
    count: shipped.to + curatedRows.length,
    row: (id) => own(id) ?? rowOf(lines[id - shipped.from] ?? ''),
    level: (id) => own(id)?.level ?? (lines[id - shipped.from] ?? '').split('\t', 1)[0] ?? '',
  };
}

/** All folded names of a row, in their own script and transliterated. */
export function foldsOf(row: Pick<GazetteerRow, 'name' | 'names'>): string[] {
  const folds = [row.name, ...row.names].map(fold).filter((f) => f.length > 1);
  return [...new Set([...folds, ...folds.map(transliterate)])].filter((f) => f.length > 1);
}
