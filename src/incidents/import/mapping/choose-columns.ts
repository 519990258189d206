import { type Cells, textOf } from '../cell-values.ts';
import { looksLikeDate } from '../dates.ts';
import type { Column } from '../read/columns.ts';
import { type ColumnHeuristic, columnHeuristics } from './column-heuristics.ts';
import { bareName, wordsOfName } from './column-name.ts';
import { mostly } from './column-values.ts';
import { groupOf } from './group-columns.ts';
import type { Field } from './mapping.ts';

type Sample = readonly Cells[];

const ofPaperwork = /report|rept|rptd|publi|updat|creat|modif|enter/;
const valuesOf = (column: Column, sample: Sample) => sample.map((row) => row[column.key]);

/** The names of a column by which it may be known, the plainest last: what names of paperwork mean is not told by less. */
function namesOf({ key, name }: Column): string[] {
  const bare = bareName(name);
  const tellsLess = bare === 'region' || ofPaperwork.test(key) || groupOf(name) !== undefined;
  return [key, wordsOfName(name), ...(tellsLess ? [] : [bare])];
}

/** How many of the values a predicate is true of. */
const share = (column: Column, sample: Sample, holds: (value: string) => boolean): number =>
  valuesOf(column, sample).filter((value) => holds(textOf(value) ?? '')).length;

function find({ tags, names, accepts, best }: ColumnHeuristic, free: Column[], sample: Sample): Column | undefined {
  const fitting = free.filter((c) => mostly(valuesOf(c, sample), accepts));
  const tagged = fitting.find((c) => c.tag && tags.test(c.tag));
  if (tagged) return tagged;
  const named = [0, 1, 2].flatMap((tier) => fitting.filter((c) => names.test(namesOf(c)[tier] ?? '')));
  if (!best) return named[0];
  // Sorting keeps the order of those that are as good.
  return named.toSorted((a, b) => share(b, sample, best) - share(a, sample, best))[0];
}

const ofIds = /(^|_)(id|key|code|no|nr|number|ref)$/;
/** One of the first columns whose values are all different and whose name is one of ids. */
function idByValues(columns: readonly Column[], sample: Sample): Column | undefined {
  return columns.slice(0, 2).find((c) => {
    const filled = valuesOf(c, sample).flatMap((value) => textOf(value) ?? []);
    return (
      ofIds.test(wordsOfName(c.name)) && filled.length === sample.length && new Set(filled).size >= 0.9 * filled.length
    );
  });
}

/** For each field the column with a fitting hashtag or name, and fitting values. */
export function chooseColumns(columns: readonly Column[], sample: Sample): Map<Field, Column> {
  const chosen = new Map<Field, Column>();
  const free = () => columns.filter((c) => c.name !== '' && ![...chosen.values()].includes(c));
  for (const heuristic of columnHeuristics) {
    const found = find(heuristic, free(), sample);
    if (found) chosen.set(heuristic.field, found);
  }
  const id = chosen.has('id') ? undefined : idByValues(free(), sample);
  if (id) chosen.set('id', id);
  if (chosen.has('latitude')) chosen.delete('coordinates');
  return chosen;
}

/** A column whose values are dates, whatever its name: rather one that tells the beginning than when it was written down. */
export function dateByValues(
  columns: readonly Column[],
  sample: Sample,
  chosen: ReadonlyMap<Field, Column>,
): Column | undefined {
  const taken = [...chosen.values()];
  const dated = columns.filter(
    (c) => c.name !== '' && !taken.includes(c) && mostly(valuesOf(c, sample), looksLikeDate),
  );
  return (
    dated.find((c) => /start|begin|from|occ|incident|event|attack/.test(c.key)) ??
    dated.find((c) => !ofPaperwork.test(c.key)) ??
    dated[0]
  );
}
