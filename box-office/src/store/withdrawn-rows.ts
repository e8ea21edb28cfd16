import type { DatabaseSync } from 'node:sqlite';
import { REVISION_RESERVE, WithdrawnList } from './withdrawn-list.js';

/** Withdraws one live signature, by petition and receipt: empties its seat and the personal columns. */
export const ERASE_SIGNATURE = `
  UPDATE signature SET live = 0, seat = NULL, body_hash = NULL, answer = NULL, locale = NULL, fields = NULL,
    consents = NULL, signed_at = NULL
  WHERE petition = ? AND receipt = ? AND live = 1`;

/**
 * Erases the live signatures that the list has as withdrawn.
 * @returns their number
 */
export function applyWithdrawnList(database: DatabaseSync, list: WithdrawnList): number {
  const erase = database.prepare(ERASE_SIGNATURE);
  let erased = 0;
  inTransaction(database, () => {
    for (const [petition, receipt] of list.withdrawals())
      erased += Number(erase.run(petition, receipt).changes);
  });
  return erased;
}

/**
 * Raises the revisions of an older store to their ceilings, so that clients, which drop revisions below their own,
 * follow it. A petition that the store does not know is inserted; a store that is not older gets no other change.
 */
export function raiseRevisions(database: DatabaseSync, list: WithdrawnList, isOlder: boolean): void {
  const insert = database.prepare(
    `INSERT INTO petition (id, layout, revision, as_of, digest) VALUES (?, NULL, ?, '', '') ON CONFLICT DO NOTHING`,
  );
  // Without its digest the state counts as unpublished: the next start publishes it.
  const raise = database.prepare(`UPDATE petition SET revision = max(revision, ?), digest = '' WHERE id = ?`);
  inTransaction(database, () => {
    for (const [petition, ceiling] of list.ceilings) insert.run(petition, ceiling);
    if (!isOlder) return;
    for (const { id, revision } of listPetitions(database)) {
      raise.run(list.ceilings.get(id) ?? revision + REVISION_RESERVE, id);
    }
  });
}

/** Collects the withdrawals and ceilings of the store itself. */
export function withdrawnInStore(database: DatabaseSync): WithdrawnList {
  const list = new WithdrawnList();
  const rows = database
    .prepare('SELECT petition, receipt FROM signature NOT INDEXED WHERE live = 0')
    .iterate();
  for (const { petition, receipt } of rows as Iterable<unknown> as Iterable<{
    petition: string;
    receipt: string;
  }>) {
    list.add(petition, receipt);
  }
  for (const { id, revision } of listPetitions(database)) list.raiseCeiling(id, revision + REVISION_RESERVE);
  return list;
}

/** Numbers of one petition in a store. */
export interface PetitionFigures {
  id: string;
  revision: number;
  signatures: number;
  withdrawn: number;
}

export function figuresOf(database: DatabaseSync): PetitionFigures[] {
  return database
    .prepare(
      `SELECT id, revision, count(*) FILTER (WHERE live = 1) AS signatures, count(*) FILTER (WHERE live = 0) AS withdrawn
       FROM petition LEFT JOIN signature ON petition = id GROUP BY id ORDER BY id`,
    )
    .all() as unknown as PetitionFigures[];
}

function listPetitions(database: DatabaseSync): { id: string; revision: number }[] {
  return database.prepare('SELECT id, revision FROM petition').all() as { id: string; revision: number }[];
}

/** Runs `work` in one transaction: when it throws, nothing of it is stored. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    try {
      database.exec('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself, as it does on some errors of the disk.
    }
    throw error;
  }
}
