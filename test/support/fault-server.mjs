// A box office that misbehaves on request, as middleware of the test server: real HTTP on loopback, in the same
// run. The endpoint's path contains the script: /faults/<token>/<scenario>/petitions/<id>...; each test has its own
// token, so that tests do not affect each other. GET /faults/<token>/log returns the requests that arrived.

import { crc32 } from 'node:zlib';

const worlds = new Map();

function world(token) {
  if (!worlds.has(token)) worlds.set(token, { posts: [], stored: new Map(), reads: [], revision: 1 });
  return worlds.get(token);
}

const json = (ctx, status, body, type = 'application/json') => {
  ctx.status = status;
  ctx.set('content-type', type);
  ctx.set('access-control-allow-origin', '*');
  ctx.body = JSON.stringify(body);
};
const problem = (ctx, status, code, more = {}) =>
  json(
    ctx,
    status,
    { type: `/problems/${code}`, title: code, status, code, ...more },
    'application/problem+json',
  );

async function bodyOf(req) {
  let text = '';
  for await (const chunk of req) text += chunk;
  return text;
}

/** Stores once per key, as a good endpoint does. */
function accept(here, body) {
  const { idempotencyKey, seat } = JSON.parse(body);
  if (!here.stored.has(idempotencyKey)) here.stored.set(idempotencyKey, body);
  return {
    status: 'signed',
    idempotencyKey,
    revision: here.revision,
    receipt: { id: 'AAAAAAAAAAAAAAAAAAAAAA', seat },
  };
}

/** Answers to the nth POST (from 1) of a scenario. */
const POSTS = {
  good: (ctx, here, body) => json(ctx, 201, accept(here, body)),
  // The answer is lost after the signature was stored; the next try finds it.
  'lost-answer': (ctx, here, body, n) => {
    const answer = accept(here, body);
    if (n === 1) ctx.res.socket.destroy();
    else json(ctx, 201, answer);
  },
  reset: (ctx) => ctx.res.socket.destroy(),
  'server-error-once': (ctx, here, body, n) =>
    n === 1 ? problem(ctx, 500, 'broken') : json(ctx, 201, accept(here, body)),
  'server-error': (ctx) => problem(ctx, 502, 'broken'),
  'busy-once': (ctx, here, body, n) => {
    if (n > 1) return json(ctx, 201, accept(here, body));
    ctx.set('retry-after', '1');
    ctx.set('access-control-expose-headers', 'retry-after');
    problem(ctx, 503, 'busy', { retryAfter: 1 });
  },
  busy: (ctx) => problem(ctx, 429, 'rate-limited', { retryAfter: 1 }),
  'in-progress-once': (ctx, here, body, n) =>
    n === 1 ? problem(ctx, 409, 'in-progress') : json(ctx, 201, accept(here, body)),
  portal: (ctx) => {
    ctx.status = 200;
    ctx.type = 'text/html';
    ctx.body = '<!doctype html><title>Log in to the network</title>';
  },
  redirect: (ctx) => ctx.redirect('/'),
  // As many servers do: the address without its trailing slash is redirected, and the posted body is lost on the
  // way.
  slashed: (ctx) => {
    ctx.set('access-control-allow-origin', '*');
    if (ctx.path.endsWith('/')) return void (ctx.body = '{}');
    ctx.status = 301;
    ctx.set('location', `${ctx.path}/`);
  },
  'wrong-key': (ctx, here, body) =>
    json(ctx, 201, { ...accept(here, body), idempotencyKey: 'someone-elses-key-aaaa' }),
  malformed: (ctx) => {
    ctx.status = 201;
    ctx.set('content-type', 'application/json');
    ctx.body = '{"status": "signed", ';
  },
  polluted: (ctx) => {
    ctx.status = 201;
    ctx.set('content-type', 'application/json');
    ctx.body = '{"__proto__": {"polluted": true}, "status": {"signed": 1}, "receipt": [null]}';
  },
  endless: (ctx) => {
    ctx.status = 201;
    ctx.set('content-type', 'application/json');
    ctx.respond = false;
    const { res } = ctx;
    res.writeHead(201, { 'content-type': 'application/json' });
    const chunk = ' '.repeat(64 * 1024);
    const more = () => {
      while (!res.destroyed && res.write(chunk));
      if (!res.destroyed) res.once('drain', more);
    };
    more();
  },
  silent: (ctx) => {
    ctx.respond = false;
  },
  // Starts an answer and never ends it.
  stalled: (ctx) => {
    ctx.respond = false;
    ctx.res.writeHead(201, { 'content-type': 'application/json' });
    ctx.res.write('{"status":');
  },
  'seat-taken': (ctx, here, body) => {
    const { seat } = JSON.parse(body);
    problem(ctx, 409, 'seat-taken', { seat, near: [seat + 1, seat + 2] });
  },
  // Somebody took the first choice; any other seat is given.
  'first-seat-taken': (ctx, here, body, n) => {
    const { seat } = JSON.parse(body);
    if (n === 1) problem(ctx, 409, 'seat-taken', { seat, near: [seat + 1, seat + 2] });
    else json(ctx, 201, accept(here, body));
  },
  // A receipt for a seat that no venue here has.
  'seat-beyond': (ctx, here, body) => {
    const answer = accept(here, body);
    json(ctx, 201, { ...answer, receipt: { ...answer.receipt, seat: 20_000 } });
  },
  'seat-kept': (ctx, here, body) => problem(ctx, 409, 'seat-kept', { seat: JSON.parse(body).seat, near: [] }),
  invalid: (ctx) => problem(ctx, 422, 'invalid', { errors: [{ pointer: '#/fields/email', code: 'format' }] }),
  'not-open': (ctx) => problem(ctx, 403, 'not-open'),
  missing: (ctx) => problem(ctx, 404, 'unknown-petition'),
  'too-large': (ctx) => problem(ctx, 413, 'too-large'),
  'key-reused': (ctx) => problem(ctx, 422, 'key-reused'),
};

const count = (here, id, more = {}) => ({
  id,
  status: 'open',
  signatures: here.stored.size + 41,
  revision: here.revision,
  asOf: '2026-11-22T10:00:05Z',
  seats: null,
  ...more,
});

/** Answers to a GET of the count. */
const COUNTS = {
  'count-negative': (here, id) => count(here, id, { signatures: -4 }),
  'count-text': (here, id) => count(here, id, { signatures: '4213' }),
  'count-fraction': (here, id) => count(here, id, { signatures: 1.5 }),
  'count-huge': (here, id) => count(here, id, { signatures: 1e300 }),
  'count-of-another': (here) => count(here, 'another'),
  // Published anew with every reading; after the seats were read once, seat 3 is taken.
  'seat-goes': (here, id) => {
    here.revision++;
    return count(here, id, { seats: seatsOf(SAMPLE, goneSeats('seat-goes', here)) });
  },
  // After the seats were read once, the document has another venue.
  'layout-changes': (here, id) => {
    here.revision++;
    return count(here, id, { seats: seatsOf(documentOf('layout-changes', here), []) });
  },
};

/** A valid count with seats, the nth publication. */
const nthCount = (here, id, n) => ({
  ...count(here, id),
  signatures: 40 + n,
  revision: n,
  asOf: `2026-11-22T10:00:0${n}Z`,
  seats: { ...seatsOf(SAMPLE, [0]), standing: 5 },
});

/** Invalid counts: the second answer of a scenario `then-<name>`, between two valid ones. */
const NONSENSE = {
  negative: () => ({ signatures: -4 }),
  text: () => ({ signatures: '4213' }),
  fraction: () => ({ signatures: 1.5 }),
  huge: () => ({ signatures: 1e12 }),
  'status-unknown': () => ({ status: 'paused' }),
  'as-of-word': () => ({ asOf: 'yesterday' }),
  'as-of-past': () => ({ asOf: '1970-01-01T00:00:00Z' }),
  'as-of-future': () => ({ asOf: '9999-12-31T23:59:59Z' }),
  'revision-back': () => ({ signatures: 3, revision: 0 }),
  'revision-beyond': () => ({ revision: 2 ** 32 }),
  'seats-text': () => ({ seats: 'many' }),
  'seats-list': () => ({ seats: [] }),
  'taken-negative': ({ seats }) => ({ seats: { ...seats, taken: -1 } }),
  'taken-over-capacity': ({ seats }) => ({ seats: { ...seats, taken: 11 } }),
  'standing-over-signatures': ({ seats }) => ({ seats: { ...seats, standing: 43 } }),
  'other-capacity': ({ seats }) => ({ seats: { ...seats, capacity: 11 } }),
  'layout-word': ({ seats }) => ({ seats: { ...seats, layout: 'arena' } }),
  'mode-unknown': ({ seats }) => ({ seats: { ...seats, mode: 'maybe' } }),
};

/** Damage to the bytes of the seats in a scenario `seats-<name>`. */
const BAD_SEATS = {
  cut: (bytes) => bytes.subarray(0, 25),
  'spare-bit': (bytes) => (bytes.writeUInt8(0x80, 25), bytes),
  html: () => Buffer.from('<!doctype html>'),
  empty: () => Buffer.alloc(0),
  'delta-of-nothing': (bytes) => (bytes.writeUInt8(1, 5), bytes.subarray(0, 24)),
  'delta-of-another': (bytes) => (bytes.writeUInt8(1, 5), bytes.writeUInt32LE(77, 20), bytes.subarray(0, 24)),
  'revision-huge': (bytes) => (bytes.writeUInt32LE(0xffffffff, 16), bytes),
};

function readCount(scenario, here, id) {
  const n = here.reads.filter((url) => url === `/petitions/${id}`).length;
  const good = nthCount(here, id, n);
  if (scenario.startsWith('seats-')) return good;
  // Valid in itself: it must not keep out later counts.
  if (scenario === 'then-revision-huge') return n === 2 ? { ...good, revision: 0xffffffff } : good;
  if (scenario === 'hidden') return { ...good, signatures: null, seats: null };
  const nonsense = NONSENSE[scenario.replace('then-', '')];
  if (nonsense && scenario.startsWith('then-')) return n === 2 ? { ...good, ...nonsense(good) } : good;
  return (COUNTS[scenario] ?? count)(here, id);
}

/** The occupancy of `nthCount`, seat 0 taken, damaged if the scenario says so; null when there is none. */
function readOccupancy(scenario, here, id) {
  const n = here.reads.filter((url) => url === `/petitions/${id}`).length;
  const bytes = occupancy(seatsOf(SAMPLE, [0]), n, [0]);
  const isLater = scenario.endsWith('-later');
  const damage = BAD_SEATS[scenario.replace(/^seats-|-later$/g, '')];
  if (damage) return isLater && n === 1 ? bytes : damage(bytes);
  return scenario.startsWith('then-') ? bytes : null;
}

const haveBeenRead = (here) => here.reads.some((url) => url.includes('/seats'));
const goneSeats = (scenario, here) => (scenario === 'seat-goes' && haveBeenRead(here) ? [3] : []);
const documentOf = (scenario, here) =>
  scenario === 'layout-changes' && haveBeenRead(here) ? REBUILT : SAMPLE;

function seatsOf({ venue }, taken) {
  let text = '';
  let capacity = 0;
  for (const block of venue.blocks)
    for (const row of block.rows) {
      text += `${block.label}\t${row.label}\t${row.seats.length}\n`;
      capacity += row.seats.length;
    }
  const layout = crc32(text).toString(16).padStart(8, '0');
  return { mode: 'claimed', venue: venue.name, layout, capacity, taken: taken.length, standing: 0 };
}

/** A full message of the occupancy (docs/protocol.md). */
function occupancy({ layout, capacity }, revision, taken) {
  const bytes = Buffer.alloc(24 + ((capacity + 7) >> 3));
  bytes.write('GSOC', 0, 'latin1');
  bytes[4] = 1;
  bytes.writeUInt32LE(parseInt(layout, 16), 8);
  bytes.writeUInt32LE(capacity, 12);
  bytes.writeUInt32LE(revision, 16);
  for (const seat of taken) bytes[24 + (seat >> 3)] |= 1 << (seat & 7);
  return bytes;
}

export function faultServer() {
  return async (ctx, next) => {
    const match = /^\/faults\/([^/]+)\/([^/]+)(?:\/petitions\/([^/]+)(\/.*)?)?$/.exec(ctx.path);
    if (!match) return next();
    const [, token, scenario, id, rest] = match;
    const here = world(token);
    if (scenario === 'log') {
      return json(ctx, 200, {
        posts: here.posts,
        stored: [...here.stored.values()].map((body) => JSON.parse(body)),
        reads: here.reads,
      });
    }
    if (ctx.method === 'POST') {
      const body = await bodyOf(ctx.req);
      here.posts.push({ body, headers: ctx.headers, path: ctx.path });
      const answer = POSTS[scenario] ?? POSTS.good;
      return answer(ctx, here, body, here.posts.length);
    }
    if (rest === '/seats' && COUNTS[scenario]) {
      const taken = goneSeats(scenario, here);
      ctx.type = 'application/vnd.grandstand.occupancy';
      ctx.body = occupancy(seatsOf(documentOf(scenario, here), taken), here.revision, taken);
    }
    const bytes = rest === '/seats' ? readOccupancy(scenario, here, id) : null;
    if (bytes) {
      ctx.type = 'application/vnd.grandstand.occupancy';
      ctx.body = bytes;
    }
    here.reads.push(ctx.url.replace(`/faults/${token}/${scenario}`, ''));
    if (ctx.body) return undefined;
    if (rest === '/campaign')
      return json(ctx, 200, {
        ...documentOf(scenario, here),
        id,
        endpoint: `/faults/${token}/${scenario}`,
      });
    if (scenario === 'count-down') return ctx.res.socket.destroy();
    if (scenario === 'count-html') {
      ctx.type = 'text/html';
      ctx.body = '<!doctype html>';
      return undefined;
    }
    if (!rest) return json(ctx, 200, readCount(scenario, here, id));
    return problem(ctx, 404, rest === '/seats' ? 'not-published' : 'unknown-petition');
  };
}

const SAMPLE = {
  grandstand: 1,
  languages: ['en'],
  title: 'A petition',
  ask: 'Sign',
  demand: 'Release them.',
  target: 'the president',
  organisers: [
    { id: 'ngo', name: 'NGO', url: 'https://ngo.example/', privacy: 'https://ngo.example/privacy' },
  ],
  state: 'open',
  venue: {
    name: 'Small',
    blocks: [
      {
        label: 'A',
        rows: [
          {
            label: '1',
            seats: [
              [0, 0],
              [1, 0],
              [2, 0],
              [3, 0],
              [4, 0],
              [5, 0],
            ],
          },
          {
            label: '2',
            seats: [
              [0, 1],
              [1, 1],
              [2, 1],
              [3, 1],
            ],
          },
        ],
      },
    ],
  },
  stories: [],
  fields: [
    { name: 'given_name', type: 'text', required: true, seenBy: ['team'] },
    { name: 'email', type: 'email', required: true, seenBy: ['team'] },
  ],
  consents: [{ purpose: 'sign', organiser: 'ngo', required: true, version: '1', text: 'I sign.' }],
  goals: [100],
};

/** The same with a third row. */
const REBUILT = {
  ...SAMPLE,
  venue: {
    name: 'Small',
    blocks: [
      {
        ...SAMPLE.venue.blocks[0],
        rows: [
          ...SAMPLE.venue.blocks[0].rows,
          {
            label: '3',
            seats: [
              [0, 2],
              [1, 2],
              [2, 2],
            ],
          },
        ],
      },
    ],
  },
};
