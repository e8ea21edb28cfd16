// Node-RED: a flow that takes signatures as the presets for plain JSON, webhooks and forms send them. It keeps each key, each e-mail and each
// seat once, and says so in the words of RFC 9457.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, emptyFolder, install, post, startServer } from './support.mjs';

const SIGN = `
const rows = flow.get('rows') || [];
// Fields of their own, or all in one: the parser of the node has made the same of JSON and of a form.
const { idempotencyKey, seat, fields: own, ...flat } = msg.payload || {};
const fields = own || flat;
const answer = (status, body, type = 'application/problem+json') => {
  msg.statusCode = status;
  msg.headers = { 'content-type': type };
  msg.payload = JSON.stringify(body);
  return msg;
};
const signed = (row) =>
  answer(201, { status: 'signed', idempotencyKey, receipt: { id: String(row.id) } }, 'application/json');
const known = idempotencyKey && rows.find((row) => row.idempotencyKey === idempotencyKey);
if (known) return signed(known);
if ((fields.given_name || '').length > 40)
  return answer(422, { title: 'Invalid', status: 422, code: 'invalid',
    errors: [{ pointer: '#/fields/given_name', detail: 'This is too long.' }] });
if (rows.some((row) => row.email === fields.email))
  return answer(409, { title: 'Signed already', status: 409, code: 'duplicate' });
if (seat && rows.some((row) => row.seat === seat))
  return answer(409, { title: 'Taken', status: 409, code: 'seat-taken' });
const row = { id: rows.length + 1, idempotencyKey, seat: seat || null, ...fields };
flow.set('rows', [...rows, row]);
return signed(row);`;

const READ = {
  '/sign/count': `msg.payload = { signatures: (flow.get('rows') || []).length, goal: 1000 }; return msg;`,
  '/sign/seats': `msg.payload = (flow.get('rows') || []).flatMap(({ seat }) => seat || []); return msg;`,
  // For the test alone: what was stored.
  '/rows': `msg.payload = flow.get('rows') || []; return msg;`,
};

function flows() {
  const nodes = [{ id: 'tab', type: 'tab', label: 'Signatures' }];
  const route = (id, method, url, func) =>
    nodes.push(
      { id: `${id}-in`, type: 'http in', z: 'tab', method, url, upload: false, wires: [[`${id}-do`]] },
      { id: `${id}-do`, type: 'function', z: 'tab', func, outputs: 1, wires: [[`${id}-out`]] },
      { id: `${id}-out`, type: 'http response', z: 'tab', wires: [] },
    );
  route('sign', 'post', '/sign', SIGN);
  Object.entries(READ).forEach(([url, func], i) => route(`read-${i}`, 'get', url, func));
  return nodes;
}

export const nodeRed = {
  name: 'node-red',
  version: '4.1.15',
  install: () => install('node-red-4.1.15', { 'node-red': '4.1.15' }),

  async start({ folder }) {
    const cwd = emptyFolder('node-red');
    mkdirSync(join(cwd, 'data'));
    writeFileSync(join(cwd, 'data/flows.json'), JSON.stringify(flows()));
    writeFileSync(
      join(cwd, 'settings.js'),
      `module.exports = {
        uiPort: Number(process.env.PORT), uiHost: '127.0.0.1', httpAdminRoot: false, httpNodeRoot: '/',
        // Off unless it is asked for.
        httpNodeCors: { origin: '*', methods: 'GET,PUT,POST,DELETE' },
        flowFile: 'flows.json', userDir: __dirname + '/data', credentialSecret: false,
        telemetry: { enabled: false, updateNotification: false },
      };`,
    );
    const server = await startServer(
      'node-red',
      (port) => ({
        args: [join(folder, 'node_modules/node-red/red.js'), '-s', join(cwd, 'settings.js')],
        cwd,
        env: { PORT: String(port) },
      }),
      async (url) => (await fetch(`${url}/sign/count`)).ok,
    );
    return { ...server, rows: () => ask(`${server.url}/rows`) };
  },
  add: (url, { submission_key: idempotencyKey, seat, ...fields }) =>
    post(`${url}/sign`, { idempotencyKey, seat, fields }),
  endpoint: (url) => ({
    preset: 'json',
    vars: { url: `${url}/sign`, count: `${url}/sign/count` },
    seats: { url: `${url}/sign/seats`, format: 'list' },
  }),
  others: {
    webhook: (url) => ({ preset: 'webhook', vars: { url: `${url}/sign`, count: `${url}/sign/count` } }),
    form: (url) => ({ preset: 'form', vars: { url: `${url}/sign`, count: `${url}/sign/count` } }),
  },
};
