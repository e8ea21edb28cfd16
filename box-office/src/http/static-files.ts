import { readdirSync, realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  IMAGE_TYPES,
  publicFile,
  realPathInside,
  contentTypeOf,
  type PublicFile,
} from '../petition/public-file.js';
import { StartError } from '../start-error.js';

/** Folder whose files are served below a prefix, which ends with a slash. */
export interface Mount {
  prefix: string;
  folder: string;
}

/** File types of a page. Files of other types are not served: they have no business on a page. */
const PAGE_TYPES: Readonly<Record<string, string>> = {
  ...IMAGE_TYPES,
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * Mounts each folder inside `folder` that holds an `index.html` at its own name, in the order of the names.
 * @throws StartError when the folder is missing, or holds no page
 */
export function mountPages(folder: string): Mount[] {
  const mounts = readdirSync(realFolder(folder))
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map((name) => ({ prefix: mountPrefix(name), folder: join(folder, name) }))
    .filter((mount) => statSync(join(mount.folder, 'index.html'), { throwIfNoEntry: false })?.isFile());
  if (mounts.length === 0) {
    throw new StartError(`--pages ${folder}: no folder in it holds a page; put an index.html into each.`);
  }
  return mounts;
}

/**
 * Prefix of a folder as the path of a request has it: Hono decodes all but what would change the structure of a URL.
 */
function mountPrefix(name: string): string {
  return `/${decodeURI(encodeURIComponent(name))}/`;
}

/**
 * Serves the files of some folders, for `npm start` and experiments; a site of its own belongs behind a web server.
 * @throws StartError when a folder is missing
 */
export function serveMounts(mounts: readonly Mount[]): (path: string) => Promise<PublicFile | null> {
  const real = mounts.map(({ prefix, folder }) => ({ prefix, folder: realFolder(folder) }));
  // Sorted by length of prefix: "/dist/" before "/".
  real.sort((a, b) => b.prefix.length - a.prefix.length);
  return async (path) => {
    const mount = real.find(({ prefix }) => path.startsWith(prefix));
    return mount ? readPageFile(mount.folder, path.slice(mount.prefix.length)) : null;
  };
}

function realFolder(folder: string): string {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new StartError(`${folder}: there is no such folder to serve; build it first, or name another one.`);
  }
  return realpathSync(folder);
}

async function readPageFile(folder: string, path: string): Promise<PublicFile | null> {
  const relative = decodePath(path);
  // Refuses hidden files and the way up: ".." begins with a dot too.
  if (relative === null || relative.split(/[/\\]/).some((name) => name.startsWith('.'))) return null;
  const name = relative === '' || relative.endsWith('/') ? `${relative}index.html` : relative;
  const type = contentTypeOf(name, PAGE_TYPES);
  const file = realPathInside(folder, join(folder, name));
  if (type === null || file === null) return null;
  try {
    return publicFile(await readFile(file), type);
  } catch {
    return null;
  }
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
