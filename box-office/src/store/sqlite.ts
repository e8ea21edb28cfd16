import { DatabaseSync, type DatabaseSyncOptions } from 'node:sqlite';
import { LockLostError } from '../start-error.js';

/** Result codes of SQLite (https://sqlite.org/rescode.html), without their extended part. */
export const SQLITE_BUSY = 5;
export const SQLITE_IOERR = 10;
export const SQLITE_FULL = 13;
const SQLITE_CONSTRAINT = 19;

/** Errors of a file system that is full, over its quota or failing. */
const DISK_ERRORS: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS']);

/**
 * Opens an SQLite file. Its temporary tables stay in memory: on the disk, names would be left in a folder for
 * temporary files that others may read.
 */
export function openDatabase(file: string, options: DatabaseSyncOptions = {}): DatabaseSync {
  const database = new DatabaseSync(file, options);
  database.exec('PRAGMA temp_store = MEMORY');
  return database;
}

/** Primary result code of an error of `node:sqlite`, or null for any other error. */
export function sqliteCode(error: unknown): number | null {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : null;
  return typeof code === 'number' ? code & 0xff : null;
}

/**
 * Recognises an error that may pass: the disk is full or failing, another program holds the file, or the server stops
 * because its folder was replaced.
 */
export function isTransient(error: unknown): boolean {
  if (error instanceof LockLostError) return true;
  const code = sqliteCode(error);
  return code === SQLITE_BUSY || code === SQLITE_IOERR || code === SQLITE_FULL || isDiskError(error);
}

/** Recognises an error of the store itself, as opposed to one of the written data. */
export function isStoreError(error: unknown): boolean {
  const code = sqliteCode(error);
  return (code !== null && code !== SQLITE_CONSTRAINT) || isDiskError(error);
}

function isDiskError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && DISK_ERRORS.has(error.code);
}
