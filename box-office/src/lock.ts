import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteCode, SQLITE_BUSY } from './sqlite.js';
import { StartError } from './start-error.js';

/**
 * Holds a data folder for one server: two on the same store would both believe a seat is free.
 * The lock is the operating system's, on an SQLite file under BEGIN EXCLUSIVE, so it goes away with the process
 * however that ends, and no stale lock file has to be judged.
 * @returns gives the folder free
 * @throws StartError when another server holds it
 */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, 'server.lock'));
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (sqliteCode(error) !== SQLITE_BUSY) throw error;
    throw new StartError(
      `GRANDSTAND_DATA: another box office uses the folder ${folder} already; stop it, or give this one a folder of its own.`,
    );
  }
  return () => lock.close();
}
