// Directus: a collection whose e-mail, seat and key are unique, and a public that may add to it and see ids and seats.
import { join } from 'node:path';
import { ask, command, emptyFolder, install, post, startServer } from './support.mjs';

const TOKEN = 'a-token-of-this-test-alone';
const COLLECTION = 'signatures';

const column = (field, type, { unique = false, required = false, validation } = {}) => ({
  field,
  type,
  schema: { is_unique: unique, is_nullable: !required },
  meta: { required, ...(validation && { validation: { [field]: validation } }) },
});

export const directus = {
  name: 'directus',
  version: '11.3.5',
  install: () => install('directus-11.3.5', { directus: '11.3.5' }),

  async start({ folder }) {
    const cwd = emptyFolder('directus');
    const cli = join(folder, 'node_modules/directus/cli.js');
    const env = {
      HOST: '127.0.0.1',
      SECRET: 'a-secret-of-this-test-alone-and-long-enough',
      TELEMETRY: 'false',
      DB_CLIENT: 'sqlite3',
      DB_FILENAME: join(cwd, 'data.db'),
      // Off unless it is asked for; it then allows Content-Type and Authorization, and no other header.
      CORS_ENABLED: 'true',
      CORS_ORIGIN: 'true',
      WEBSOCKETS_ENABLED: 'false',
      ADMIN_EMAIL: 'admin@example.com',
      ADMIN_PASSWORD: 'a-password-of-this-test-alone',
      ADMIN_TOKEN: TOKEN,
    };
    await command('directus bootstrap', [cli, 'bootstrap'], { cwd, env, log: join(cwd, 'bootstrap.log') });
    const server = await startServer(
      'directus',
      (port) => ({
        args: [cli, 'start'],
        cwd,
        env: { ...env, PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` },
      }),
      async (url) => (await fetch(`${url}/server/ping`)).ok,
    );
    const { url } = server;
    const admin = (path, json) => ask(url + path, { method: 'POST', token: TOKEN, json });
    await admin('/collections', {
      collection: COLLECTION,
      schema: {},
      meta: {},
      fields: [
        { field: 'id', type: 'integer', schema: { is_primary_key: true, has_auto_increment: true } },
        column('seat', 'string', { unique: true }),
        column('email', 'string', {
          unique: true,
          required: true,
          validation: { _regex: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]{2,}$' },
        }),
        column('given_name', 'string', { required: true, validation: { _regex: '^.{1,40}$' } }),
        column('family_name', 'string'),
        // SQLite names the unique column that was made last, other databases the one that was made first: a request that
        // is sent again must be known by its key, before its seat and its e-mail are found to be taken.
        column('submission_key', 'string', { unique: true }),
      ],
    });
    const { data: policies } = await ask(`${url}/policies`, { token: TOKEN });
    const policy = policies.find(({ name }) => name === '$t:public_label').id;
    await admin('/permissions', [
      {
        policy,
        collection: COLLECTION,
        action: 'create',
        fields: ['submission_key', 'seat', 'email', 'given_name', 'family_name'],
        permissions: {},
        validation: {},
      },
      {
        policy,
        collection: COLLECTION,
        action: 'read',
        fields: ['id', 'seat'],
        permissions: {},
        validation: {},
      },
    ]);
    return {
      ...server,
      rows: async () => (await ask(`${url}/items/${COLLECTION}?limit=-1`, { token: TOKEN })).data,
    };
  },
  add: (url, row) => post(`${url}/items/${COLLECTION}`, row),
  endpoint: (url) => ({
    preset: 'directus',
    vars: { site: url, collection: COLLECTION, seat: 'seat', key: 'submission_key' },
  }),
};
