import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startServer, stopSignal } from '../http/server.js';
import { mountPages, serveMounts, type Mount } from '../http/static-files.js';
import { openOffice } from '../office.js';
import { readSettings } from '../settings.js';

/** Runs the box office until SIGTERM or SIGINT. */
export async function serveUntilStopped(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { page: { type: 'string' }, pages: { type: 'string' }, dist: { type: 'string' } },
  });
  const settings = readSettings(process.env, values.pages ?? values.page);
  const mounts: Mount[] = [];
  if (values.page !== undefined) mounts.push({ prefix: '/', folder: resolve(values.page) });
  if (values.dist !== undefined) mounts.push({ prefix: '/dist/', folder: resolve(values.dist) });
  const pages = values.pages === undefined ? [] : mountPages(resolve(values.pages));
  const findFile = serveMounts([...mounts, ...pages]);

  const office = openOffice(settings, { findFile, log: logLine });
  // Handled before the address is printed: a reader may send a signal at once, and an unhandled SIGHUP ends the
  // process.
  const stop = stopSignal();
  process.on('SIGHUP', () => void office.reload(true));
  let server;
  try {
    server = await startServer(office, settings.port, settings.publishSeconds);
  } catch (error) {
    office.close();
    throw error;
  }
  office.warnings.forEach(logLine);
  if (settings.allowedOrigins.size === 0) {
    logLine('ALLOWED_ORIGINS is empty: only pages of this address may sign.');
  }
  console.log(`Grandstand box office: ${server.url}`);
  for (const { prefix } of pages) console.log(`Page: ${new URL(prefix, server.url).href}`);

  const lost = await Promise.race([stop, office.lost]);
  await server.stop();
  if (lost) throw lost;
  return 0;
}

function logLine(line: string): void {
  console.error(`grandstand-box-office: ${line}`);
}
