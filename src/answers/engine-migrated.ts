/** What became of a database that was copied. */
export const engineMigratedLine = (rows: number): string =>
  `Copied: ${rows.toLocaleString('en-GB')} rows, each table the same by count and checksum. The first database stays as it was.`;
