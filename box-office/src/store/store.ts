import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ConsentAnswer, FieldValues } from 'grandstand/model';
import { StartError } from '../start-error.js';
import { FolderLock } from './folder-lock.js';
import { createPrivateFile, restrictToOwner } from './private-file.js';
import { isStoreError, openDatabase } from './sqlite.js';
import { readWithdrawnList, withdrawnFile, WithdrawnList, WithdrawnRecord } from './withdrawn-list.js';
import {
  applyWithdrawnList,
  ERASE_SIGNATURE,
  inTransaction,
  raiseRevisions,
  withdrawnInStore,
} from './withdrawn-rows.js';

/** A signature about to be stored. */
export interface NewSignature {
  petition: string;
  key: string;
  /** SHA-256 of the exact bytes of the request. */
  bodyHash: Uint8Array;
  /** Body of the response, replayed to the same request. */
  response: string;
  receipt: string;
  /** null: standing. */
  seat: number | null;
  withdrawal: string | null;
  locale: string;
  /** Cleaned. */
  fields: FieldValues;
  consents: readonly ConsentAnswer[];
  signedAt: Date;
}

/** Hash and response of an earlier request; both are null once its signature was withdrawn. */
export interface StoredResponse {
  bodyHash: Uint8Array | null;
  response: string | null;
}

export interface StoredReceipt {
  live: boolean;
  seat: number | null;
  withdrawal: string | null;
}

/** Last published state of a petition; `digest` identifies everything published with the revision. */
export interface StoredRevision {
  revision: number;
  asOf: string;
  digest: string;
}

export interface StoredPetition extends StoredRevision {
  /** Layout id of the venue whose seats are numbered here; null = no seats. */
  layout: string | null;
}

const STORE_VERSION = 1;

/** Bytes that the probe writes: more than the largest signature needs. */
const PROBE_BYTES = 32 * 1024;

/**
 * Tables of the store, one row per signature: key and response are in the same row, so that none is stored without the
 * others. Withdrawing empties the personal columns and the seat. The rest makes the withdrawal repeatable (receipt,
 * withdrawal) and keeps a late retry from signing again (key).
 */
const SCHEMA = `
  CREATE TABLE petition (
    id TEXT PRIMARY KEY,
    layout TEXT,
    revision INTEGER NOT NULL,
    as_of TEXT NOT NULL,
    digest TEXT NOT NULL
  ) STRICT;

  CREATE TABLE signature (
    number INTEGER PRIMARY KEY,
    petition TEXT NOT NULL REFERENCES petition (id),
    idempotency_key TEXT NOT NULL,
    receipt TEXT NOT NULL,
    live INTEGER NOT NULL CHECK (live IN (0, 1)),
    seat INTEGER,
    withdrawal TEXT,
    body_hash BLOB,
    answer TEXT,
    locale TEXT,
    fields TEXT,
    consents TEXT,
    signed_at TEXT,
    UNIQUE (petition, idempotency_key),
    UNIQUE (petition, receipt),
    CHECK (live = 0 OR (answer IS NOT NULL AND body_hash IS NOT NULL AND fields IS NOT NULL AND consents IS NOT NULL)),
    CHECK (live = 1 OR seat IS NULL)
  ) STRICT;

  -- The promise that a seat is given once.
  CREATE UNIQUE INDEX seat_once ON signature (petition, seat) WHERE live = 1 AND seat IS NOT NULL;

  PRAGMA user_version = ${STORE_VERSION};
`;

/** Embedded store: one SQLite file, one writer. Every method is synchronous. */
export class Store {
  /** Connection for statements that no method has. */
  readonly database: DatabaseSync;
  /** Changes made at the start, one sentence each. */
  readonly notes: readonly string[];
  readonly #lock: FolderLock;
  readonly #withdrawn: WithdrawnRecord;
  readonly #statements = new Map<string, StatementSync>();
  /** True while the log may hold erased rows. */
  #mayLogHoldErased = true;
  #hasCommitFailed = false;

  /**
   * Opens the store in a folder, creates both when they are missing, and locks the folder until `close`.
   * @throws StartError
   */
  static open(folder: string): Store {
    try {
      const lock = lockFolder(folder);
      try {
        return new Store(folder, lock);
      } catch (error) {
        lock.release();
        throw error;
      }
    } catch (error) {
      if (error instanceof StartError) throw error;
      throw new StartError(
        `GRANDSTAND_DATA: the store in ${folder} cannot be opened (${(error as Error).message}); check that the folder is writable and the disk not full.`,
      );
    }
  }

  private constructor(folder: string, lock: FolderLock) {
    const file = storeFile(folder);
    const isNew = !existsSync(file);
    // An interrupted restore left names here.
    rmSync(draftFile(folder), { force: true });
    const restricted = restrictFolder(folder);
    createPrivateFile(file);
    this.#lock = lock;
    this.database = openDatabase(file);
    try {
      prepareDatabase(this.database, file);
      const { record, notes } = reconcile(this.database, folder);
      this.#withdrawn = record;
      this.notes = [...restricted, ...(isNew ? [] : notes)];
      // Rows withdrawn before a crash are readable in the log until it is emptied.
      this.truncateLog();
      for (const name of [file, `${file}-wal`, `${file}-shm`]) lock.guard(name);
    } catch (error) {
      this.database.close();
      throw error;
    }
  }

  /**
   * Runs `work` in one transaction. On return its changes have been synced to the disk; when it throws, nothing is
   * stored.
   */
  transaction<T>(work: () => T): T {
    this.assertHeld();
    try {
      const result = inTransaction(this.database, work);
      this.#hasCommitFailed = false;
      return result;
    } catch (error) {
      if (isStoreError(error)) this.#hasCommitFailed = true;
      throw error;
    }
  }

  /** @throws LockLostError when the folder or a file in it is not the one that was opened */
  assertHeld(): void {
    this.#lock.assertHeld();
  }

  /**
   * Inserts a signature.
   * @returns false when its seat is given; then nothing is written
   */
  insert(signature: NewSignature): boolean {
    const { changes } = this.#statement(
      `INSERT INTO signature
         (petition, idempotency_key, receipt, live, seat, withdrawal, body_hash, answer, locale, fields, consents, signed_at)
       VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (petition, seat) WHERE live = 1 AND seat IS NOT NULL DO NOTHING`,
    ).run(
      signature.petition,
      signature.key,
      signature.receipt,
      signature.seat,
      signature.withdrawal,
      signature.bodyHash,
      signature.response,
      signature.locale,
      JSON.stringify(signature.fields),
      JSON.stringify(signature.consents),
      signature.signedAt.toISOString(),
    );
    return changes === 1;
  }

  /** Finds the response to an earlier request with this key. */
  findResponse(petition: string, key: string): StoredResponse | null {
    const row = this.#statement(
      'SELECT body_hash, answer FROM signature WHERE petition = ? AND idempotency_key = ?',
    ).get(petition, key) as { body_hash: Uint8Array | null; answer: string | null } | undefined;
    return row ? { bodyHash: row.body_hash, response: row.answer } : null;
  }

  findReceipt(petition: string, receipt: string): StoredReceipt | null {
    const row = this.#statement(
      'SELECT live, seat, withdrawal FROM signature WHERE petition = ? AND receipt = ?',
    ).get(petition, receipt) as { live: number; seat: number | null; withdrawal: string | null } | undefined;
    return row ? { ...row, live: row.live === 1 } : null;
  }

  /** Withdraws one signature, erases its personal data, and records the withdrawal for a later restore. */
  erase(petition: string, receipt: string): void {
    this.#withdrawn.recordWithdrawal(petition, receipt);
    this.#statement(ERASE_SIGNATURE).run(petition, receipt);
    this.#mayLogHoldErased = true;
  }

  /** Counts the live signatures of a petition. */
  count(petition: string): number {
    const row = this.#statement('SELECT count(*) AS live FROM signature WHERE petition = ? AND live = 1').get(
      petition,
    );
    return (row as { live: number }).live;
  }

  /** Given seats of a petition, ordered by number, never by time. */
  seatsGiven(petition: string): number[] {
    const rows = this.#statement(
      'SELECT seat FROM signature WHERE petition = ? AND live = 1 AND seat IS NOT NULL ORDER BY seat',
    ).all(petition) as { seat: number }[];
    return rows.map(({ seat }) => seat);
  }

  findPetition(id: string): StoredPetition | null {
    const row = this.#statement(
      'SELECT layout, revision, as_of AS asOf, digest FROM petition WHERE id = ?',
    ).get(id);
    return (row as StoredPetition | undefined) ?? null;
  }

  /** Inserts the petition, or updates the layout of its venue. */
  savePetition(id: string, layout: string | null): void {
    this.#statement(
      `INSERT INTO petition (id, layout, revision, as_of, digest) VALUES (?, ?, 0, '', '')
       ON CONFLICT (id) DO UPDATE SET layout = excluded.layout`,
    ).run(id, layout);
  }

  /** Saves a revision before it is served, and raises its ceiling for a later restore. */
  saveRevision(id: string, { revision, asOf, digest }: StoredRevision): void {
    this.#withdrawn.recordRevision(id, revision);
    this.#statement('UPDATE petition SET revision = ?, as_of = ?, digest = ? WHERE id = ?').run(
      revision,
      asOf,
      digest,
      id,
    );
  }

  /**
   * Empties the write-ahead log after an erasure, whose rows would linger until the log is overwritten. A command that
   * is reading the store (an export, a backup) delays it.
   */
  truncateLog(): void {
    if (!this.#mayLogHoldErased) return;
    const { busy } = this.#statement('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
    this.#mayLogHoldErased = busy !== 0;
  }

  /** Throws when the store fails to respond, or when its last commit failed. */
  probe(): void {
    if (this.#hasCommitFailed) throw new Error('the last commit failed');
    this.#statement('SELECT 1').get();
  }

  /**
   * Retries a commit after one failed: without traffic nothing else would. It writes as much as a large signature does,
   * and removes it in the same transaction.
   */
  retryCommit(): void {
    if (!this.#hasCommitFailed) return;
    this.transaction(() => {
      this.#statement(
        `INSERT INTO petition (id, layout, revision, as_of, digest)
         VALUES ('', NULL, 0, '', hex(zeroblob(${PROBE_BYTES / 2})))`,
      ).run();
      this.#statement("DELETE FROM petition WHERE id = ''").run();
    });
  }

  close(): void {
    this.database.close();
    this.#lock.release();
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.database.prepare(sql)));
    return statement;
  }
}

export function storeFile(folder: string): string {
  return join(folder, 'box-office.sqlite');
}

/** Store that a restore is still preparing. */
export function draftFile(folder: string): string {
  return `${storeFile(folder)}.restoring`;
}

/**
 * Creates the folder when it is missing, and locks it. It holds names, addresses and opinions, so no other user of this
 * machine may read it.
 * @throws StartError when another process holds it
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return new FolderLock(folder);
}

/** Our files in the folder, copies of the store included. */
const STORE_FILES = /^(box-office.*\.sqlite|server\.lock|withdrawn\.txt)/;

function restrictFolder(folder: string): string[] {
  const notes: string[] = [];
  for (const name of readdirSync(folder).filter((name) => STORE_FILES.test(name))) {
    const mode = restrictToOwner(join(folder, name));
    if (mode === null) continue;
    notes.push(
      `${join(folder, name)} had mode ${mode.toString(8)}, so that others on this machine could read it; it has mode 600 now.`,
    );
  }
  return notes;
}

/**
 * Merges the store and its list of withdrawals: a store that was copied back by hand loses the signatures that the list
 * has as withdrawn, and a missing or older list gets those of the store.
 */
function reconcile(database: DatabaseSync, folder: string): { record: WithdrawnRecord; notes: string[] } {
  const known = readWithdrawnList(folder);
  const list = known ?? new WithdrawnList();
  const notes: string[] = [];
  const erased = applyWithdrawnList(database, list);
  if (erased > 0) {
    notes.push(
      `${erased} signatures in this store were withdrawn after it was saved (${withdrawnFile(folder)}); they are erased again, and the revisions go on above the highest published.`,
    );
  }
  raiseRevisions(database, list, erased > 0);
  list.merge(withdrawnInStore(database));
  if (known === null) {
    notes.push(
      `${withdrawnFile(folder)} is new and lists ${list.size} withdrawals; copy it elsewhere often, because a restore needs the newest.`,
    );
  }
  return { record: new WithdrawnRecord(folder, list), notes };
}

/** @throws StartError when a newer box office made the store */
export function storeVersion(database: DatabaseSync, file: string): number {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version > STORE_VERSION) {
    throw new StartError(
      `${file}: a newer box office made this store (version ${version}); run that one, or a newer one.`,
    );
  }
  return version;
}

function prepareDatabase(database: DatabaseSync, file: string): void {
  // FULL: COMMIT returns after the log reached the disk, so an accepted signature survives a power cut. fullfsync: on
  // macOS a plain fsync stops at the drive's cache. secure_delete: erased data is overwritten.
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA secure_delete = ON;
  `);
  if (storeVersion(database, file) === 0) database.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT;`);
}
