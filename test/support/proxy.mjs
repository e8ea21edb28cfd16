// A bad connection between a page and an endpoint: a TCP proxy on loopback that carries one request per connection,
// and treats it as the test says. It uses raw sockets, so that connections break as on a real network.
import { connect, createServer } from 'node:net';

/** @typedef {{ method: string, target: string, head: string, body: string, bytes: Buffer }} Request */

const LINE = '\r\n';
const END = LINE + LINE;

/** Reads one whole request; null when the other side left before it was complete. */
function readRequest(socket) {
  return new Promise((resolve) => {
    let bytes = Buffer.alloc(0);
    socket.on('close', () => resolve(null));
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      const at = bytes.indexOf(END);
      if (at < 0) return;
      const head = bytes.subarray(0, at).toString('latin1');
      const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
      if (bytes.length < at + END.length + length) return;
      const [method, target] = head.split(' ', 2);
      resolve({ method, target, head, body: bytes.subarray(at + END.length).toString(), bytes });
    });
  });
}

/** Forwards a request to the endpoint and returns the raw answer, once it is complete to the last byte. */
function carry({ head, body }, { hostname, port }) {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const chunks = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('end', () => resolve(Buffer.concat(chunks)));
    const closing = head.replace(/^(connection|keep-alive|proxy-connection):.*\r\n/gim, '');
    socket.write(`${closing}${LINE}connection: close${END}${body}`);
  });
}

const splitReply = (reply) => {
  const at = reply.indexOf(END) + END.length;
  return [reply.subarray(0, at), reply.subarray(at)];
};

/** An answer of the proxy's own, made to be believed: readable for every page. */
export function answer(status, headers = {}, body = '') {
  const lines = Object.entries({
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'retry-after',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} Said By The Line`, ...lines, '', body].join(LINE);
}

export const problem = (status, code, more = {}, headers = {}) =>
  answer(
    status,
    { 'content-type': 'application/problem+json', ...headers },
    JSON.stringify({ type: `/problems/${code}`, title: code, status, code, ...more }),
  );

/**
 * The faults that a request can meet. Each receives the client's socket and a function that forwards the request
 * and returns the endpoint's answer; those that never call it keep the signature from the endpoint.
 */
export const faults = {
  pass: async (client, upstream) => client.end(await upstream()),
  /** The connection breaks before the endpoint receives anything. */
  dropBefore: (client) => client.resetAndDestroy(),
  /** The endpoint has stored it, and the connection breaks before the answer. */
  dropAfter: async (client, upstream) => (await upstream(), client.resetAndDestroy()),
  /** The same, but the connection is closed properly. */
  closeAfter: async (client, upstream) => (await upstream(), client.end()),
  /** Nothing more arrives, neither at the endpoint ... */
  silentBefore: () => undefined,
  /** ... nor at the page. */
  silentAfter: async (client, upstream) => void (await upstream()),
  /** The answer starts and never ends. */
  stall: async (client, upstream) => {
    const [head, body] = splitReply(await upstream());
    client.write(head);
    client.write(body.subarray(0, body.length >> 1));
  },
  /** The answer arrives in small pieces. */
  trickle: async (client, upstream) => {
    for (const byte of await upstream()) {
      if (!client.write(Buffer.of(byte))) await new Promise((resolve) => client.once('drain', resolve));
      await new Promise(setImmediate);
    }
    client.end();
  },
  /** The second half of the answer is lost, although the head promises it. */
  truncate: async (client, upstream) => {
    const [head, body] = splitReply(await upstream());
    client.end(Buffer.concat([head, body.subarray(0, body.length >> 1)]));
  },
  /** The second half is lost, and nothing shows it. */
  truncateSilently: async (client, upstream) => {
    const [head, body] = splitReply(await upstream());
    client.write(head.toString('latin1').replace(/^content-length:.*\r\n/im, ''), 'latin1');
    client.end(body.subarray(0, body.length >> 1));
  },
  /** The connection breaks in the middle of the answer. */
  resetInBody: async (client, upstream) => {
    const [head, body] = splitReply(await upstream());
    client.write(Buffer.concat([head, body.subarray(0, body.length >> 1)]), () => client.resetAndDestroy());
  },
  garbage: async (client, upstream) => (await upstream(), client.end(Buffer.alloc(512, 0xa5))),
  /** Stored, and the answer grows without end. */
  endless: async (client, upstream) => {
    const [head] = splitReply(await upstream());
    client.write(head.toString('latin1').replace(/^content-length:.*\r\n/im, ''), 'latin1');
    const chunk = Buffer.alloc(64 * 1024, ' ');
    const more = () => {
      while (!client.destroyed && client.write(chunk));
      if (!client.destroyed) client.once('drain', more);
    };
    more();
  },
  /** Stored, but the page may not read the answer. */
  withoutCors: async (client, upstream) =>
    client.end((await upstream()).toString('latin1').replace(/^access-control-.*\r\n/gim, ''), 'latin1'),
  /** Something on the way sends it twice. */
  twice: async (client, upstream) => (await upstream(), client.end(await upstream())),
  /** A captive portal: status 200, and a login page. */
  portal: (client) =>
    client.end(
      answer(200, { 'content-type': 'text/html' }, '<!doctype html><title>Log in to the network</title>'),
    ),
  /** The same, as JSON. */
  jsonPortal: (client) =>
    client.end(answer(200, { 'content-type': 'application/json' }, '{"success":true,"login":"/login"}')),
  redirect: (client) => client.end(answer(302, { location: '/login' })),
  nothing: (client) => client.end(answer(201, { 'content-type': 'application/json' })),
  wrongShape: (client) =>
    client.end(
      answer(
        201,
        { 'content-type': 'application/json' },
        '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"status":{"signed":1},"receipt":[null],"data":7}',
      ),
    ),
  /** Sends an answer of its own; the endpoint receives nothing. */
  say: (text) => (client) => client.end(text),
};

/**
 * @param {string} to where the endpoint really answers
 * @returns the line: `url` to give to the page, and what to do to it
 */
export async function startProxy(to) {
  const upstream = new URL(to);
  const sockets = new Set();
  /** @type {Request[]} */
  const posts = [];
  const waiting = [];
  let planned = [];
  let otherwise = faults.pass;
  let gate = null;

  const line = {
    url: '',
    /** Signatures that reached the proxy, in order. */
    posts,
    /** Fault for preflight requests and for reads; null: none. */
    preflight: null,
    reads: null,
    /** Faults for the next requests that sign, one after the other; later ones have none. */
    next: (...list) => ((planned = list), (otherwise = faults.pass)),
    /** Fault for all of them from now on. */
    always: (fault) => ((planned = []), (otherwise = fault)),
    /** Holds every request that signs until `release` is called. */
    hold: () => (gate ??= Promise.withResolvers()),
    release: () => (gate?.resolve(), (gate = null)),
    /** Resolves when this many requests that sign have arrived, counted from the first. */
    arrived: (count) =>
      posts.length >= count ? Promise.resolve() : new Promise((resolve) => waiting.push({ count, resolve })),
    /** Closes the port, as if the machine were off. */
    async down() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
    up: () =>
      new Promise((resolve) => server.listen(Number(new URL(line.url).port), '127.0.0.1', () => resolve())),
    async stop() {
      if (server.listening) await line.down();
    },
  };

  function faultFor({ method }) {
    if (method === 'OPTIONS') return line.preflight ?? faults.pass;
    if (method !== 'POST') return line.reads ?? faults.pass;
    return planned.shift() ?? otherwise;
  }

  const server = createServer(async (client) => {
    sockets.add(client);
    client.on('close', () => sockets.delete(client));
    client.on('error', () => undefined);
    const request = await readRequest(client);
    if (!request) return;
    const fault = faultFor(request);
    if (request.method === 'POST') {
      posts.push(request);
      for (const one of waiting) if (posts.length >= one.count) one.resolve();
      await gate?.promise;
    }
    try {
      await fault(client, () => carry(request, upstream));
    } catch {
      client.destroy();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  line.url = `http://127.0.0.1:${server.address().port}`;
  return line;
}
