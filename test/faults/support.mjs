// A box office of the test's own behind a bad line.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = new URL('../../box-office/dist/main.js', import.meta.url).pathname;

/** The reference endpoint as a process, for one campaign and one page's origin. `files`: what lies beside the document, by name. */
export async function startBoxOffice(document, origin, env = {}, files = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'grandstand-faults-'));
  mkdirSync(join(folder, 'campaigns'));
  writeFileSync(join(folder, 'campaigns', `${document.id}.json`), JSON.stringify(document));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'campaigns', name), text);
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    env: {
      PATH: process.env.PATH ?? '',
      PORT: '0',
      PUBLISH_SECONDS: '0.1',
      GRANDSTAND_CAMPAIGNS: join(folder, 'campaigns'),
      GRANDSTAND_DATA: join(folder, 'data'),
      ALLOWED_ORIGINS: origin,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let said = '';
  const url = await new Promise((resolve, reject) => {
    const listen = (chunk) => {
      said += chunk;
      const address = /Grandstand box office: (http:.*)\/$/m.exec(said)?.[1];
      if (address) resolve(address.replace('localhost', '127.0.0.1'));
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then(() => reject(new Error(`The box office ended at once:\n${said}`)));
  });
  return {
    url,
    /** All that it has said so far. */
    log: () => said,
    /** The signatures as they are on the disk. */
    rows() {
      const store = new DatabaseSync(join(folder, 'data', 'box-office.sqlite'), { readOnly: true });
      try {
        return store
          .prepare('SELECT seat, fields FROM signature WHERE live = 1')
          .all()
          .map(({ seat, fields }) => ({ seat, ...JSON.parse(fields) }));
      } finally {
        store.close();
      }
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
