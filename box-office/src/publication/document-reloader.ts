import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { loadPetition, type Petition } from '../petition/petition.js';
import { LockLostError, StartError } from '../start-error.js';
import type { Store } from '../store/store.js';
import { Publication, warningsOf } from './publication.js';

/** Age below which a file may be written again and look the same: some disks keep time in steps of 2 s. */
const RECENT_MILLISECONDS = 3000;

export interface DocumentReloaderOptions {
  /** Folder of the campaign documents. */
  folder: string;
  /** Petitions by id; a changed document replaces its entry. */
  publications: Map<string, Publication>;
  store: Store;
  /** Stores the signings that were validated by the old document. */
  commitSignings: () => void;
  clock: () => Date;
  log: (line: string) => void;
  /** Called for every error that is not a mistake in a document. */
  onError: (error: unknown) => void;
}

/**
 * Reloads changed campaign documents while the box office runs. It polls: the watchers of the system report nothing
 * from network folders, and lose a file that an editor replaces. Polling is asynchronous, so that a folder that hangs
 * delays no request; a replacement is synchronous, so that no request sees half of it.
 */
export class DocumentReloader {
  readonly #options: DocumentReloaderOptions;
  /** Stamps of each document and its images when last loaded, by the file of the document. */
  readonly #loadedStamps = new Map<string, string>();
  /** Mistakes that only the last poll found, by file: an editor may still be writing it. */
  #suspected = new Map<string, string>();
  /** Mistakes that were reported and not corrected, by file. */
  #reported = new Map<string, string>();
  #lastPoll: Promise<void> = Promise.resolve();
  #pendingPolls = 0;
  #isClosed = false;

  constructor(options: DocumentReloaderOptions) {
    this.#options = options;
  }

  /**
   * Replaces the petitions whose document or images changed, adds new ones, and keeps those whose document is broken or
   * gone. A mistake is reported when two polls in a row find it.
   * @param all loads every document, and reports each mistake at once and again
   */
  reload(all = false): Promise<void> {
    // Polls do not queue up while a folder hangs.
    if (this.#pendingPolls > 0 && !all) return this.#lastPoll;
    this.#pendingPolls += 1;
    this.#lastPoll = this.#lastPoll.then(async () => {
      try {
        await this.#reload(all);
      } catch (error) {
        this.#options.onError(error);
      } finally {
        this.#pendingPolls -= 1;
      }
    });
    return this.#lastPoll;
  }

  close(): void {
    this.#isClosed = true;
  }

  async #reload(all: boolean): Promise<void> {
    const { folder, log } = this.#options;
    const stamps = await this.#readStamps();
    if (this.#isClosed) return;
    const suspects = new Map<string, string>();
    const mistakes = new Map<string, string>();
    const report = (file: string, message: string): void => {
      const isSure = all || this.#suspected.get(file) === message || this.#reported.get(file) === message;
      (isSure ? mistakes : suspects).set(file, message);
      if (isSure && (all || this.#reported.get(file) !== message)) log(message);
    };

    let changed = 0;
    if (stamps instanceof Error) {
      report(
        folder,
        `GRANDSTAND_CAMPAIGNS: the folder ${folder} cannot be read (${(stamps as NodeJS.ErrnoException).code}), so every petition stays as it was read last; make the folder readable again.`,
      );
      this.#reported.forEach((message, file) => mistakes.set(file, message));
    } else {
      for (const [file, stamp] of stamps) {
        if (!all && this.#loadedStamps.get(file) === stamp) {
          const message = this.#reported.get(file);
          if (message !== undefined) mistakes.set(file, message);
          continue;
        }
        try {
          if (this.#loadDocument(file, stamps)) changed += 1;
        } catch (error) {
          if (!(error instanceof StartError) || error instanceof LockLostError) throw error;
          const { petition } = this.#publicationOf(file) ?? {};
          report(
            file,
            petition ? `"${petition.id}" stays as it was read last: ${error.message}` : error.message,
          );
          if (suspects.has(file)) continue;
        }
        this.#loadedStamps.set(file, stamp);
      }
      for (const { petition } of this.#options.publications.values()) {
        const { id, file } = petition;
        if (stamps.has(file)) continue;
        this.#loadedStamps.delete(file);
        report(
          file,
          `"${id}" stays as it was read last: ${file}: the document is gone; put it back, or start again to end the petition.`,
        );
      }
      if (all) log(`${stamps.size} JSON files of ${folder} were read again; ${changed} petitions changed.`);
    }
    this.#suspected = suspects;
    this.#reported = mistakes;
  }

  /** Reads the stamps of all documents in the folder; returns the error of an unreadable folder. */
  async #readStamps(): Promise<Map<string, string> | Error> {
    try {
      const stamps = new Map<string, string>();
      for (const file of await listJsonFiles(this.#options.folder)) {
        const images = this.#publicationOf(file)?.petition.imageFiles ?? [];
        stamps.set(file, (await Promise.all([file, ...images].map(stampOf))).join(' '));
      }
      return stamps;
    } catch (error) {
      if (error instanceof Error && 'syscall' in error) return error;
      throw error;
    }
  }

  /**
   * Loads the petition that a file describes now.
   * @returns true when it is new or changed
   * @throws StartError
   */
  #loadDocument(file: string, present: ReadonlyMap<string, string>): boolean {
    const { publications, log } = this.#options;
    const petition = loadPetition(file, (id) => {
      const known = publications.get(id)?.petition.file;
      // A document may move within the folder.
      return known !== undefined && present.has(known) ? known : undefined;
    });
    if (petition === null) {
      if (!this.#publicationOf(file)) return false;
      throw new StartError(`${file}: this is not a campaign document; begin it with "grandstand": 1.`);
    }
    const before = publications.get(petition.id);
    if (before && hasSameContent(before.petition, petition)) return false;
    const after = this.#replace(petition);
    log(`${file}: "${petition.id}" is served as it was read just now, revision ${after.revision}.`);
    const known = before ? warningsOf(before) : [];
    for (const warning of warningsOf(after)) if (!known.includes(warning)) log(warning);
    return true;
  }

  /**
   * Replaces a petition: stores the signings validated by the old document, publishes the new one, and only then serves
   * it.
   */
  #replace(petition: Petition): Publication {
    const { publications, store, commitSignings, clock } = this.#options;
    commitSignings();
    const now = clock();
    const { publication, next } = store.transaction(() => {
      const publication = new Publication(petition, store, now);
      const next = publication.nextRevision(now);
      if (next) store.saveRevision(petition.id, next);
      return { publication, next };
    });
    if (next) publication.publish(next);
    publications.set(petition.id, publication);
    return publication;
  }

  #publicationOf(file: string): Publication | undefined {
    return [...this.#options.publications.values()].find(({ petition }) => petition.file === file);
  }
}

/** Compares two versions of a petition, images included. */
function hasSameContent(a: Petition, b: Petition): boolean {
  const content = ({ file, document, images }: Petition): string =>
    JSON.stringify([file, document, [...images].map(([path, { etag }]) => [path, etag])]);
  return content(a) === content(b);
}

/** Lists the files that `loadPetitions` reads, without blocking. */
async function listJsonFiles(folder: string): Promise<string[]> {
  const list = async (inside: string): Promise<string[]> =>
    (await readdir(inside))
      .filter((name) => !name.startsWith('.'))
      .sort()
      .map((name) => join(inside, name));
  const isFolder = async (path: string): Promise<boolean> =>
    stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
  const files: string[] = [];
  const folders: string[] = [];
  for (const entry of await list(folder)) {
    if (await isFolder(entry)) folders.push(entry);
    else files.push(entry);
  }
  for (const inside of folders) {
    for (const entry of await list(inside)) if (!(await isFolder(entry))) files.push(entry);
  }
  return files.filter((file) => file.endsWith('.json'));
}

/** Stamp that changes with every change of a file, also with one that keeps its length and its time. */
async function stampOf(file: string): Promise<string> {
  try {
    const { ino, size, mtimeMs, mtimeNs, ctimeNs } = await stat(file, { bigint: true });
    const stamp = `${ino}-${size}-${mtimeNs}-${ctimeNs}`;
    if (Date.now() - Number(mtimeMs) > RECENT_MILLISECONDS) return stamp;
    return `${stamp}-${createHash('sha256')
      .update(await readFile(file))
      .digest('base64url')}`;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
}
