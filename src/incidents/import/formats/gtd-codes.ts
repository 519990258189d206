import { eventTypeOfCode } from '../../event-types.ts';
import { CellError, type Cells, numberOf, textOf } from '../cell-values.ts';

// GTD codebook: -9, -99, "Unknown" and "." stand for unknown.
const unknown = /^(-9|-99|unknown|\.|-9\.0|-99\.0)$/i;

/** A cell's text; undefined if blank or unknown. "1.0" → "1". */
export function knownValue(value: string | undefined): string | undefined {
  const text = textOf(value);
  return text === undefined || unknown.test(text) ? undefined : text.replace(/^(\d+)\.0$/, '$1');
}

const numbered = (cells: Cells, columns: string[]): number[] =>
  columns.flatMap((column) => {
    const n = numberOf(cells, column);
    return n === undefined || n < 0 ? [] : [n];
  });

/**
 * The event types of an attack, the most specific first: by suicide and weapon, then by type of attack. Throws
 * CellError.
 */
export function typesOf(cells: Cells): string[] {
  const attacks = numbered(cells, ['attacktype1', 'attacktype2', 'attacktype3']);
  if (attacks.length === 0) throw new CellError('attacktype1', cells.attacktype1 ?? '', 'is empty');
  const types = attacks.map((code) => {
    const type = eventTypeOfCode('gtd', String(code));
    if (!type) throw new CellError('attacktype1', String(code), 'is not 1 to 9');
    return type.id;
  });
  const weapons = numbered(cells, ['weapsubtype1', 'weapsubtype2', 'weapsubtype3', 'weapsubtype4']);
  const finer = weapons.flatMap((code) => eventTypeOfCode('gtd', `weapon ${code}`)?.id ?? []);
  const suicide = knownValue(cells.suicide) === '1' && types.includes('bombing') ? ['suicide-bombing'] : [];
  const all = [...new Set([...suicide, ...finer, ...types])];
  return all.length > 1 ? all.filter((t) => t !== 'violence') : all;
}
