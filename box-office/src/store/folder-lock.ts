import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { LockLostError, StartError } from '../start-error.js';
import { createPrivateFile } from './private-file.js';
import { openDatabase, sqliteCode, SQLITE_BUSY } from './sqlite.js';

/**
 * Locks a data folder for one writer: two on the same store would both believe a seat is free. The lock is the
 * operating system's, on an SQLite file under BEGIN EXCLUSIVE, so it ends with the process in every case, and no stale
 * lock file has to be detected. It is on the file and not on its name: `assertHeld` compares the two, because a new
 * file under the same name would admit a second server.
 */
export class FolderLock {
  readonly #database: DatabaseSync;
  /** Device and inode of each guarded file. */
  readonly #identities = new Map<string, string | null>();

  /** @throws StartError when another process holds the folder */
  constructor(folder: string) {
    const file = join(folder, 'server.lock');
    createPrivateFile(file);
    this.guard(file);
    this.#database = openDatabase(file);
    try {
      this.#database.exec('BEGIN EXCLUSIVE');
      this.assertHeld();
    } catch (error) {
      this.#database.close();
      if (sqliteCode(error) !== SQLITE_BUSY) throw error;
      throw new StartError(
        `GRANDSTAND_DATA: another box office uses the folder ${folder} already; stop it, or give this one a folder of its own.`,
      );
    }
  }

  /** Guards one more file, as it is now. */
  guard(file: string): void {
    this.#identities.set(file, identityOf(file));
  }

  /** @throws LockLostError when the lock or a guarded file is not the one it was */
  assertHeld(): void {
    for (const [file, identity] of this.#identities) {
      if (identityOf(file) === identity) continue;
      throw new LockLostError(
        `GRANDSTAND_DATA: ${file} was removed or replaced while this box office was running; it stops, so that nothing is accepted that could be lost. Put the folder back in order, then start it again.`,
      );
    }
  }

  release(): void {
    this.#database.close();
  }
}

function identityOf(file: string): string | null {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stats ? `${stats.dev}:${stats.ino}` : null;
}
