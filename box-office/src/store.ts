import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { ConsentAnswer, FieldValues } from 'grandstand/model';
import { lockFolder } from './lock.js';
import { StartError } from './start-error.js';

/** A signature about to be stored. */
export interface NewSignature {
  petition: string;
  key: string;
  /** SHA-256 of the exact bytes of the request. */
  bodyHash: Uint8Array;
  /** What is answered, and answered again to the same request. */
  answer: string;
  receipt: string;
  /** null = standing. */
  seat: number | null;
  withdrawal: string | null;
  locale: string;
  /** Cleaned. */
  fields: FieldValues;
  consents: readonly ConsentAnswer[];
  signedAt: Date;
}

/** What is known of an earlier request; both are null once its signature was withdrawn. */
export interface StoredAnswer {
  bodyHash: Uint8Array | null;
  answer: string | null;
}

export interface StoredReceipt {
  number: number;
  live: boolean;
  seat: number | null;
  withdrawal: string | null;
}

/** The last published state of a petition; `digest` stands for all that was published with the revision. */
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

/**
 * One row a signature; the key and the answer stand in the same row, so they cannot be stored without it.
 * Withdrawing empties the personal columns and the seat. What stays makes the withdrawal repeatable (receipt,
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

/** The embedded store: one SQLite file, one writer. Every method is synchronous. */
export class Store {
  /** For what only SQLite itself can say; all else has a method. */
  readonly database: DatabaseSync;
  readonly #unlock: () => void;
  readonly #statements = new Map<string, StatementSync>();
  #erased = false;

  /**
   * Opens the store in a folder, makes both when they are missing, and holds the folder until `close`.
   * @throws StartError
   */
  static open(folder: string): Store {
    try {
      // Names, addresses and opinions are inside: nobody else on this machine needs to look.
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const unlock = lockFolder(folder);
      try {
        return new Store(storeFile(folder), unlock);
      } catch (error) {
        unlock();
        throw error;
      }
    } catch (error) {
      if (error instanceof StartError) throw error;
      throw new StartError(
        `GRANDSTAND_DATA: the store in ${folder} cannot be opened (${(error as Error).message}); check that the folder is writable and the disk not full.`,
      );
    }
  }

  private constructor(file: string, unlock: () => void) {
    this.#unlock = unlock;
    this.database = new DatabaseSync(file);
    try {
      prepareDatabase(this.database, file);
    } catch (error) {
      this.database.close();
      throw error;
    }
  }

  /**
   * Runs `work` in one transaction. When this returns, what was written has been synced to the disk; when it
   * throws, nothing of it is stored.
   */
  transaction<T>(work: () => T): T {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      try {
        this.database.exec('ROLLBACK');
      } catch {
        // SQLite has rolled back by itself, as it does on some errors of the disk.
      }
      throw error;
    }
  }

  /** Stores a signature, unless its seat is given: then nothing is written and the answer is false. */
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
      signature.answer,
      signature.locale,
      JSON.stringify(signature.fields),
      JSON.stringify(signature.consents),
      signature.signedAt.toISOString(),
    );
    return changes === 1;
  }

  /** What was answered to an earlier request with this key, if there was one. */
  findAnswer(petition: string, key: string): StoredAnswer | null {
    const row = this.#statement(
      'SELECT body_hash, answer FROM signature WHERE petition = ? AND idempotency_key = ?',
    ).get(petition, key) as { body_hash: Uint8Array | null; answer: string | null } | undefined;
    return row ? { bodyHash: row.body_hash, answer: row.answer } : null;
  }

  findReceipt(petition: string, receipt: string): StoredReceipt | null {
    const row = this.#statement(
      'SELECT number, live, seat, withdrawal FROM signature WHERE petition = ? AND receipt = ?',
    ).get(petition, receipt) as
      { number: number; live: number; seat: number | null; withdrawal: string | null } | undefined;
    return row ? { ...row, live: row.live === 1 } : null;
  }

  /** Withdraws one signature and erases what is personal in it. */
  erase(number: number): void {
    this.#statement(
      `UPDATE signature SET live = 0, seat = NULL, body_hash = NULL, answer = NULL, locale = NULL, fields = NULL,
         consents = NULL, signed_at = NULL WHERE number = ?`,
    ).run(number);
    this.#erased = true;
  }

  /** How many live signatures a petition has: the recount. */
  count(petition: string): number {
    const row = this.#statement('SELECT count(*) AS live FROM signature WHERE petition = ? AND live = 1').get(
      petition,
    );
    return (row as { live: number }).live;
  }

  /** The seats that are given, in no order that means anything. */
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

  /** Makes the petition known, or notes its venue's new layout. */
  keepPetition(id: string, layout: string | null): void {
    this.#statement(
      `INSERT INTO petition (id, layout, revision, as_of, digest) VALUES (?, ?, 0, '', '')
       ON CONFLICT (id) DO UPDATE SET layout = excluded.layout`,
    ).run(id, layout);
  }

  keepRevision(id: string, { revision, asOf, digest }: StoredRevision): void {
    this.#statement('UPDATE petition SET revision = ?, as_of = ?, digest = ? WHERE id = ?').run(
      revision,
      asOf,
      digest,
      id,
    );
  }

  /**
   * Empties the write-ahead log after something was erased, where it would linger until the log is written over.
   * Somebody reading just now (an export) puts it off.
   */
  tidy(): void {
    if (!this.#erased) return;
    const { busy } = this.#statement('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
    this.#erased = busy !== 0;
  }

  /** Throws when the store does not answer. */
  probe(): void {
    this.#statement('SELECT 1').get();
  }

  close(): void {
    this.database.close();
    this.#unlock();
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

function prepareDatabase(database: DatabaseSync, file: string): void {
  // FULL: COMMIT returns after the log reached the disk, so an answered signature survives a power cut.
  // fullfsync: on macOS a plain fsync stops at the drive's cache. secure_delete: what is erased is overwritten.
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA secure_delete = ON;
  `);
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version > STORE_VERSION) {
    throw new StartError(
      `${file}: a newer box office made this store (version ${version}); run that one, or a newer one.`,
    );
  }
  if (version === 0) {
    database.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT;`);
  }
}
