import { type Format, formatNames } from '../format.ts';
import { ImportError } from '../import-error.ts';
import type { Column } from '../read/columns.ts';
import { acled } from './acled.ts';
import { feed } from './feed.ts';
import { gdelt } from './gdelt.ts';
import { gtd } from './gtd.ts';
import { icews } from './icews.ts';
import { insecurityInsight } from './insecurity-insight.ts';
import { reliefweb } from './reliefweb.ts';
import { ucdp } from './ucdp.ts';
import { ushahidi } from './ushahidi.ts';

const formats: readonly Format[] = [ucdp, acled, gtd, gdelt, icews, insecurityInsight, ushahidi, reliefweb, feed];

const missingOf = (format: Format, columns: ReadonlySet<string>): string[] =>
  format.columns.map((list) => list.filter((c) => !columns.has(c))).sort((a, b) => a.length - b.length)[0] ?? [];

/** The format whose columns the file has, if any; `asked` overrides. Throws ImportError when the asked one cannot be. */
export function formatOf(columns: readonly Column[], name: string, asked?: string): Format | undefined {
  const keys = new Set(columns.map((c) => c.key));
  if (asked === 'mapped') return undefined;
  if (asked === undefined) return formats.find((f) => missingOf(f, keys).length === 0);
  const format = formats.find((f) => f.name === asked);
  if (!format) throw new ImportError(`There is no format "${asked}". Known formats: ${formatNames.join(', ')}.`);
  const missing = missingOf(format, keys);
  if (missing.length)
    throw new ImportError(
      `${name} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')} of ${format.name}. Its columns begin: ${begin(columns)}.`,
    );
  return format;
}

const begin = (columns: readonly Column[]): string =>
  columns
    .slice(0, 8)
    .map((c) => c.name || '(unnamed)')
    .join(', ');
