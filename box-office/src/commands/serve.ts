import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openOffice } from '../office.js';
import { startServer, stopSignal } from '../server.js';
import { readSettings } from '../settings.js';
import { servePages, type Mount } from '../static.js';

/** Runs the box office until it is told to stop. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { page: { type: 'string' }, dist: { type: 'string' } } });
  const settings = readSettings(process.env, values.page);
  const mounts: Mount[] = [];
  if (values.page !== undefined) mounts.push({ prefix: '/', folder: resolve(values.page) });
  if (values.dist !== undefined) mounts.push({ prefix: '/dist/', folder: resolve(values.dist) });
  const page = servePages(mounts);

  const office = openOffice(settings, { page, log: note });
  let server;
  try {
    server = await startServer(office, settings.port, settings.publishSeconds);
  } catch (error) {
    office.close();
    throw error;
  }
  office.warnings.forEach(note);
  if (settings.allowedOrigins.size === 0) {
    note('ALLOWED_ORIGINS is empty: only pages of this address may sign.');
  }
  console.log(`Grandstand box office: ${server.url}`);

  await stopSignal();
  await server.stop();
  return 0;
}

function note(line: string): void {
  console.error(`grandstand-box-office: ${line}`);
}
