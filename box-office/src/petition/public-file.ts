import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { extname, sep } from 'node:path';

/** Bytes that everyone may read, with their type and version. */
export interface PublicFile {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  /** Hash of the content. */
  etag: string;
}

/** Creates a public file of this content. */
export function publicFile(content: Uint8Array | string, type: string): PublicFile {
  const bytes = new Uint8Array(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  return { bytes, type, etag: `"${hash}"` };
}

/** Content types of images, by extension. */
export const IMAGE_TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/** Content type of a file name by these types, or null. */
export function contentTypeOf(file: string, types: Readonly<Record<string, string>>): string | null {
  const extension = extname(file).toLowerCase();
  return Object.hasOwn(types, extension) ? types[extension]! : null;
}

/**
 * Resolves the real path of a file inside a folder; null when it is missing or a link leads out.
 * @param folder a real path itself (`realpathSync`)
 */
export function realPathInside(folder: string, file: string): string | null {
  try {
    const real = realpathSync(file);
    return real.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? real : null;
  } catch {
    return null;
  }
}
