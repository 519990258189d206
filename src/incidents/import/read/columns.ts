import { cut } from '../../../kernel/cut.ts';
import { ImportError } from '../import-error.ts';

const mostColumns = 2000;

/** A column of a file: its key for formats, and its name in the file. */
export interface Column {
  key: string;
  name: string;
  /** Its HXL hashtag (hxlstandard.org), "#geo+lat", if the file has a row of them. */
  tag?: string;
}

/**
 * "EVENT_ID_CNTY", "Event ID", "INCIDENT TITLE" → event_id_cnty, event_id, incident_title. Dots stay: "fields.title".
 */
export const columnKey = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}.]+/gu, '_')
    .replace(/^_+|_+$/g, '');

/** The columns of a header. A repeated key is numbered: "date", "date_2". Throws ImportError if there are too many. */
export function columnsOf(names: readonly string[]): Column[] {
  if (names.length > mostColumns)
    throw new ImportError(
      `The table has ${names.length.toLocaleString('en-GB')} columns; up to ${mostColumns.toLocaleString('en-GB')} are read.`,
    );
  const seen = new Map<string, number>();
  return names.map((name) => {
    const key = columnKey(name);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return { key: times === 1 ? key : `${key}_${times}`, name: name.trim() };
  });
}

/** The first names of columns, for a message. */
export const namesShown = (columns: readonly Column[], most = 40): string =>
  columns
    .slice(0, most)
    .map(({ name }) => cut(name, 60) || '(unnamed)')
    .join(', ');
