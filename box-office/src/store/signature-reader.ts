import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { ConsentAnswer, FieldValues } from 'grandstand/model';
import { StartError } from '../start-error.js';
import { openDatabase } from './sqlite.js';
import { storeFile } from './store.js';

/** Live signature for the team. */
export interface StoredSignature {
  seat: number | null;
  locale: string;
  fields: FieldValues;
  consents: readonly ConsentAnswer[];
  signedAt: string;
}

interface Row {
  seat: number | null;
  locale: string;
  fields: string;
  consents: string;
  signed_at: string;
}

/**
 * Reads the signatures beside a running server: the write-ahead log lets any number read while one writes, and each
 * reader sees one moment. Withdrawn ones are left out.
 */
export class SignatureReader {
  readonly #database: DatabaseSync;
  readonly #petition: string;

  /** @throws StartError when there is no store yet */
  constructor(folder: string, petition: string) {
    const file = storeFile(folder);
    if (!existsSync(file)) {
      throw new StartError(
        `GRANDSTAND_DATA: there is no store in ${folder}; set the variable to the folder the server uses.`,
      );
    }
    this.#database = openDatabase(file, { readOnly: true, timeout: 5000 });
    this.#database.exec('BEGIN');
    this.#petition = petition;
  }

  /** Names of all stored fields, also of those the document no longer has. */
  fieldNames(): string[] {
    return this.#names('SELECT DISTINCT key AS name FROM signature NOT INDEXED, json_each(fields)');
  }

  /** Purposes of all stored consents. */
  purposes(): string[] {
    return this.#names(
      "SELECT DISTINCT value ->> 'purpose' AS name FROM signature NOT INDEXED, json_each(consents)",
    );
  }

  /**
   * Yields the signatures one by one, so that a million of them need no more memory than one. Read in the order of the
   * table itself (NOT INDEXED): through an index SQLite would have to sort all of them.
   */
  *signatures(): Generator<StoredSignature> {
    const rows = this.#database
      .prepare(
        `SELECT seat, locale, fields, consents, signed_at FROM signature NOT INDEXED
         WHERE petition = ? AND live = 1 ORDER BY number`,
      )
      .iterate(this.#petition);
    for (const row of rows as Iterable<unknown> as Iterable<Row>) {
      yield {
        seat: row.seat,
        locale: row.locale,
        fields: JSON.parse(row.fields) as FieldValues,
        consents: JSON.parse(row.consents) as ConsentAnswer[],
        signedAt: row.signed_at,
      };
    }
  }

  close(): void {
    this.#database.close();
  }

  /**
   * Selects distinct names. Sorted here: with ORDER BY, SQLite would sort the names of all signatures before it drops
   * the repeated ones.
   */
  #names(select: string): string[] {
    const rows = this.#database.prepare(`${select} WHERE petition = ? AND live = 1`).all(this.#petition);
    return (rows as { name: string }[]).map(({ name }) => name).sort();
  }
}
