/** One column of a file: the key that formats know it by, and its name as the file writes it. */
export interface Column {
  key: string;
  name: string;
  /** Its HXL tag, "#geo+lat", where the file has a row of tags. */
  tag?: string;
}

/** "EVENT_ID_CNTY", "Event ID", "INCIDENT TITLE" → event_id_cnty, event_id, incident_title. Dots stay: "fields.title". */
export const columnKey = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}.]+/gu, '_')
    .replace(/^_+|_+$/g, '');

/** Columns of a header; a key that comes again is numbered. */
export function columnsOf(names: readonly string[]): Column[] {
  const seen = new Map<string, number>();
  return names.map((written) => {
    const key = columnKey(written);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return { key: times === 1 ? key : `${key}_${times}`, name: written.trim() };
  });
}
