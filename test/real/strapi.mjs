// Strapi: a collection type whose e-mail, seat and key are unique and whose personal fields are private, and a public
// that may create in it and find in it. What is private is in no answer, so that finding shows seats alone.
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { dirname, join } from 'node:path';
import { emptyFolder, install, post, startServer } from './support.mjs';

const API = 'api::signature.signature';
const FILES = {
  'config/server.js': `module.exports = ({ env }) => ({ host: '127.0.0.1', port: env.int('PORT'), app: { keys: ['a', 'b'] } });`,
  // Its own pages would have to be built first, and nobody looks at them here.
  'config/admin.js': `module.exports = () => ({ serveAdminPanel: false, auth: { secret: 'a-secret-of-this-test' },
    apiToken: { salt: 'a-salt-of-this-test' }, transfer: { token: { salt: 'a-salt-of-this-test' } } });`,
  'config/plugins.js': `module.exports = () => ({ 'users-permissions': { config: { jwtSecret: 'a-secret-of-this-test' } } });`,
  'config/api.js': `module.exports = { rest: { defaultLimit: 25, maxLimit: 100, withCount: true } };`,
  'config/database.js': `module.exports = ({ env }) => ({ connection: { client: 'sqlite',
    connection: { filename: env('DATABASE_FILENAME') }, useNullAsDefault: true } });`,
  // As `create-strapi` writes them.
  'config/middlewares.js': `module.exports = ['strapi::logger', 'strapi::errors', 'strapi::security', 'strapi::cors',
    'strapi::poweredBy', 'strapi::query', 'strapi::body', 'strapi::session', 'strapi::favicon', 'strapi::public'];`,
  'src/api/signature/content-types/signature/schema.json': JSON.stringify({
    kind: 'collectionType',
    collectionName: 'signatures',
    info: { singularName: 'signature', pluralName: 'signatures', displayName: 'Signature' },
    options: { draftAndPublish: false },
    attributes: {
      submission_key: { type: 'string', unique: true, private: true },
      seat: { type: 'string', unique: true },
      email: { type: 'email', unique: true, required: true, private: true },
      given_name: { type: 'string', required: true, private: true, maxLength: 40 },
      family_name: { type: 'string', private: true },
    },
  }),
  ...Object.fromEntries(
    ['controller', 'router', 'service'].map((kind) => [
      `src/api/signature/${kind === 'router' ? 'routes' : `${kind}s`}/signature.js`,
      `module.exports = require('@strapi/strapi').factories.createCore${kind[0].toUpperCase()}${kind.slice(1)}('${API}');`,
    ]),
  ),
  'src/index.js': `module.exports = {
    async bootstrap({ strapi }) {
      const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
      for (const action of ['create', 'find'])
        await strapi.db
          .query('plugin::users-permissions.permission')
          .create({ data: { action: '${API}.' + action, role: role.id } });
    },
  };`,
};

export const strapi = {
  name: 'strapi',
  version: '5.54.0',
  install: () =>
    install('strapi-5.54.0', {
      '@strapi/database': '5.54.0',
      '@strapi/plugin-users-permissions': '5.54.0',
      '@strapi/strapi': '5.54.0',
      'better-sqlite3': '12.8.0',
      react: '^18.0.0',
      'react-dom': '^18.0.0',
      'react-router-dom': '^6.30.3',
      'styled-components': '^6.0.0',
    }),

  async start({ folder }) {
    const cwd = emptyFolder('strapi');
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), text);
    }
    cpSync(join(folder, 'package.json'), join(cwd, 'package.json'));
    mkdirSync(join(cwd, 'public/uploads'), { recursive: true });
    symlinkSync(join(folder, 'node_modules'), join(cwd, 'node_modules'));
    const database = join(cwd, 'data.db');
    const server = await startServer(
      'strapi',
      (port) => ({
        args: [join(folder, 'node_modules/@strapi/strapi/bin/strapi.js'), 'start'],
        cwd,
        env: {
          PORT: String(port),
          DATABASE_FILENAME: database,
          NODE_ENV: 'production',
          STRAPI_TELEMETRY_DISABLED: 'true',
          STRAPI_DISABLE_UPDATE_NOTIFICATION: 'true',
          JWT_SECRET: 'a-secret-of-this-test',
        },
      }),
      async (url) => (await fetch(`${url}/api/signatures`)).ok,
    );
    return {
      ...server,
      rows: async () => {
        const store = new DatabaseSync(database, { readOnly: true });
        try {
          return store.prepare('SELECT * FROM signatures').all();
        } finally {
          store.close();
        }
      },
    };
  },
  add: (url, row) => post(`${url}/api/signatures`, { data: row }),
  endpoint: (url) => ({
    preset: 'strapi',
    vars: { site: url, collection: 'signatures', seat: 'seat', key: 'submission_key' },
  }),
};
