import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from '../settings.js';
import { StartError } from '../start-error.js';
import { restrictToOwner, syncFile, syncFolder } from '../store/private-file.js';
import { openDatabase } from '../store/sqlite.js';
import { assertStoreExists, copyStore, formatFigures } from '../store/store-copy.js';
import { draftFile, lockFolder, storeFile } from '../store/store.js';
import {
  readWithdrawnList,
  withdrawnFile,
  writeWithdrawnList,
  type WithdrawnList,
} from '../store/withdrawn-list.js';
import { applyWithdrawnList, figuresOf, raiseRevisions, withdrawnInStore } from '../store/withdrawn-rows.js';

const USAGE = '"grandstand-box-office restore /backups/box-office-20261130T120000Z.sqlite"';

/**
 * Replaces the store by a backup. Later withdrawals are erased in it and its revisions raised before it gets the
 * store's name: a crash leaves the old store or the finished one.
 */
export async function restoreStore(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false } },
  });
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0)
    throw new StartError(`restore: name one backup, like ${USAGE}.`);
  const source = resolve(name);
  assertStoreExists(source, 'restore');
  const { data } = readSettings(process.env);
  const lock = lockFolder(data);
  try {
    restore(source, data, values.replace);
  } finally {
    lock.release();
  }
  return 0;
}

function restore(source: string, data: string, replace: boolean): void {
  const store = storeFile(data);
  const draft = draftFile(data);
  if (existsSync(store) && !replace) {
    throw new StartError(
      `restore: there is a store in ${data} already; add --replace, which keeps it beside the new one under another name.`,
    );
  }
  const list = mergedList(source, data);
  rmSync(draft, { force: true });
  copyStore(source, draft);
  try {
    const old = existsSync(store) ? closeOldStore(store) : null;
    if (old) list.merge(old);
    const erased = applyWithdrawals(draft, list);
    // The list is written first: with it, even the old store restores no withdrawn signature.
    writeWithdrawnList(data, list);
    const kept = existsSync(store) ? setAside(store) : null;
    renameSync(draft, store);
    syncFolder(data);
    console.log(`${store}: restored from ${source}`);
    console.log(`${withdrawnFile(data)}: ${list.size} withdrawals, ${erased} of them erased in the backup`);
    if (kept) {
      console.log(`${kept}: the store that was here; it holds names, so delete it once it is not needed`);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Merges the lists of the data folder and of the backup's folder. */
function mergedList(source: string, data: string): WithdrawnList {
  const here = readWithdrawnList(data);
  const beside = readWithdrawnList(dirname(source));
  const list = here && beside ? here.merge(beside) : (here ?? beside);
  if (list) return list;
  throw new StartError(
    `restore: there is no withdrawn.txt in ${data} or beside the backup, so that withdrawn signatures could come back; put its newest copy beside the backup, or an empty file of that name where none was ever kept.`,
  );
}

/**
 * Writes the log of the old store into its file, and reads its withdrawals. People also restore because a store is
 * unreadable: that is reported, and does not stop the restore.
 */
function closeOldStore(store: string): WithdrawnList | null {
  try {
    const database = openDatabase(store);
    try {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return withdrawnInStore(database);
    } finally {
      database.close();
    }
  } catch (error) {
    console.log(
      `${store}: cannot be read (${(error as Error).message}); its withdrawals come from the list alone`,
    );
    return null;
  }
}

/** Applies the list to the draft, without a journal: a crash here costs the draft alone. */
function applyWithdrawals(draft: string, list: WithdrawnList): number {
  const database = openDatabase(draft);
  let erased: number;
  try {
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA secure_delete = ON;');
    erased = applyWithdrawnList(database, list);
    raiseRevisions(database, list, true);
    for (const petition of figuresOf(database)) console.log(formatFigures(petition));
  } finally {
    database.close();
  }
  syncFile(draft);
  return erased;
}

/** Renames the old store. Its log must go first: SQLite would apply it to the new store. */
function setAside(store: string): string {
  const kept = `${store}.replaced-${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`;
  for (const suffix of ['-wal', '-shm']) {
    if (existsSync(store + suffix)) renameSync(store + suffix, kept + suffix);
  }
  linkSync(store, kept);
  for (const suffix of ['', '-wal', '-shm']) restrictToOwner(kept + suffix);
  return kept;
}
