import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error.js';
import { appendDurably, replacePrivateFile } from './private-file.js';

const FILE_NAME = 'withdrawn.txt';
const HEADER =
  '# Withdrawn signatures, and revisions that none published has passed. Copy this file elsewhere often.\n';
const WITHDRAWAL = /^([a-z0-9-]{1,64}) ([A-Za-z0-9_-]{22})$/;
const CEILING = /^revision ([a-z0-9-]{1,64}) (\d{1,10})$/;
/** Highest revision of the wire format, a u32. */
const LAST_REVISION = 0xffff_ffff;

/**
 * Revisions between a ceiling and the publication that set it. The next ceiling is set half-way, so a copy of the file
 * is good for at least 5,000 further publications: 7 hours at the default pace.
 */
export const REVISION_RESERVE = 10_000;

/**
 * Facts for a restore that an older store lacks: the receipts of withdrawn signatures, and for each petition a ceiling,
 * a revision that no published one has passed. It holds nothing personal.
 */
export class WithdrawnList {
  readonly #receipts = new Map<string, Set<string>>();
  readonly #ceilings = new Map<string, number>();

  /** Number of listed withdrawals. */
  get size(): number {
    let size = 0;
    for (const receipts of this.#receipts.values()) size += receipts.size;
    return size;
  }

  get ceilings(): ReadonlyMap<string, number> {
    return this.#ceilings;
  }

  has(petition: string, receipt: string): boolean {
    return this.#receipts.get(petition)?.has(receipt) ?? false;
  }

  add(petition: string, receipt: string): void {
    const receipts = this.#receipts.get(petition);
    if (receipts) receipts.add(receipt);
    else this.#receipts.set(petition, new Set([receipt]));
  }

  /** Raises the ceiling of a petition; a lower one changes nothing. */
  raiseCeiling(petition: string, revision: number): void {
    const ceiling = this.#ceilings.get(petition) ?? 0;
    this.#ceilings.set(petition, Math.min(Math.max(ceiling, revision), LAST_REVISION));
  }

  /** Next ceiling for a petition about to publish this revision, or null while the present one is far enough. */
  nextCeiling(petition: string, revision: number): number | null {
    const ceiling = this.#ceilings.get(petition) ?? 0;
    if (ceiling >= Math.min(revision + REVISION_RESERVE / 2, LAST_REVISION)) return null;
    return Math.min(revision + REVISION_RESERVE, LAST_REVISION);
  }

  merge(other: WithdrawnList): this {
    for (const [petition, receipt] of other.withdrawals()) this.add(petition, receipt);
    for (const [petition, ceiling] of other.ceilings) this.raiseCeiling(petition, ceiling);
    return this;
  }

  /** Pairs of petition and receipt. */
  *withdrawals(): Generator<[petition: string, receipt: string]> {
    for (const [petition, receipts] of this.#receipts)
      for (const receipt of receipts) yield [petition, receipt];
  }

  toText(): string {
    const ceilings = [...this.#ceilings].map(([petition, revision]) => ceilingLine(petition, revision));
    const withdrawals = [...this.withdrawals()].map(([petition, receipt]) =>
      withdrawalLine(petition, receipt),
    );
    return HEADER + ceilings.join('') + withdrawals.join('');
  }
}

/**
 * Parses the text of a list. A crash may have torn the last line: it is left out unless it is complete.
 * @throws StartError naming the line that is neither
 */
export function parseWithdrawnList(text: string, file: string): WithdrawnList {
  const list = new WithdrawnList();
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  lines.forEach((raw, index) => {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) return;
    const isTorn = index === lines.length - 1;
    const ceiling = CEILING.exec(line);
    const withdrawal = WITHDRAWAL.exec(line);
    if (ceiling) list.raiseCeiling(ceiling[1]!, Number(ceiling[2]));
    else if (withdrawal) list.add(withdrawal[1]!, withdrawal[2]!);
    else if (!isTorn) {
      throw new StartError(
        `${file}: line ${index + 1}, ${JSON.stringify(line.slice(0, 80))}, is neither "<petition> <receipt>" nor "revision <petition> <number>"; bring in a whole copy of the file, or remove the line.`,
      );
    }
  });
  return list;
}

export function withdrawnFile(folder: string): string {
  return join(folder, FILE_NAME);
}

/** Reads the list of a folder; null where there is none. */
export function readWithdrawnList(folder: string): WithdrawnList | null {
  const file = withdrawnFile(folder);
  return existsSync(file) ? parseWithdrawnList(readFileSync(file, 'utf8'), file) : null;
}

export function writeWithdrawnList(folder: string, list: WithdrawnList): void {
  replacePrivateFile(withdrawnFile(folder), list.toText());
}

/** List of the folder that this process holds: an entry is on the disk before it takes effect. */
export class WithdrawnRecord {
  readonly #folder: string;
  readonly #list: WithdrawnList;

  /** Rewrites the list, without torn and repeated lines. */
  constructor(folder: string, list: WithdrawnList) {
    this.#folder = folder;
    this.#list = list;
    writeWithdrawnList(folder, list);
  }

  /** Appends a withdrawal before it is committed. */
  recordWithdrawal(petition: string, receipt: string): void {
    if (this.#list.has(petition, receipt)) return;
    this.#append(withdrawalLine(petition, receipt));
    this.#list.add(petition, receipt);
  }

  /** Raises the ceiling of a petition. Call it before the revision is published. */
  recordRevision(petition: string, revision: number): void {
    const ceiling = this.#list.nextCeiling(petition, revision);
    if (ceiling === null) return;
    this.#append(ceilingLine(petition, ceiling));
    this.#list.raiseCeiling(petition, ceiling);
  }

  #append(line: string): void {
    // The file may have been removed: a new one must not hold the last line alone.
    if (!existsSync(withdrawnFile(this.#folder))) writeWithdrawnList(this.#folder, this.#list);
    appendDurably(withdrawnFile(this.#folder), line);
  }
}

function withdrawalLine(petition: string, receipt: string): string {
  return `${petition} ${receipt}\n`;
}

function ceilingLine(petition: string, revision: number): string {
  return `revision ${petition} ${revision}\n`;
}
