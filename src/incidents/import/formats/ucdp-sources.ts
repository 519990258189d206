import type { Report } from '../../incident.ts';
import { recordDate } from '../../schema.ts';
import { type Cells, textOf } from '../cell-values.ts';

const most = 20;
/** A report whose date is a slip (the year 200) is one without a date. */
const date = (value: string | undefined): string | undefined =>
  recordDate.safeParse(value).success ? value : undefined;

/** Up to twenty reports from "office,date,headline";"office,date,headline", whose inner quotes are not escaped. */
export function reportsOf(cells: Cells): Report[] {
  const whole = textOf(cells.source_article);
  const office = textOf(cells.source_office);
  if (!whole) return office ? [{ publisher: office, ...rest(cells) }] : [];
  const parts = whole.startsWith('"') ? whole.replace(/^"+|"+$/g, '').split(/"+\s*;\s*"+/) : [whole];
  return parts.slice(0, most).map(reportOf);
}

const rest = (cells: Cells): Pick<Report, 'date' | 'headline'> => ({
  date: date(textOf(cells.source_date)?.slice(0, 10)),
  headline: textOf(cells.source_headline),
});

function reportOf(part: string): Report {
  const match = part.match(/^([^,]{1,120}),\s*(\d{4}-\d{2}-\d{2})\s*,?\s*(.*)$/s);
  if (match)
    return {
      publisher: (match[1] as string).trim() || 'unnamed source',
      date: date(match[2]),
      ...(match[3] ? { headline: match[3].trim() } : {}),
    };
  // In older releases the name ends where a date, a title or a remark begins: 'Reuters 8/9 "Clashes in …'.
  const [name = ''] = part.match(/^[^"“”\d,;:(\n]{2,60}/) ?? [];
  return { publisher: name.trim() || 'unnamed source', headline: part };
}
