/** Result codes of SQLite (https://sqlite.org/rescode.html), without their extended part. */
export const SQLITE_BUSY = 5;
export const SQLITE_IOERR = 10;
export const SQLITE_FULL = 13;

/** The primary result code of an error of `node:sqlite`, or null for any other error. */
export function sqliteCode(error: unknown): number | null {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : null;
  return typeof code === 'number' ? code & 0xff : null;
}

/** The store cannot write now, but may again: the disk is full or failing, or another program holds the file. */
export function isPassing(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === SQLITE_BUSY || code === SQLITE_IOERR || code === SQLITE_FULL;
}
