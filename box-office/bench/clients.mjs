// Clients that sign over connections of their own, each asking again as soon as it is answered. Raw sockets, because
// an HTTP client would cost more than the server that is measured.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';

/** Signs for some seconds; how often that was answered how, and after how long. */
export async function signFor(seconds, { url, petition, connections, seat }) {
  const { port } = new URL(url);
  const until = performance.now() + seconds * 1000;
  const statuses = new Map();
  const milliseconds = [];

  async function client() {
    const socket = connect(Number(port), '127.0.0.1').setNoDelay().setEncoding('latin1');
    await once(socket, 'connect');
    while (performance.now() < until) {
      const began = performance.now();
      socket.write(requestOf(petition, seat()));
      const status = await readStatus(socket);
      milliseconds.push(performance.now() - began);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    socket.destroy();
  }

  await Promise.all(Array.from({ length: connections }, client));
  milliseconds.sort((a, b) => a - b);
  const percentile = (share) => milliseconds[Math.floor(milliseconds.length * share)];
  return { perSecond: milliseconds.length / seconds, p50: percentile(0.5), p99: percentile(0.99), statuses };
}

function requestOf(petition, seat) {
  const body = JSON.stringify({
    idempotencyKey: randomBytes(16).toString('base64url'),
    seat,
    withdrawal: randomBytes(32).toString('base64url'),
    locale: 'en',
    fields: { given_name: 'Zofia', family_name: 'Nowak', email: 'zofia@mail.example', country: 'PL' },
    consents: [
      { purpose: 'sign', given: true, version: '2014-05', text: 'My name and country may be handed over.' },
    ],
  });
  return (
    `POST /petitions/${petition}/signatures HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n` +
    `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
}

/** Reads one answer, which must say its length. */
async function readStatus(socket) {
  let text = '';
  for (;;) {
    const [chunk] = await once(socket, 'data');
    text += chunk;
    const head = text.indexOf('\r\n\r\n');
    if (head < 0) continue;
    const length = Number(/content-length: (\d+)/i.exec(text)?.[1]);
    if (text.length >= head + 4 + length) return Number(text.slice(9, 12));
  }
}
