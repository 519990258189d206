const full = 13;

/** Whether an error says that there is no room left: of the file system, of SQLite or of PostgreSQL. */
export function isDiskFull(error: unknown): boolean {
  const { code, errcode, message, cause } = (error ?? {}) as {
    code?: unknown;
    errcode?: unknown;
    message?: unknown;
    cause?: unknown;
  };
  const here = code === 'ENOSPC' || code === '53100' || errcode === full || /disk is full|ENOSPC/.test(String(message));
  return here || (cause !== undefined && cause !== error && isDiskFull(cause));
}

/** What to do about it. */
export const diskFullWords =
  'The disk is full. Make room on the disk of the database (SITREP_DB) and of temporary files, then try again; what was stored before is kept.';
