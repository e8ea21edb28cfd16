import {
  chmodSync,
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Mode that lets the owner read and write, and no one else. */
export const OWNER_ONLY = 0o600;
/** False on Windows, which has access lists in place of modes, and no folder that can be synced. */
const HAS_MODES = process.platform !== 'win32';

/**
 * Creates an empty file that its owner alone may read. An existing file keeps its content and is restricted: it is
 * never opened here, because closing it would free the locks that SQLite holds on it in this process.
 */
export function createPrivateFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', OWNER_ONLY));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    restrictToOwner(file);
  }
}

/**
 * Removes the access of others.
 * @returns the mode that the file had, or null when it was restricted or is missing
 */
export function restrictToOwner(file: string): number | null {
  const mode = (statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & 0o777;
  if (!HAS_MODES || (mode & 0o077) === 0) return null;
  chmodSync(file, OWNER_ONLY);
  return mode;
}

/** Replaces a file by new content that is on the disk on return: a crash leaves the old or the new one complete. */
export function replacePrivateFile(file: string, text: string): void {
  const draft = `${file}.new`;
  createPrivateFile(draft);
  const descriptor = openSync(draft, 'w', OWNER_ONLY);
  try {
    writeAll(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, file);
  syncFolder(dirname(file));
}

/** Appends text that is on the disk on return. When it throws, the file is unchanged. */
export function appendDurably(file: string, text: string): void {
  const descriptor = openSync(file, 'a', OWNER_ONLY);
  try {
    const { size } = fstatSync(descriptor);
    try {
      writeAll(descriptor, text);
      fsyncSync(descriptor);
    } catch (error) {
      ftruncateSync(descriptor, size);
      throw error;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Makes renamed and created names of a folder survive a power cut. */
export function syncFolder(folder: string): void {
  if (HAS_MODES) syncFile(folder);
}

export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Writes all of a text: a full disk may accept only its beginning. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
}
