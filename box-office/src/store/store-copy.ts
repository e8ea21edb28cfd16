import { existsSync, rmSync } from 'node:fs';
import { StartError } from '../start-error.js';
import { createPrivateFile, syncFile } from './private-file.js';
import { openDatabase } from './sqlite.js';
import { storeVersion } from './store.js';
import type { WithdrawnList } from './withdrawn-list.js';
import { figuresOf, withdrawnInStore, type PetitionFigures } from './withdrawn-rows.js';

/** Contents of a copied store in numbers. */
export interface StoreCopy {
  figures: readonly PetitionFigures[];
  /** Withdrawals and revisions in the copy. */
  withdrawn: WithdrawnList;
}

/**
 * Copies a store, also beside a running server: the copy is one moment of it, has no free pages, and is on the disk and
 * verified on return. A copy that fails is removed.
 * @throws StartError when the source is not a sound store
 */
export function copyStore(source: string, target: string): StoreCopy {
  try {
    createPrivateFile(target);
    const database = openDatabase(source, { readOnly: true, timeout: 5000 });
    try {
      if (storeVersion(database, source) === 0)
        throw new StartError(`${source}: this is not a store of a box office.`);
      database.prepare('VACUUM INTO ?').run(target);
    } finally {
      database.close();
    }
    syncFile(target);
    return verifyStore(target);
  } catch (error) {
    rmSync(target, { force: true });
    if (error instanceof StartError) throw error;
    throw new StartError(
      `${source} cannot be copied to ${target} (${(error as Error).message}); check that it is a sound store, and that the disk of the copy is writable and not full.`,
    );
  }
}

/** @throws StartError when the store is damaged */
function verifyStore(file: string): StoreCopy {
  const database = openDatabase(file, { readOnly: true });
  try {
    const integrity = database.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
    const violations = database.prepare('PRAGMA foreign_key_check').all();
    if (integrity[0]?.integrity_check !== 'ok' || violations.length > 0) {
      throw new StartError(
        `${file}: the copy is damaged; use an older backup, or repair the store it was made from.`,
      );
    }
    return { figures: figuresOf(database), withdrawn: withdrawnInStore(database) };
  } finally {
    database.close();
  }
}

/** @throws StartError */
export function assertStoreExists(file: string, where: string): void {
  if (!existsSync(file))
    throw new StartError(`${where}: there is no store at ${file}; name the file of one.`);
}

export function formatFigures({ id, signatures, withdrawn, revision }: PetitionFigures): string {
  return `${id}: ${signatures} signatures, ${withdrawn} withdrawn, revision ${revision}`;
}
