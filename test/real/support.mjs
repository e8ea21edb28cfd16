// Software of others for the tests: installed from npm into a folder outside this repository, started on loopback, and
// ended with the test. What was installed once is used again, unless it is of another version.
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from '../journey/support.mjs';

/** Where it is installed; a folder that is kept spares the minutes of the next run. */
const ROOT = process.env.GRANDSTAND_REAL ?? join(tmpdir(), 'grandstand-real');

/** The Node that npm runs under: what npm compiles for it, it alone can load. Inside npm scripts `node` is the project's own. */
const NODE = process.env.npm_node_execpath ?? process.execPath;
/** Without the tools of this project, which would come first otherwise. */
const PATH = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .join(delimiter);
/** Only what is set here: npm leaves settings of this project in the environment. */
const ENV = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_OPTIONS|NODE_TEST|INIT_CWD)/i.test(name)),
);

function run(command, args, { cwd, env = {}, log }) {
  const child = spawn(command, args, {
    cwd,
    // A group of its own, so that what it starts ends with it.
    detached: true,
    env: { ...ENV, PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const file = createWriteStream(log);
  child.stdout.pipe(file);
  child.stderr.pipe(file);
  return child;
}

const lastLines = (log) => readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n');

/** Runs a command to its end: a script of Node, or the program `options.program`. */
export async function command(what, args, options) {
  const child = run(options.program ?? NODE, args, options);
  const code = await new Promise(
    (resolve, reject) => (child.once('exit', resolve), child.once('error', reject)),
  );
  if (code !== 0) throw new Error(`${what} failed with ${code}:\n${lastLines(options.log)}`);
}

/**
 * Installs what `dependencies` say, exactly.
 * @returns the folder, and the seconds it took; 0 when it was there
 */
export async function install(name, dependencies) {
  const folder = join(ROOT, name);
  const wanted = JSON.stringify({ name: 'signatures', version: '0.0.0', private: true, dependencies });
  const done = join(folder, 'installed.json');
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return { folder, seconds: 0 };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), wanted);
  const npm = process.env.npm_execpath;
  if (!npm) throw new Error('Run this as `npm run test:real`, so that it is known which npm installs.');
  const begun = Date.now();
  await command(`npm install of ${name}`, [npm, 'install', '--no-audit', '--no-fund'], {
    cwd: folder,
    log: join(ROOT, `${name}-install.log`),
  });
  writeFileSync(done, wanted);
  return { folder, seconds: Math.round((Date.now() - begun) / 1000) };
}

/** A folder of the running software's own, empty. */
export function emptyFolder(name) {
  const folder = join(ROOT, `${name}-run`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Starts a server and waits until `isReady` holds.
 * @param {(port: number) => { program?: string, args: string[], cwd: string, env?: Record<string, string> }} how what to start: a script of Node, or a program
 */
export async function startServer(name, how, isReady) {
  const port = await freePort();
  const log = join(ROOT, `${name}-server.log`);
  const { args, ...options } = how(port);
  const child = run(options.program ?? NODE, args, { ...options, log });
  const url = `http://127.0.0.1:${port}`;
  let isOver = false;
  const ended = new Promise((resolve) => child.once('exit', resolve)).then(() => (isOver = true));
  const stop = async () => {
    if (isOver) return;
    process.kill(-child.pid, 'SIGTERM');
    const hard = setTimeout(() => isOver || process.kill(-child.pid, 'SIGKILL'), 10_000);
    await ended;
    clearTimeout(hard);
  };
  // There is no sign but that it answers.
  for (const deadline = Date.now() + 180_000; ;) {
    if (isOver) throw new Error(`${name} ended at once:\n${lastLines(log)}`);
    if (await isReady(url).catch(() => false)) return { url, stop };
    if (Date.now() > deadline) {
      await stop();
      throw new Error(`${name} does not answer:\n${lastLines(log)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Adds a row as a page would: without rights. Tells whether it was taken. */
export async function post(url, json) {
  const { ok } = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://campaign.example' },
    body: JSON.stringify(json),
  });
  return ok;
}

/** Asks the software as its administrator. */
export async function ask(url, { method = 'GET', token, json } = {}) {
  const response = await fetch(url, {
    method,
    headers: {
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : null;
}
