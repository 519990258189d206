/** A row that was not imported. `line`: of the file, or the number of the item. */
export interface Reject {
  line: number;
  /** The column's name in the file; empty if the row as a whole is broken. */
  column: string;
  value: string;
  reason: string;
}
